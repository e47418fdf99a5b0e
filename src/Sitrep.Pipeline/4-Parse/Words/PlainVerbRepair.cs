using System.Collections.Frozen;
using Sitrep.Language;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Words;

/// <summary>Finds the verb of "Forces of the general control the port", where the parser read "the general control" as a name for something.</summary>
/// <remarks>A plain present looks like a noun. Without the phrase behind its subject the parser knows it ("Forces control the port"); the phrase is then put back.</remarks>
/// <param name="verbs">Verbs that are done to places.</param>
internal sealed class PlainVerbRepair(LanguageEngine engine, FrozenSet<string> verbs, WordSets words)
{
    /// <summary>Longest phrase between subject and verb, in tokens.</summary>
    private const int PhraseMax = 10;

    public Sentence Repair(string text, Sentence sentence)
    {
        Token[] tokens = sentence.Tokens;
        for (int verb = 3; verb + 1 < tokens.Length; verb++)
        {
            if (!MayBeVerb(tokens, verb) || Subject(tokens, verb) is not (>= 0 and var subject)) continue;
            if (engine.AnalyzeAround(text, tokens[0].Start, tokens[^1].End, tokens[subject].End, tokens[verb].Start) is not { } read) continue;
            int now = subject + 1;
            if (read.Tokens.Length != tokens.Length - (verb - now) || read.Tokens[subject].Head != now || !IsVerb(read.Tokens, subject, now)) continue;
            read.Tokens[now] = read.Tokens[now] with { Upos = Upos.Verb, Penn = "VBP" };
            read.Tokens[subject] = read.Tokens[subject] with { Relation = "nsubj" };
            if (engine.AnalyzeAsOne(text, tokens[subject + 1].Start, tokens[verb - 1].End) is { } phrase) return Compose(sentence, read, phrase, subject);
        }
        return sentence;
    }

    private bool MayBeVerb(Token[] tokens, int at) =>
        (tokens[at] is { Upos: Upos.Noun, Penn: "NN" } || tokens[at] is { Upos: Upos.Verb, Penn: "VB" or "VBP" } && !Array.Exists(tokens, token => token.Head == at && token.Relation is "nsubj" or "aux" or "mark")) && char.IsLower(tokens[at].Form[0]) && verbs.Contains(tokens[at].Form)
        && tokens[at - 1].Upos is Upos.Noun or Upos.Propn or Upos.Adj
        && (tokens[at + 1].Upos is Upos.Propn or Upos.Det || tokens[at + 1].Penn == "PRP$" || words.Has(WordSet.HowMuchOf, tokens[at + 1].Form));

    // Only a verb has an object, whatever the tagger calls it.
    private static bool IsVerb(Token[] tokens, int subject, int at) =>
        tokens[at] is { Upos: Upos.Verb, Penn: "VBP" or "VB" } && tokens[subject].Relation.StartsWith("nsubj", StringComparison.Ordinal)
        || tokens[at].Head < 0 && tokens[subject].Relation == "compound" && Trees.Has(tokens, at, "obj");

    /// <summary>The plural noun whose "of …", "from …", "loyal to …" ends right before the verb; -1 when there is none.</summary>
    private static int Subject(Token[] tokens, int verb)
    {
        for (int at = verb - 1; at > 0 && verb - at <= PhraseMax; at--)
        {
            if (tokens[at].Upos is Upos.Punct && tokens[at].Form is not ("-" or "–") || tokens[at].Upos == Upos.Aux || tokens[at].Penn is "VBD" or "VBZ" or "VBP" or "WDT" or "WP") return -1;
            if (tokens[at - 1].Penn is not ("NNS" or "NNPS") || at + 1 >= verb) continue;
            bool opens = tokens[at].Upos == Upos.Adp || tokens[at + 1].Form is "to" or "by" or "with" && tokens[at].Upos is Upos.Adj or Upos.Verb;
            if (opens) return at - 1;
        }
        return -1;
    }

    private static Sentence Compose(Sentence sentence, Sentence read, Sentence phrase, int subject)
    {
        int shift = phrase.Tokens.Length;
        var composed = new List<Token>(read.Tokens.Length + shift);
        int Moved(int at) => at > subject ? at + shift : at;
        for (int at = 0; at < read.Tokens.Length; at++)
        {
            composed.Add(read.Tokens[at].Head < 0 ? read.Tokens[at] : read.Tokens[at] with { Head = Moved(read.Tokens[at].Head) });
            if (at != subject) continue;
            foreach (Token token in phrase.Tokens) composed.Add(token.Head < 0 ? token with { Head = subject, Relation = token.Upos == Upos.Adj ? "amod" : token.Upos == Upos.Verb ? "acl" : "nmod" } : token with { Head = token.Head + subject + 1 });
        }
        return new Sentence(sentence.Start, sentence.End, [.. composed]);
    }
}
