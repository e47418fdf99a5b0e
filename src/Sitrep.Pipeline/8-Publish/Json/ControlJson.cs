using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.Json;

/// <summary>Control of places and the fates of persons.</summary>
internal static class ControlJson
{
    public static void Write(JsonSheet sheet, Control control)
    {
        sheet.Text("place", control.Place);
        sheet.Objects("spans", control.Spans, span => Write(sheet, span));
        sheet.Objects("changes", control.Changes, change =>
        {
            sheet.Date("day", change.Day);
            sheet.Word<ControlChangeKind>("kind", change.Kind);
            sheet.Text("from", change.From);
            sheet.Text("to", change.To);
            sheet.Text("event", change.Event);
            sheet.Number("lastedDays", change.Lasted);
            sheet.Flag("provisional", change.Provisional);
        });
        sheet.Objects("sieges", control.Sieges, siege =>
        {
            sheet.Date("from", siege.From);
            sheet.Date("to", siege.To);
            sheet.Words("by", siege.By);
            sheet.Word<Status>("status", siege.Status);
            sheet.Words("basis", siege.Basis);
        });
    }

    public static void Write(JsonSheet sheet, PersonFate person)
    {
        sheet.Text("actor", person.Actor);
        sheet.Word<FateState>("state", person.State);
        sheet.Words("claims", person.Claims);
        JudgementJson.Write(sheet, "rule", person.Rule);
        sheet.Objects("history", person.History, note =>
        {
            sheet.Date("known", note.Known);
            sheet.Word<FateState>("state", note.State);
            sheet.Word<Stance>("stance", note.Stance);
            sheet.Text("claimant", note.Claimant);
            sheet.Text("claim", note.Claim);
        });
    }

    private static void Write(JsonSheet sheet, ControlSpan span)
    {
        sheet.Date("from", span.From);
        sheet.Date("to", span.To);
        sheet.Word<ControlState>("state", span.State);
        sheet.Text("holder", span.Holder);
        sheet.Words("basis", span.Basis);
        sheet.Date("lastEvidence", span.LastEvidence);
        sheet.Number("ageDays", span.AgeDays);
        JudgementJson.Write(sheet, "rule", span.Rule);
        sheet.Objects("parts", span.Parts, part =>
        {
            sheet.Text("holder", part.Holder);
            sheet.Number("percent", part.Percent);
            sheet.Text("words", part.Words);
            sheet.Words("claims", part.Claims);
        });
        sheet.Objects("voices", span.Voices, voice =>
        {
            sheet.Text("holder", voice.Holder);
            sheet.Word<Stance>("stance", voice.Stance);
            sheet.Text("claimant", voice.Claimant);
            sheet.Text("side", voice.Side);
            sheet.Date("said", voice.Said);
            sheet.Words("claims", voice.Claims);
        });
    }
}
