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

    // Windows of short paragraphs are read together: what a network costs is fetching its weights.
    private const int BatchTokens = 256;

    public NetworkWeights Weights => weights;

    /// <summary>Writes the index just past the last token of each sentence; none crosses a paragraph.</summary>
    /// <param name="paragraphs">Just past the last token of each paragraph.</param>
    /// <param name="run">Of these weights.</param>
    public void Split(string text, ReadOnlySpan<RawToken> tokens, ReadOnlySpan<int> paragraphs, WordRows features, NetworkRun run, List<int> ends)
    {
        ends.Clear();
        features.Clear();
        var batch = new List<Frame>();
        int begun = 0, start = 0;
        foreach (int end in paragraphs)
        {
            for (int from = start; from < end; from += Window)
            {
                int to = Math.Min(end, from + Window), first = Math.Max(start, from - Overlap), last = Math.Min(end, to + Overlap);
                if (features.Count > 0 && features.Count + last - first > BatchTokens) Decide(text, tokens, features, run, batch, ends, ref begun);
                batch.Add(new Frame(from, to, features.Count, features.Count - first, from == start, to == end));
                SentenceInput.Add(features, text, tokens[first..last], vocabulary);
            }
            start = end;
        }
        Decide(text, tokens, features, run, batch, ends, ref begun);
    }

    /// <summary>Tokens decided together.</summary>
    /// <param name="Shift">From the index of a token to its row in the batch.</param>
    /// <param name="Opens">The first token opens a paragraph.</param>
    /// <param name="Closes">The last one closes it.</param>
    /// <param name="Row">Its first row in the batch, that of its overlap.</param>
    private readonly record struct Frame(int From, int To, int Row, int Shift, bool Opens, bool Closes);

    private static void Decide(string text, ReadOnlySpan<RawToken> tokens, WordRows features, NetworkRun run, List<Frame> batch, List<int> ends, ref int begun)
    {
        if (batch.Count == 0) return;
        Span<int> rows = batch.Count <= BatchTokens ? stackalloc int[batch.Count] : new int[batch.Count];
        for (int i = 0; i < rows.Length; i++) rows[i] = i + 1 < rows.Length ? batch[i + 1].Row : features.Count;
        run.Run(features, rows);
        foreach (Frame frame in batch)
        {
            for (int i = frame.Opens ? frame.From + 1 : frame.From; i < frame.To; i++)
            {
                ReadOnlySpan<float> scores = run.Tags(i + frame.Shift);
                bool begins = scores[1] - scores[0] > Margin(text, tokens[i - 1], tokens[i]) || tokens[i].Gap == Gap.BlankLine || (tokens[i].Gap == Gap.NewLine && IsBullet(text, tokens[i]));
                if (!begins && i - begun < LongestSentence) continue;
                ends.Add(i);
                begun = i;
            }
            if (!frame.Closes) continue;
            ends.Add(frame.To);
            begun = frame.To;
        }
        batch.Clear();
        features.Clear();
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
