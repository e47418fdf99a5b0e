using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Numbers the claims a report cites, in the order they are first cited.</summary>
internal sealed class EvidenceBook(RecordIndex index)
{
    /// <summary>Citations of one line; a reader who wants the thirteenth opens the record.</summary>
    public const int MostPerLine = 6;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<LedgerClaim> _cited = [];

    /// <summary>Numbers for at most <see cref="MostPerLine"/> of the claims, one of each speaker before a second of any.</summary>
    public ImmutableArray<int> Cite(IEnumerable<LedgerClaim> claims, int most = MostPerLine)
    {
        var speakers = new HashSet<string>(StringComparer.Ordinal);
        var first = new List<LedgerClaim>();
        var more = new List<LedgerClaim>();
        foreach (LedgerClaim claim in claims) (speakers.Add(RecordIndex.SpeakerKey(claim)) ? first : more).Add(claim);
        return [.. first.Concat(more).Take(most).Select(Number).Distinct()];
    }

    private int Number(LedgerClaim claim)
    {
        if (_numbers.TryGetValue(claim.Claim.Id, out int number)) return number;
        _cited.Add(claim);
        _numbers.Add(claim.Claim.Id, _cited.Count);
        return _cited.Count;
    }

    /// <summary>The clean words of a claim on one line.</summary>
    public string Quote(LedgerClaim claim, int most) => Wording.Line(claim.Claim.Span.Of(index.Report(claim.Claim.ReportId).Text), most);

    /// <summary>All that was cited, and the texts it stands in, in the record's order.</summary>
    public (ImmutableArray<Evidence> Evidence, ImmutableArray<ReportText> Texts) Close()
    {
        var texts = ImmutableArray.CreateBuilder<ReportText>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var received = new Dictionary<string, ReceivedText>(StringComparer.Ordinal);
        var spans = _cited.Select((claim, i) => (claim.Claim.ReportId, Number: i + 1, claim.Claim.Span)).ToLookup(cited => cited.ReportId, StringComparer.Ordinal);
        foreach (Report report in index.Record.Reports)
        {
            if (!spans.Contains(report.Id) || !numbers.TryAdd(report.Id, texts.Count + 1)) continue;
            received.Add(report.Id, new ReceivedText(report));
            ImmutableArray<(int, TextSpan)> cited = [.. spans[report.Id].Select(cite => (cite.Number, cite.Span)).OrderBy(cite => cite.Span.Start).ThenBy(cite => cite.Number)];
            string heading = Wording.Line(report.Title is { Length: > 0 } title ? title : report.Input, 200);
            texts.Add(new ReportText(texts.Count + 1, heading, $"{RecordIndex.Publisher(report)} · {Wording.Day(report.Published)} · {Wording.Line(report.Input)}", report, cited));
        }
        return ([.. _cited.Select((claim, i) => Describe(claim, i + 1, received, numbers))], texts.ToImmutable());
    }

    private Evidence Describe(LedgerClaim claim, int number, Dictionary<string, ReceivedText> received, Dictionary<string, int> numbers)
    {
        string id = claim.Claim.ReportId;
        ReceivedSpan span = received[id].Find(claim.Claim.Span)
            ?? throw new InvalidOperationException($"Claim {claim.Claim.Id} at {claim.Claim.Span} of report {id} rests on no received character.");
        string where = string.Create(CultureInfo.InvariantCulture, $"characters {span.Start}–{span.End} of {Wording.Line(index.Report(id).Input)}");
        string stance = claim.Claim.Stance switch
        {
            Stance.Denies => "denied by",
            Stance.Doubts => "doubted by",
            Stance.Expects => "expected by",
            _ => "affirmed by",
        };
        if (claim.Claim.ReadBy is { } reader) where += $"; found by the second reader {Wording.Line(reader)}";
        if (claim.Withdrawn is { } withdrawn) where += $"; {Wording.Of(withdrawn)}";
        if (claim.IsRejected) where += "; rejected by an analyst";
        return new Evidence(number, claim.Claim.Id, Quote(claim, int.MaxValue), index.Speaker(claim), stance, index.Citation(id), where, numbers[id]);
    }
}
