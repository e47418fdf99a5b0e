using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>One attribution as the tree shows it: source, cue and content as tokens of one sentence (Pareti's PARC scheme, as in PolNeAR).</summary>
/// <param name="At">Token of the cue that the rest hangs on.</param>
/// <param name="Source">Token that heads the source; -1 when nobody is named.</param>
public sealed record CuedClause(Cue Entry, int At, int Source, bool[] SourceWords, bool[] CueWords, bool[] Content)
{
    /// <summary>True when the cue is a passive, so that its subject is no source.</summary>
    public bool IsPassive { get; init; }

    /// <summary>The reporting clause that stands between marks; null when the tree alone gave the attribution.</summary>
    internal ReportingSegment? Segment { get; init; }

    /// <summary>Tokens of content.</summary>
    public int Size => Content.Count(inside => inside);
}

/// <summary>Sets of tokens of one tree.</summary>
internal static class TokenSets
{
    /// <summary>Adds a subtree.</summary>
    public static void Mark(this Tree tree, int top, bool[] set)
    {
        (int first, int last) = tree.Extent(top);
        for (int at = first; at <= last; at++) if (!set[at] && tree.IsUnder(at, top)) set[at] = true;
    }

    public static bool[] Subtree(this Tree tree, int top)
    {
        bool[] set = new bool[tree.Count];
        tree.Mark(top, set);
        return set;
    }

    /// <summary>Takes a subtree out.</summary>
    public static void Clear(this Tree tree, int top, bool[] set)
    {
        (int first, int last) = tree.Extent(top);
        for (int at = first; at <= last; at++) if (set[at] && tree.IsUnder(at, top)) set[at] = false;
    }

    public static bool HasMark(this Tree tree, int at, string penn)
    {
        foreach (int child in tree.Children(at)) if (tree.Is(child, "mark") && tree[child].Penn == penn) return true;
        return false;
    }

    public static bool IsNominal(this Tree tree, int at) => tree[at].Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.X or Upos.Det or Upos.Sym;
}
