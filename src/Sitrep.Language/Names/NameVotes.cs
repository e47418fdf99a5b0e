using System.Runtime.InteropServices;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Names;

/// <summary>How the capitalised words of a text were taken so far: news gives a name in full once, then in short.</summary>
/// <remarks>One per document, filled in reading order; not safe to share between threads.</remarks>
public sealed class NameVotes
{
    private const int Kinds = 5;

    // Texts end; the table of a hostile one must too.
    private const int MostWords = 20_000;

    private readonly Dictionary<uint, (int Outside, int Person, int Location, int Organisation, int Other)> _counts = [];

    /// <summary>Counts the words of one sentence.</summary>
    internal void Add(ReadOnlySpan<WordTraits> words, ReadOnlySpan<int> classes)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Form == words[i].Lower || (i == 0 && classes[i] == 0) || _counts.Count >= MostWords) continue;
            ref (int Outside, int Person, int Location, int Organisation, int Other) counts = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, words[i].Form, out _);
            switch (NameTagger.KindOf(classes[i]))
            {
                case NameKind.Person: counts.Person++; break;
                case NameKind.Location: counts.Location++; break;
                case NameKind.Organisation: counts.Organisation++; break;
                case NameKind.Other: counts.Other++; break;
                default: counts.Outside++; break;
            }
        }
    }

    /// <summary>Writes per word 1 + the kind it was mostly taken for; 0 where it has not been seen.</summary>
    internal void Fill(ReadOnlySpan<WordTraits> words, Span<uint> votes)
    {
        Span<int> row = stackalloc int[Kinds];
        for (int i = 0; i < words.Length; i++)
        {
            votes[i] = 0;
            if (words[i].Form == words[i].Lower || !_counts.TryGetValue(words[i].Form, out var counts)) continue;
            (row[0], row[1], row[2], row[3], row[4]) = counts;
            int best = 0;
            for (int k = 1; k < Kinds; k++)
            {
                if (row[k] >= row[best] && row[k] > 0) best = k;
            }
            votes[i] = (uint)(1 + best);
        }
    }
}
