using System.Collections.Frozen;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>How a word takes part in a judgement on what was told: the forms of <c>data/verdicts.tsv</c>.</summary>
public enum VerdictForm { Telling, Noun, Adjective, Participle, Phrase, Predicate, Judging, Naming, Ground, Adverb, Before, Lying }

/// <summary>The words of <c>data/verdicts.tsv</c>: how what somebody told is judged.</summary>
public sealed class VerdictList
{
    private readonly FrozenDictionary<(string, VerdictForm), Stance> _words;
    private readonly FrozenDictionary<(string First, VerdictForm Form), (string[] Words, Stance Effect)[]> _phrases;

    private VerdictList(FrozenDictionary<(string, VerdictForm), Stance> words, FrozenDictionary<(string, VerdictForm), (string[], Stance)[]> phrases) => (_words, _phrases) = (words, phrases);

    public static VerdictList Load(DataFolder data)
    {
        (string Word, VerdictForm Form, Stance Effect)[] rows = [.. data.Rows("verdicts.tsv", "word", "form", "effect").Select(row => (row[0], Spelling.Parse<VerdictForm>(row[1]), row[2].Length == 0 ? Stance.Affirms : Spelling.Parse<Stance>(row[2])))];
        return new VerdictList(rows.ToFrozenDictionary(row => (row.Word, row.Form), row => row.Effect),
            rows.Where(row => row.Word.Contains(' ', StringComparison.Ordinal)).Select(row => (Words: row.Word.Split(' '), row.Form, row.Effect))
                .GroupBy(row => (row.Words[0], row.Form)).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(row => row.Words.Length).Select(row => (row.Words, row.Effect)).ToArray()));
    }

    /// <summary>What the word does in this form, by its form in the text, else by its lemma; null when it is not listed.</summary>
    public Stance? For(in Token token, VerdictForm form) =>
        _words.TryGetValue((token.Form.ToLowerInvariant(), form), out Stance effect) || _words.TryGetValue((token.Lemma.ToLowerInvariant(), form), out effect) ? effect : null;

    /// <summary>A phrase of several words that begins at the token; null when none does.</summary>
    /// <returns>What it does and its last token.</returns>
    public (Stance Effect, int Last)? PhraseAt(Tree tree, int at, VerdictForm form)
    {
        // A verb is listed by its lemma.
        if (!_phrases.TryGetValue((form == VerdictForm.Predicate ? tree[at].Lemma : tree[at].Form.ToLowerInvariant(), form), out var phrases)) return null;
        foreach ((string[] words, Stance effect) in phrases)
        {
            if (at + words.Length > tree.Count) continue;
            int same = 1;
            while (same < words.Length && tree[at + same].Form.Equals(words[same], StringComparison.OrdinalIgnoreCase)) same++;
            if (same == words.Length) return (effect, at + same - 1);
        }
        return null;
    }

    /// <summary>A noun for what was told, also where the parser took it for a verb ("Claims that the town fell …").</summary>
    public bool IsTelling(Tree tree, int at) =>
        For(tree[at], VerdictForm.Telling) is not null && (tree[at].Upos is Upos.Noun or Upos.Propn
            || tree[at].Upos == Upos.Verb && at > 1 && IsPossessive(tree, at - 1)
            || tree[at].Upos == Upos.Verb && tree[at].Form.EndsWith('s') && (at == 0 || tree[at - 1].Form == "that" || tree[at - 1].Upos is Upos.Det or Upos.Adj or Upos.Adp or Upos.Punct or Upos.Verb or Upos.Part or Upos.Sconj || tree[at - 1].Penn is "POS" or "PRP$"));

    /// <summary>The mark of a possessive, also where the parser took it for one of quotation ("the rebels' claim").</summary>
    public static bool IsPossessive(Tree tree, int at) => tree[at].Penn == "POS" || tree[at].Form is "'" or "’" && at > 0 && tree[at - 1].Penn is "NNS" or "NNPS" && tree[at].Start == tree[at - 1].End;

    /// <summary>True for a word that says of what was told that it is not so.</summary>
    public bool Denies(in Token token) => For(token, VerdictForm.Noun) == Stance.Denies || For(token, VerdictForm.Adjective) == Stance.Denies;
}
