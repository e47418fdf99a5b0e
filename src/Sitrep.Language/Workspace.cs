using Sitrep.Language.Network;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Language;

/// <summary>The memory of one analysis, used again for the next.</summary>
internal sealed class Workspace(NetworkWeights words, NetworkWeights sentences)
{
    // What a hostile paragraph made grow is let go.
    private const int MostKept = 20_000;

    public List<RawToken> Tokens { get; } = [];
    public List<int> Paragraphs { get; } = [];
    public List<int> Ends { get; } = [];
    public WordRows Features { get; private set; } = new();
    public NetworkRun WordRun { get; private set; } = new(words);
    public NetworkRun SentenceRun { get; } = new(sentences);
    public WordTraits[] Traits { get; private set; } = new WordTraits[256];
    public int[] Classes { get; private set; } = new int[256];
    public int[] Heads { get; private set; } = new int[256];
    public int[] Relations { get; private set; } = new int[256];
    public int[] Names { get; private set; } = new int[256];

    /// <summary>Makes room for so many words.</summary>
    public void Reserve(int count)
    {
        if (Traits.Length >= count) return;
        int size = Math.Max(count, Traits.Length * 2);
        (Traits, Classes, Heads, Relations, Names) = (new WordTraits[size], new int[size], new int[size], new int[size], new int[size]);
    }

    /// <summary>False when it has grown too large to be kept.</summary>
    public bool MayBeKept => Traits.Length <= MostKept && Tokens.Capacity <= MostKept;
}
