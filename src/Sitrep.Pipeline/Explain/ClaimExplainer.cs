using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Explain;

/// <summary>Why a claim says what it says, in the order in which it was decided. Nothing of it is stored.</summary>
internal sealed class ClaimExplainer(DataFolder data, FrameList frames, KnownActors known)
{
    private readonly SentenceEvidence _sentence = new(data, frames);
    private readonly MentionEvidence _mentions = new(data, known);

    public ImmutableArray<Evidence> Of(Report report, Claim claim, ClaimBasis? read, ResolutionBasis? resolved)
    {
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        evidence.Add(new Evidence("words", $"\"{Tree.Fold(claim.Span.Of(report.Text))}\"",
            [string.Create(CultureInfo.InvariantCulture, $"report {report.Id}, characters {claim.Span.Start} to {claim.Span.End} of its clean text")]));
        if (claim.ReadBy is { } second)
        {
            evidence.Add(new Evidence("reading", $"found by the second reader {second}, not by the built-in one",
            [
                "its quote stands in the report, and whom, where, when and how many it names stands in or near the quote and was read there as the built-in reader reads it",
                "that the words mean this event or figure is the model's opinion; the sentence does not say otherwise",
            ]));
        }
        else if (read is null) evidence.Add(new Evidence("reading", "the report read again does not give this claim", ["it was kept by another version of the reader or of the word lists; run 'sitrep ingest' again"]));
        else evidence.AddRange(_sentence.Of(read));
        if (resolved is not null) evidence.AddRange(_mentions.Of(report, resolved));
        return evidence.DrainToImmutable();
    }
}
