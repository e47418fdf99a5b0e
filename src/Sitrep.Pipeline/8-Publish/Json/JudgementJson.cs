using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.Json;

/// <summary>Who stands behind things and by which rules they are judged; the series of figures.</summary>
internal static class JudgementJson
{
    public static void Write(JsonSheet sheet, string name, RuleNote? rule)
    {
        if (rule is null) return;
        sheet.Object(name, () => Write(sheet, rule));
    }

    public static void Write(JsonSheet sheet, Credibility? credibility)
    {
        if (credibility is null) return;
        sheet.Object("credibility", () =>
        {
            sheet.Number("grade", credibility.Grade);
            Write(sheet, credibility.Rule);
            sheet.Number("ruling", credibility.Ruling);
        });
    }

    public static void Write(JsonSheet sheet, ImmutableArray<Witness> witnesses) => sheet.Objects("witnesses", witnesses, witness =>
    {
        sheet.Text("claimant", witness.Claimant);
        sheet.Text("side", witness.Side);
        sheet.Flag("counts", witness.Counts);
        sheet.Words("claims", witness.Claims);
    });

    public static void WriteSources(JsonSheet sheet, SituationRecord record) => sheet.Objects("sources", record.Sources, source =>
    {
        sheet.Text("id", source.Id);
        sheet.Text("actor", source.Actor);
        sheet.Text("name", source.Name);
        sheet.Text("side", source.Side);
        sheet.Object("reliability", () =>
        {
            sheet.Text("grade", source.Grade.Grade.ToString());
            Write(sheet, source.Grade.Rule);
            sheet.Number("ruling", source.Grade.Ruling);
        });
    });

    public static void WriteSeries(JsonSheet sheet, SituationRecord record) => sheet.Objects("series", record.Series, series =>
    {
        sheet.Text("id", series.Id);
        sheet.Word<Measure>("measure", series.Measure);
        sheet.Text("subject", series.Subject);
        sheet.Text("place", series.Place);
        sheet.Text("story", series.Story);
        sheet.Text("event", series.Event);
        sheet.Flag("stock", series.Stock);
        sheet.Interval("period", series.Period);
        sheet.Objects("points", series.Points, point => Write(sheet, point));
        sheet.Objects("ranges", series.Ranges, range =>
        {
            sheet.Word<FigureRule>("rule", range.Rule);
            Write(sheet, "low", range.Low);
            Write(sheet, "best", range.Best);
            Write(sheet, "high", range.High);
        });
        sheet.Number("discrepancy", series.Discrepancy);
        sheet.Text("partOf", series.PartOf);
    });

    private static void Write(JsonSheet sheet, SeriesPoint point)
    {
        sheet.Text("figure", point.Figure);
        sheet.Date("day", point.Day);
        sheet.Number("low", point.Low);
        sheet.Number("best", point.Best);
        sheet.Number("high", point.High);
        sheet.Text("qualifier", Spelling.Spaced(point.Qualifier));
        sheet.Word<SeriesChange>("change", point.Change);
        sheet.Text("revises", point.Revises);
        if (point.BySame is { } same) sheet.Flag("bySame", same); else sheet.Null("bySame");
        sheet.Words("claims", point.Claims);
    }

    private static void Write(JsonSheet sheet, string name, SeriesEnd end) => sheet.Object(name, () =>
    {
        sheet.Number("value", end.Value);
        sheet.Words("claims", end.Claims);
    });

    private static void Write(JsonSheet sheet, RuleNote rule)
    {
        sheet.Text("code", rule.Code);
        sheet.Text("words", rule.Words);
    }
}
