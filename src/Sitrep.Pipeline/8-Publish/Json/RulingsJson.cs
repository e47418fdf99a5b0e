using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.Json;

/// <summary>What analysts ruled: the list of all rulings, and on each item the numbers of those that count on it.</summary>
internal sealed class RulingsJson(ImmutableArray<AppliedRuling> rulings)
{
    private readonly ILookup<string, long> _on = rulings.Where(made => made.On is not null).ToLookup(made => made.On!, made => made.Ruling.Sequence, StringComparer.Ordinal);   // filtered before

    /// <summary>Writes nothing where nobody ruled: most records have no ruling at all.</summary>
    public void On(JsonSheet sheet, string id)
    {
        if (_on.Contains(id)) sheet.Numbers("rulings", _on[id]);
    }

    /// <summary>The same, and whether it is rejected, and which of its claims are.</summary>
    public void On(JsonSheet sheet, string id, bool rejected, ImmutableArray<string> rejectedClaims)
    {
        if (rejected) sheet.Flag("rejected", true);
        if (!rejectedClaims.IsEmpty) sheet.Words("rejectedClaims", rejectedClaims);
        On(sheet, id);
    }

    public static void Write(JsonSheet sheet, AppliedRuling made)
    {
        Ruling ruling = made.Ruling;
        sheet.Number("sequence", ruling.Sequence);
        sheet.Text("at", ruling.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        sheet.Text("author", ruling.Author);
        sheet.Word<RulingVerb>("verb", ruling.Verb);
        sheet.Text("target", ruling.Target);
        sheet.Text("other", ruling.Other);
        sheet.Text("value", ruling.Value);
        sheet.Text("reason", ruling.Reason);
        sheet.Words("claims", ruling.Claims);
        sheet.Words("otherClaims", ruling.OtherClaims);
        sheet.Number("undoneBy", made.UndoneBy);
        sheet.Text("on", made.On);
    }
}
