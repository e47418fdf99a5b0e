using System.Collections.Frozen;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>What a word says that security forces did.</summary>
public enum PolicingAct { Mute, Act, Arrest, Force, Kill, Fail }

/// <summary>Who must be named for the word to count.</summary>
public enum PolicingBy { Anyone, Force, Agent }

/// <summary>The words of <c>data/policing.tsv</c>.</summary>
public sealed class PolicingList
{
    private readonly FrozenDictionary<(string, FramePos), (PolicingAct Act, PolicingBy By)> _words;

    private PolicingList(FrozenDictionary<(string, FramePos), (PolicingAct, PolicingBy)> words) => _words = words;

    /// <returns>Null when the word is not listed.</returns>
    public (PolicingAct Act, PolicingBy By)? For(string lemma, FramePos pos) => _words.TryGetValue((lemma, pos), out var found) ? found : null;

    public static PolicingList Load(DataFolder data)
    {
        var words = new Dictionary<(string, FramePos), (PolicingAct, PolicingBy)>();
        foreach (string[] row in data.Rows("policing.tsv", "words", "pos", "act", "by"))
        {
            (PolicingAct, PolicingBy) meaning = (Spelling.Parse<PolicingAct>(row[2]), row[3].Length == 0 ? PolicingBy.Anyone : Spelling.Parse<PolicingBy>(row[3]));
            foreach (string word in row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)) words.TryAdd((word, Spelling.Parse<FramePos>(row[1])), meaning);
        }
        return new PolicingList(words.ToFrozenDictionary());
    }
}
