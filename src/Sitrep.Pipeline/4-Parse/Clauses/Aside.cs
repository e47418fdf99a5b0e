using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Parse.Days;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>What a sentence tells between two commas of the noun before them: "rebels, who have held the hills since May, stormed X".</summary>
/// <param name="Open">The comma before it.</param>
/// <param name="Close">The comma behind it.</param>
internal readonly record struct Aside(int Open, int Close)
{
    /// <summary>Adverbs between the closing comma and the verb ("rebels, who …, have also seized"), in tokens.</summary>
    private const int AdverbsMax = 2;

    /// <summary>Longest noun with what belongs to it before the opening comma, in tokens.</summary>
    private const int NounMax = 12;

    /// <summary>The asides of a sentence behind which its clause goes on, with its verb or with its day; in order, none in another.</summary>
    public static List<Aside> Of(Token[] tokens, WordSets words)
    {
        var found = new List<Aside>();
        for (int open = 1; open + 2 < tokens.Length; open++)
        {
            if (tokens[open].Form != "," || tokens[open - 1].Upos is not (Upos.Noun or Upos.Propn) || WeekdayRepair.IsDay(tokens[open - 1]) || KindOf(tokens, open + 1) is not { } kind) continue;
            bool subject = IsSubject(tokens, open);
            if (kind == Kind.Acting && !subject || kind == Kind.Naming && subject && IsSetting(tokens, open)) continue;
            int close = subject ? CloseBeforeVerb(tokens, open, words) : CloseBeforeDay(tokens, open, words);
            if (close >= 0 && kind == Kind.Naming && !IsName(tokens, open, close, words)) continue;
            if (close < 0) continue;
            found.Add(new Aside(open, close));
            open = close;
        }
        return found;
    }

    /// <summary>What an aside is made of.</summary>
    private enum Kind
    {
        /// <summary>A clause or a participle: "who hold X", "near which", "many of them", "led by", "armed with".</summary>
        Telling,
        /// <summary>"operating from", "some wearing": behind an object it would tell what was done.</summary>
        Acting,
        /// <summary>"a town of 30,000", "home to", "about 40 km north of".</summary>
        Naming,
    }

    private static Kind? KindOf(Token[] tokens, int at)
    {
        if (IsRelative(tokens[at]) || tokens[at].Upos == Upos.Adp && IsRelative(tokens[at + 1]) || tokens[at + 1].Form == "of" && at + 2 < tokens.Length && (tokens[at + 2].Form is "them" || IsRelative(tokens[at + 2]))) return Kind.Telling;
        int part = at;
        while (part + 2 < tokens.Length && tokens[part].Upos == Upos.Adv || tokens[part].Form == "until" && part == at) part++;
        if (tokens[part + 1].Upos == Upos.Adp && (tokens[part] is { Upos: Upos.Verb, Penn: "VBN" or "VBD" } || tokens[part] is { Upos: Upos.Adj, Penn: "JJ" } && tokens[part + 1].Form is "to" or "with" or "of" or "for")) return Kind.Telling;
        if (tokens[at].Form == "under" && tokens[at + 1].Upos == Upos.Noun) return Kind.Telling;
        if (tokens[at] is { Upos: Upos.Verb, Penn: "VBG" } && tokens[at + 1].Upos == Upos.Adp || tokens[at].Form is "some" or "many" or "most" && tokens[at + 1].Penn == "VBG") return Kind.Acting;
        return tokens[part].Upos == Upos.Det || tokens[at].Upos == Upos.Noun && tokens[at + 1].Form is "to" or "of" || tokens[at].Lemma is "about" or "some" or "around" && tokens[at + 1].Upos == Upos.Num ? Kind.Naming : null;
    }

    private static bool IsRelative(in Token token) => token.Penn is "WP" or "WDT" or "WP$" || token.Form == "where";

    /// <summary>True where nothing but the noun stands between the comma and where its clause begins: it has its verb still to come.</summary>
    private static bool IsSubject(Token[] tokens, int open)
    {
        for (int at = open - 1; at >= 0 && open - at <= NounMax; at--)
        {
            ref readonly Token token = ref tokens[at];
            if (token.Form == "," || token.Upos == Upos.Sconj || token.Form == "that") return at < open - 1;
            if (IsPastBefore(tokens, at) && token.Relation != "amod") return false;
            if (token.Upos is Upos.Verb or Upos.Aux && token.Penn is not ("VBN" or "VBG")) return token.Penn is "VBD" or "VBZ" or "VBP" && token.Lemma is "say" && at < open - 1;
            if (token.Upos is not (Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Num or Upos.Adp or Upos.Part or Upos.Verb) && token.Form is not "-") return false;
            if (at == 0) return true;
        }
        return false;
    }

    /// <summary>"In X, the army …": the comma closes a setting.</summary>
    private static bool IsSetting(Token[] tokens, int open)
    {
        int first = open - 1;
        while (first > 0 && tokens[first - 1].Form is not ("," or "that") && tokens[first - 1].Upos is not (Upos.Verb or Upos.Sconj)) first--;
        return tokens[first].Upos is Upos.Adp or Upos.Sconj || tokens[first].Form is "According" || first > 0 && tokens[first - 1].Upos == Upos.Verb && tokens[first - 1].Lemma != "say";
    }

    /// <summary>"the country's largest group": nothing of it is a clause, and what stands behind it says nothing of its own.</summary>
    private static bool IsName(Token[] tokens, int open, int close, WordSets words)
    {
        // "a town that rebels had held"
        bool clause = false;
        for (int at = open + 1; at < close; at++)
        {
            clause |= IsRelative(tokens[at]);
            if (tokens[at].Form is "," || IsFinite(tokens[at]) && !clause) return false;
        }
        return close + 1 < tokens.Length && !words.Has(WordSet.Says, tokens[close + 1].Lemma);
    }

    /// <summary>The one comma behind which a verb stands; -1 where none does, or several.</summary>
    private static int CloseBeforeVerb(Token[] tokens, int open, WordSets words)
    {
        int close = -1;
        bool told = !IsRelative(tokens[open + 1]);
        for (int at = open + 2; at + 1 < tokens.Length; at++)
        {
            told |= IsFinite(tokens[at]);
            // "rebels, who hold X, left after the army, armed with tanks, attacked": what opens behind the verb is another clause's.
            if (close >= 0 && (tokens[at].Upos == Upos.Sconj || tokens[at].Form is "after" or "before" or "since" or "until" || IsRelative(tokens[at]))) return close;
            if (tokens[at].Form != ",") continue;
            int verb = PastDate(tokens, at + 1, words);
            for (int adverbs = 0; adverbs < AdverbsMax && verb < tokens.Length && tokens[verb].Upos == Upos.Adv; adverbs++) verb++;
            if (verb >= tokens.Length || !IsFinite(tokens[verb]) && !IsPastBefore(tokens, verb)) continue;
            if (IsInverted(tokens, verb) || close >= 0 && words.Has(WordSet.Says, tokens[verb].Lemma)) continue;
            if (close >= 0 || !told) return -1;
            close = at;
        }
        return close;
    }

    /// <summary>"…, said residents.": the sentence ends with who tells it, and with no verb of theirs.</summary>
    private static bool IsInverted(Token[] tokens, int verb) =>
        tokens[verb].Lemma == "say" && tokens[verb - 1].Form == "," && verb + 1 < tokens.Length && tokens[verb + 1].Upos is Upos.Det or Upos.Propn or Upos.Noun or Upos.Adj or Upos.Num && !Array.Exists(tokens[(verb + 1)..], token => IsFinite(token));

    /// <summary>The first comma, where a day stands behind it and none before the aside; -1 otherwise.</summary>
    private static int CloseBeforeDay(Token[] tokens, int open, WordSets words)
    {
        bool told = !(IsRelative(tokens[open + 1]) || IsRelative(tokens[open + 2]));
        int close = open + 1;
        for (; close < tokens.Length && tokens[close].Form != ","; close++) told |= IsFinite(tokens[close]);
        if (!told || close + 1 >= tokens.Length || PastDate(tokens, close + 1, words) == close + 1) return -1;
        for (int at = open - 1; at >= 0 && tokens[at].Form is not ("," or "that") && tokens[at].Lemma != "say"; at--) if (OpeningDates.IsDate(tokens, at) || words.Has(WordSet.NamedDay, tokens[at].Form)) return -1;
        return close;
    }

    /// <summary>Just past "late on Monday", "on 3 May", "last week", "overnight"; <paramref name="start"/> where no day stands.</summary>
    private static int PastDate(Token[] tokens, int start, WordSets words)
    {
        int at = start;
        if (at + 1 < tokens.Length && tokens[at].Lemma is "early" or "late") at++;
        bool behind = at + 1 < tokens.Length && tokens[at].Lemma is "on" or "in" or "at" or "over" or "during" or "by";
        if (behind) at++;
        int end = OpeningDates.End(tokens, at, behind, words);
        return end == at ? start : end;
    }

    private static bool IsFinite(in Token token) => token.Upos is Upos.Verb or Upos.Aux && token.Penn is "VBD" or "VBZ" or "VBP" or "MD";

    // "seized X": a past tense that was taken for a participle
    private static bool IsPastBefore(Token[] tokens, int at) =>
        tokens[at] is { Upos: Upos.Verb, Penn: "VBN" } && at + 1 < tokens.Length && (tokens[at + 1].Upos is Upos.Det or Upos.Propn or Upos.Num or Upos.Noun || tokens[at + 1].Form is "out" or "back");
}
