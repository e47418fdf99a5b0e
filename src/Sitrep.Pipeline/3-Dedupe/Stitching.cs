using System.Collections.Immutable;

namespace Sitrep.Pipeline.Dedupe;

/// <summary>What a report that is no plain copy took from others.</summary>
/// <param name="Sources">The one that gave most comes first.</param>
/// <param name="IsPatchwork">True when it was stitched of several tellings; else it is a telling that holds excerpts.</param>
/// <param name="Joins">True when it brings nothing of its own, so that it belongs to the telling of its first source.</param>
internal sealed record Borrowing(ImmutableArray<int> Sources, bool IsPatchwork, bool Joins);

/// <summary>Finds reports stitched from several tellings, which must not tie those together, and reports of their own that hold excerpts.</summary>
internal static class Stitching
{
    /// <summary>Words a source must give: about a sentence.</summary>
    private const int GivenMin = 15;

    /// <summary>The same for a source that stands in the report whole.</summary>
    private const int WholeGivenMin = 10;

    /// <summary>The same as a share of the report, for the source of a patchwork.</summary>
    private const double GivenShareMin = 0.1;

    /// <summary>Sentences, and words, below which nobody speaks of an excerpt.</summary>
    private const int ExcerptSentencesMin = 2, ExcerptWordsMin = 20;

    /// <summary>Share of the report that all sources together must cover before it counts as having nothing of its own.</summary>
    // A page stitched by copy and paste is covered wholly; a follow-up that repeats background from several stories has its news beside it.
    private const double CoveredMin = 0.7;

    /// <summary>Share of the report that one source alone must cover before the others are only background.</summary>
    private const double NearlyAllMin = 0.8;

    /// <summary>Sources told of.</summary>
    private const int SourcesMax = 8;

    /// <returns>Null when the report took nothing, or all from one telling.</returns>
    public static Borrowing? Find(CopyGraph graph, int number, FirstPublication first)
    {
        Telling page = graph.Tellings[number];
        if (page.IsAgencyOriginal || first.JudgedWords == 0) return null;
        var sources = new List<(int Source, int Words, int Sentences, bool Tied)>();
        foreach ((int source, int words, int sentences) in first.Sources(graph, page))
        {
            bool tied = graph.AreSameTelling(number, source);
            // What an outlet prints in two stories is its furniture, or its own.
            if (words >= (tied ? WholeGivenMin : GivenMin) && (tied || !page.SameOutlet(graph.Tellings[source]))) sources.Add((source, words, sentences, tied));
        }
        (int Source, int Words, int Sentences, bool Tied)[] parts = [.. sources.Where(source => source.Tied || source.Words >= GivenShareMin * first.JudgedWords).Take(SourcesMax)];
        if (parts.Length >= 2 && !IsOriginalOf(page, parts.Select(part => graph.Tellings[part.Source])))
        {
            bool ofOne = parts[0].Words >= CopyRules.ContainedMin * first.JudgedWords;
            bool ofAll = parts.Sum(part => part.Words) >= CoveredMin * first.JudgedWords;
            // A story with background from other stories is no patchwork, unless it would tie two tellings together.
            bool background = !ofAll || parts[0].Words >= NearlyAllMin * first.JudgedWords || parts.All(part => page.SameNewsroom(graph.Tellings[part.Source]));
            if (!background || parts.Count(part => part.Tied) >= 2) return new Borrowing([.. parts.Select(part => part.Source)], IsPatchwork: true, ofOne || ofAll);
        }
        ImmutableArray<int> excerpts = [.. sources
            .Where(source => !source.Tied && source.Sentences >= ExcerptSentencesMin && source.Words >= ExcerptWordsMin && !page.SameNewsroom(graph.Tellings[source.Source]))
            .Take(SourcesMax).Select(source => source.Source)];
        return excerpts.IsEmpty ? null : new Borrowing(excerpts, IsPatchwork: false, Joins: false);
    }

    // Parts of one wire story that two outlets took are excerpts of it, not its sources: same newsroom, and none of them earlier.
    private static bool IsOriginalOf(Telling page, IEnumerable<Telling> parts) =>
        page.Report.Agency is not null && parts.All(part => page.SameNewsroom(part) && page.NotAfter(part));
}
