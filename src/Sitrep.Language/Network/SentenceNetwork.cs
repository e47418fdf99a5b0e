using Sitrep.Language.Learning;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Network;

/// <summary>Finds where sentences begin, by a small network that reads the words on both sides.</summary>
internal sealed class SentenceNetwork(Vocabulary vocabulary, NetworkWeights weights)
{
    /// <summary>Longest sentence, in tokens. Real ones stay under 150; lists without stops are cut here so that the cost of trees stays bounded.</summary>
    public const int LongestSentence = 250;

    /// <summary>Tokens decided together, and tokens seen on either side of them.</summary>
    private const int Window = 256, Overlap = 32;

    // How much surer it must be where no mark ends the sentence before. News hardly has such ends; web text does.
    // Between two capitals it is mostly a name that would be cut in two.
    private const float Bare = 0.25f, InName = 2;

    // Abbreviations are known, the network has seen few of them: after "Gen." no sentence begins, after "U.S." one does before "The".
    private const float Never = 50, Likely = -4;

    public NetworkWeights Weights => weights;

    /// <summary>Writes the index just past the last token of each sentence.</summary>
    /// <param name="run">Of these weights.</param>
    public void Split(string text, ReadOnlySpan<RawToken> tokens, WordRows features, NetworkRun run, List<int> ends)
    {
        ends.Clear();
        int begun = 0;
        for (int from = 0; from < tokens.Length; from += Window)
        {
            int to = Math.Min(tokens.Length, from + Window), first = Math.Max(0, from - Overlap), last = Math.Min(tokens.Length, to + Overlap);
            features.Clear();
            SentenceInput.Add(features, text, tokens[first..last], vocabulary);
            run.Run(features, [features.Count]);
            for (int i = Math.Max(1, from); i < to; i++)
            {
                ReadOnlySpan<float> scores = run.Tags(i - first);
                bool begins = scores[1] - scores[0] > Margin(text, tokens[i - 1], tokens[i]) || tokens[i].Gap == Gap.BlankLine || (tokens[i].Gap == Gap.NewLine && IsBullet(text, tokens[i]));
                if (!begins && i - begun < LongestSentence) continue;
                ends.Add(i);
                begun = i;
            }
        }
        if (tokens.Length > 0) ends.Add(tokens.Length);
    }

    private static float Margin(string text, RawToken before, RawToken next)
    {
        ReadOnlySpan<char> word = text.AsSpan(before.Start, before.End - before.Start);
        char first = text[next.Start];
        // A mark that closes, and the words of the speaker behind it, belong to what stands before: “Is it over?” he asked.
        if (next.Gap == Gap.None && first is '\u201D' or '\u2019' or '\u00BB' or ')' or ']') return Never;
        if (word[^1] is '\u201D' or '"' && char.IsLower(first)) return Never;
        if (next.Gap == Gap.MissingSpace) return Likely;
        if (word[^1] is '\u201D' or '"' && before.Start > 0 && text[before.Start - 1] is '.' or '!' or '?' && Abbreviations.IsStarter(text.AsSpan(next.Start, next.End - next.Start))) return Likely;
        if (word.Length > 1 && word[^1] == '.' && char.IsLetter(word[0]))
        {
            if (!Abbreviations.MayEndSentence(word)) return Never;
            return Abbreviations.IsStarter(text.AsSpan(next.Start, next.End - next.Start)) ? Likely : 0;
        }
        if (!char.IsLetterOrDigit(word[^1])) return word[^1] == ',' ? Bare : 0;
        return next.Gap != Gap.NewLine && char.IsUpper(word[0]) && char.IsUpper(first) ? InName : Bare;
    }

    private static bool IsBullet(string text, RawToken token) => token.End - token.Start == 1 && text[token.Start] is '\u2022' or '*' or '-' or '\u00B7' or '\u25AA' or '\u2013';

    public void Write(BinaryWriter writer)
    {
        ModelFile.WriteKeys(writer, vocabulary.Keys);
        NetworkFile.Write(writer, weights);
    }

    public static SentenceNetwork Read(BinaryReader reader) => new(new Vocabulary(ModelFile.ReadKeys(reader)), NetworkFile.Read(reader));
}
