using System.Collections.Frozen;
using Sitrep.Language;
using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>Parses "…, X said" as what it is: a sentence, and a reporting clause beside it.</summary>
/// <remarks>
/// News ends every third sentence so, the treebanks the parser learnt from hardly any: left alone it takes the last noun before the comma for
/// part of the clause. The words before the comma are parsed as a sentence of their own and the reporting clause is hung on their root as
/// <c>parataxis</c>, where Universal Dependencies puts it.
/// </remarks>
internal sealed class ReportingClauses(LanguageEngine engine, FrozenSet<string> cues)
{
    /// <summary>Longest subject of a reporting clause, in tokens; longer ones are as a rule something else.</summary>
    private const int SubjectMax = 16;

    /// <summary>What may follow the cue without a clause of its own ("said on Friday in a televised statement"), in tokens.</summary>
    private const int TailMax = 14;

    /// <summary>The sentence, or a better tree for it.</summary>
    public Sentence Repair(string text, Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int cue = tokens.Length - 1; cue > 2; cue--)
        {
            if (!IsCue(tokens[cue]) || ClauseStart(tokens, cue) is not { } start || !IsTail(tokens, cue)) continue;
            return Compose(text, sentence, start) ?? sentence;
        }
        return sentence;
    }

    private bool IsCue(in Token token) => token.Upos is Upos.Verb && token.Penn is "VBD" or "VBZ" or "VBN" or "VBP" && cues.Contains(token.Lemma);

    /// <summary>First token after the comma or closing quotation mark that opens the clause; null when this is no such clause.</summary>
    private static int? ClauseStart(Token[] tokens, int cue)
    {
        // ", said the commander …"
        if (IsBreak(tokens[cue - 1]) && cue + 1 < tokens.Length && tokens[cue + 1].Upos is Upos.Det or Upos.Propn or Upos.Noun or Upos.Pron or Upos.Adj) return HasVerb(tokens, 0, cue - 1) ? cue : null;
        int nouns = 0;
        int commas = 0;
        for (int at = cue - 1; at > 1 && cue - at <= SubjectMax; at--)
        {
            ref readonly Token token = ref tokens[at];
            if (IsBreak(token))
            {
                // ", Rami Abdel Rahman, head of the monitor, said": an apposition between two commas belongs to the subject.
                if (at == cue - 1 && token.Form == ",") { commas = 1; continue; }
                if (commas == 1 && token.Form == ",") { commas = 2; continue; }
                return nouns > 0 && HasVerb(tokens, 0, at) ? at + 1 : null;
            }
            if (token.Upos is Upos.Noun or Upos.Propn || (token.Upos == Upos.Pron && token.Penn == "PRP")) nouns++;
            bool nominal = token.Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Det or Upos.Adp or Upos.Num or Upos.Pron or Upos.Part or Upos.X or Upos.Cconj or Upos.Adv
                || token.Form is "-" or "–" or "(" or ")" or "." || (token.Upos == Upos.Verb && token.Penn is "VBN" or "VBG");
            if (!nominal || token.Penn is "WDT" or "WP" or "TO" || token.Penn == "IN" && token.Upos == Upos.Sconj) return null;
        }
        return null;
    }

    // Nothing that the source says may stand after the cue, but for "adding that …" and the like.
    private static bool IsTail(Token[] tokens, int cue)
    {
        int length = 0;
        for (int at = cue + 1; at < tokens.Length; at++)
        {
            if (tokens[at].Form is "," && at + 1 < tokens.Length && tokens[at + 1].Penn == "VBG") return true;
            if (tokens[at].Penn is "VBD" or "VBZ" or "VBP" or "MD" && tokens[at].Upos is Upos.Verb or Upos.Aux)
            {
                // A relative clause about the source is no content: "said X, who leads the party".
                bool relative = at > cue + 1 && tokens[at - 1].Penn is "WDT" or "WP";
                if (!relative) return false;
            }
            if (++length > TailMax && tokens[cue + 1].Upos is not (Upos.Det or Upos.Propn or Upos.Noun)) return false;
        }
        return true;
    }

    private static bool IsBreak(in Token token) => token.Form is "," or "”" or "\"" or "''" or "—" or "–" or "--" or "»";

    private static bool HasVerb(Token[] tokens, int from, int to)
    {
        for (int at = from; at < to; at++) if (tokens[at].Upos is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    private Sentence? Compose(string text, Sentence sentence, int start)
    {
        Token[] tokens = sentence.Tokens;
        Sentence? content = engine.AnalyzeAsOne(text, tokens[0].Start, tokens[start - 1].End);
        Sentence? clause = engine.AnalyzeAsOne(text, tokens[start].Start, tokens[^1].End);
        if (content is null || clause is null) return null;
        int shift = content.Tokens.Length;
        int root = Array.FindIndex(content.Tokens, token => token.Head < 0);
        var composed = new Token[shift + clause.Tokens.Length];
        content.Tokens.CopyTo(composed, 0);
        for (int i = 0; i < clause.Tokens.Length; i++)
        {
            Token token = clause.Tokens[i];
            composed[shift + i] = token.Head < 0 ? token with { Head = root, Relation = "parataxis" } : token with { Head = token.Head + shift };
        }
        return new Sentence(composed[0].Start, composed[^1].End, composed);
    }
}
