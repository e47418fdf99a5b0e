using Sitrep.Language;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Joins what was cut before a weekday: "was arrested in the province / Tuesday while …".</summary>
/// <remarks>News leaves the preposition out before a day; its capital letter behind a word without a full stop then looks like the beginning of a sentence.</remarks>
internal sealed class DayJoints(LanguageEngine engine)
{
    /// <summary>Characters in the longest sentence that is put together: no more than a long sentence of news.</summary>
    private const int Longest = 600;

    /// <summary>Cuts undone in one sentence; keeps the work linear in hostile text.</summary>
    private const int JointsMax = 2;

    public IEnumerable<Sentence> Repair(string text, IReadOnlyList<Sentence> sentences)
    {
        for (int i = 0; i < sentences.Count; i++)
        {
            Sentence whole = sentences[i];
            for (int joints = 0; joints < JointsMax && i + 1 < sentences.Count && IsCut(text, whole, sentences[i + 1]) && engine.AnalyzeAsOne(text, whole.Start, sentences[i + 1].End) is { } joined; joints++) (whole, i) = (joined, i + 1);
            yield return whole;
        }
    }

    private static bool IsCut(string text, Sentence before, Sentence after) =>
        before.Tokens[^1].Upos is not (Upos.Punct or Upos.Sym)
        && after.Tokens[0].Form is "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday"
        && after.Start == before.End + 1 && text[before.End] == ' ' && after.End - before.Start <= Longest;
}
