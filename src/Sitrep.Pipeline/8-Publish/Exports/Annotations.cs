using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Publish.Json;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>Claims as W3C Web Annotations: the words by quotation and by position, and what is claimed there.</summary>
/// <remarks>Positions count code points: of the text as received for plain text; of the clean text for HTML, whose markup the standard leaves out.</remarks>
internal static class Annotations
{
    /// <summary>Characters before and after the words, by which they are found where they stand twice.</summary>
    private const int ContextMax = 32;

    /// <returns>How many annotations were written.</returns>
    public static int Write(ExportBasis basis, Stream output)
    {
        var points = new Dictionary<string, CodePoints>(StringComparer.Ordinal);
        using (var sheet = new JsonSheet(output))
        {
            sheet.Object(null, () =>
            {
                sheet.Text("@context", "http://www.w3.org/ns/anno.jsonld");
                sheet.Text("id", "urn:sitrep:annotations");
                sheet.Text("type", "AnnotationPage");
                sheet.Objects("items", basis.Record.Claims, claim =>
                {
                    Report report = basis.Index.Report(claim.Claim.ReportId);
                    if (!points.TryGetValue(report.Id, out CodePoints? count)) points.Add(report.Id, count = new CodePoints(report.Text));
                    Write(sheet, basis, claim, report, count);
                });
            });
        }
        output.WriteByte((byte)'\n');
        return basis.Record.Claims.Length;
    }

    private static void Write(JsonSheet sheet, ExportBasis basis, LedgerClaim claim, Report report, CodePoints points)
    {
        sheet.Text("id", $"urn:sitrep:claim:{claim.Claim.Id}");
        sheet.Text("type", "Annotation");
        sheet.Text("motivation", claim.Claim.Stance is Stance.Denies or Stance.Doubts ? "assessing" : "identifying");
        if (basis.KnownOn([claim.Claim.Id]) is [var day, ..]) sheet.Text("created", ExportBasis.Moment(day));
        sheet.Objects("body", Bodies(basis, claim), body =>
        {
            sheet.Text("type", "TextualBody");
            sheet.Text("purpose", body.Purpose);
            sheet.Text("format", "text/plain");
            sheet.Text("value", body.Value);
        });
        sheet.Object("target", () =>
        {
            sheet.Text("source", report.Url ?? $"urn:sitrep:report:{report.Id}");
            sheet.Objects("selector", [true, false], quote =>
            {
                TextSpan span = claim.Claim.Span;
                sheet.Text("type", quote ? "TextQuoteSelector" : "TextPositionSelector");
                if (quote)
                {
                    sheet.Text("exact", span.Of(report.Text));
                    sheet.Text("prefix", report.Text[Boundary(report.Text, Math.Max(0, span.Start - ContextMax))..span.Start]);
                    sheet.Text("suffix", report.Text[span.End..Boundary(report.Text, Math.Min(report.Text.Length, span.End + ContextMax))]);
                }
                else
                {
                    sheet.Number("start", (long)points.At(span.Start));
                    sheet.Number("end", (long)points.At(span.End));
                }
            });
            sheet.Object("state", () =>
            {
                // The bytes that were read, by their hash: the version the words stand in.
                sheet.Text("type", "State");
                sheet.Text("value", $"sha256:{report.Sha256}");
                if (report.Published is { } published) sheet.Text("sourceDate", ExportBasis.Moment(published));
            });
        });
    }

    private static IEnumerable<(string Purpose, string Value)> Bodies(ExportBasis basis, LedgerClaim claim)
    {
        yield return ("classifying", Spelling.Kebab(claim.Claim.Stance));
        yield return ("tagging", claim.About);
        if (basis.Index.Event(claim.About) is { } happening) yield return ("describing", EventSection.Summary(happening));
        else if (basis.Index.Figure(claim.About) is { } figure) yield return ("describing", $"{FigureSection.Label(figure, basis.Index)}: {Wording.Amount(figure)}");
        else if (basis.Index.Names(claim.About) is { } named) yield return ("describing", named);
        yield return ("identifying", basis.Index.Speaker(claim));
    }

    // Half a character cannot be searched for.
    private static int Boundary(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
