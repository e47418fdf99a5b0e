using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Clean.Lists;

/// <summary>Words of captions and photo credits, from <c>clean-captions.tsv</c>.</summary>
internal sealed class CaptionWords
{
    private static readonly string[] Kinds = ["verb", "mark", "opener", "opener-only", "closing", "nobody", "direction"];

    public CaptionWords(DataFolder data)
    {
        var words = data.Rows("clean-captions.tsv", "words", "kind").ToLookup(row => row[1], row => row[0], StringComparer.Ordinal);
        if (words.FirstOrDefault(group => !Kinds.Contains(group.Key))?.Key is { } odd) throw new InvalidDataException($"clean-captions.tsv: {odd} is none of {string.Join(", ", Kinds)}.");
        (Verbs, Marks) = (words["verb"].ToFrozenSet(StringComparer.Ordinal), [.. words["mark"]]);
        (InnerOpeners, Closings) = ([.. words["opener"]], [.. words["closing"]]);
        Openers = [.. InnerOpeners, .. words["opener-only"], "via "];
        (Nobody, Directions) = (words["nobody"].ToFrozenSet(StringComparer.OrdinalIgnoreCase), words["direction"].ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>What people in photos do, in the present tense.</summary>
    public FrozenSet<string> Verbs { get; }
    /// <summary>Words that say that a picture is meant.</summary>
    public ImmutableArray<string> Marks { get; }
    /// <summary>What a credit begins with, in small letters: "photo by", "via ".</summary>
    public ImmutableArray<string> Openers { get; }
    /// <summary>Those of them that also begin a credit behind other words.</summary>
    public ImmutableArray<string> InnerOpeners { get; }
    /// <summary>What a credit ends in; case does not count.</summary>
    public ImmutableArray<string> Closings { get; }
    /// <summary>Words where a photographer's name would stand that name nobody.</summary>
    public FrozenSet<string> Nobody { get; }
    /// <summary>Words between the names of a place: "Pemba, north of Nampula".</summary>
    public FrozenSet<string> Directions { get; }
}
