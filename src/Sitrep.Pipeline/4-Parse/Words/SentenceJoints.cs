using Sitrep.Language;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Joins what was cut in the middle of a line: "was arrested in the province / Tuesday while …", "the charity Doctors / Without Borders said", "at 2 a.m. / local time".</summary>
/// <remarks>A capital letter behind a word without a full stop looks like the beginning of a sentence; news leaves the preposition out before a day, and names have capitals.</remarks>
internal sealed class SentenceJoints(LanguageEngine engine)
{
    /// <summary>Characters in the longest sentence that is put together: no more than a long sentence of news.</summary>
    private const int Longest = 600;

    /// <summary>Tokens of the longest part that is joined for want of a verb.</summary>
    private const int TornMax = 8;

    /// <summary>Tokens of a date and its preposition, "on 3 May 2017".</summary>
    private const int DateMax = 4;

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

    /// <summary>A verb is on one side only, and the other has too few words to stand alone.</summary>
    private static bool IsTorn(Sentence before, Sentence after)
    {
        if (after.Tokens[^1].Upos != Upos.Punct) return false;
        return HasVerb(before) ? after.Tokens.Length <= TornMax && !HasVerb(after) : before.Tokens.Length <= TornMax && HasVerb(after) && char.IsUpper(before.Tokens[^1].Form[0]);
    }

    // "On 3 May 2017 / Rebels seized X": a date behind a preposition ends no sentence.
    private static bool EndsInDate(Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        if (tokens[^1].Upos != Upos.Num) return false;
        int at = tokens.Length - 1;
        while (at > 0 && tokens.Length - at < DateMax && (tokens[at].Upos == Upos.Num || OpeningDates.IsMonth(tokens[at].Form))) at--;
        return tokens[at].Upos == Upos.Adp;
    }

    // "Fighters stormed / X on Friday"
    private static bool HasName(Sentence sentence) => sentence.Tokens[0].Upos == Upos.Propn;

    private static bool HasVerb(Sentence sentence) => Array.Exists(sentence.Tokens, token => token.Upos is Upos.Verb or Upos.Aux && token.Penn is "VBD" or "VBZ" or "VBP" or "MD");

    private static bool IsCut(string text, Sentence before, Sentence after) =>
        before.Tokens[^1].Upos is not (Upos.Punct or Upos.Sym)
        && (char.IsLower(text[after.Start]) || WeekdayRepair.IsDay(after.Tokens[0]) || before.Tokens[^1].Upos is Upos.Verb or Upos.Adp or Upos.Det or Upos.Aux && HasName(after) || (char.IsLower(before.Tokens[^1].Form[0]) || LanguageEngine.LemmaOfPast(before.Tokens[^1].Form) is not null) && HasName(after) || EndsInDate(before) || IsTorn(before, after))
        && after.Start == before.End + 1 && text[before.End] == ' ' && after.End - before.Start <= Longest;
}
