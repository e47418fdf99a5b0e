using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Explain;

namespace Sitrep.Cli.Running;

/// <summary>All that was read and ruled, ready to be folded as of any day.</summary>
/// <param name="rulings">Empty where none are to count.</param>
internal sealed class Material(SitrepPipeline pipeline, IReadOnlyList<ReadReport> reports, IReadOnlyList<Problem> setAside, SharedTexts? sharedTexts, IReadOnlyList<Ruling> rulings)
{
    /// <param name="day">Null: everything.</param>
    public SituationRecord AsOf(DateOnly? day) => pipeline.Fold(reports, setAside, day, sharedTexts, rulings);

    /// <summary>The same with one ruling more.</summary>
    public Material And(Ruling ruling) => new(pipeline, reports, setAside, sharedTexts, [.. rulings, ruling]);

    /// <summary>Why a claim of the record as of that day says what it says.</summary>
    public ImmutableArray<Evidence> Why(DateOnly? day, string claim) => pipeline.Explain(reports, day, claim, sharedTexts);
}
