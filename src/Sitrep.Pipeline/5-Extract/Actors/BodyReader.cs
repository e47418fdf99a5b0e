using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Actors;

/// <summary>Whom an office or a person belongs to: "army spokesman", "the head of X", "Y of X", "Y, whose company X".</summary>
internal sealed class BodyReader(ReadingLexicon lexicon)
{
    /// <summary>Tokens read after a name for "whose company X"; a body that stands farther belongs to something else.</summary>
    private const int ReachMax = 6;

    /// <summary>The body of the office at <paramref name="nounAt"/>; null when it is no office or names none.</summary>
    /// <param name="phrase">First and last token of the phrase headed by a token.</param>
    public string? Of(ReadSentence sentence, int nounAt, int first, int last, NameRun? name, Func<ReadSentence, int, (int First, int Last)> phrase)
    {
        if (nounAt < 0 || lexicon.Nouns.ActorClass(sentence.Tree[nounAt].Lemma) is not (NounClass.Official or NounClass.Document or NounClass.Media)) return null;
        if (Before(sentence, nounAt, Math.Min(first, phrase(sentence, nounAt).First), name) is { } before)
        {
            // "a military spokesperson for the opposition": whom he speaks for says more than what about.
            return char.IsLower(before[0]) && Spoken(sentence, nounAt, phrase, name) is { } side ? side : before;
        }
        return Complement(sentence, nounAt, phrase, name);
    }

    private string? Spoken(ReadSentence sentence, int office, Func<ReadSentence, int, (int First, int Last)> phrase, NameRun? name) =>
        sentence.Tree.Children(office).Any(child => sentence.Tree[child].Relation == "nmod" && sentence.Tree.Preposition(child) == "for") ? Complement(sentence, office, phrase, name) : null;

    /// <summary>The body right before the office: "Kremlin spokesman", "home ministry official", "UN Secretary General".</summary>
    public string? Before(ReadSentence sentence, int office, int first, NameRun? name)
    {
        Tree tree = sentence.Tree;
        for (int at = office - 1; at >= first && at >= 0; at--)
        {
            if (tree[at].Upos == Upos.Punct && tree[at].Form is not ("-" or "–" or "'" or "’")) break;
            if (sentence.NameAt(at) is { } run && run != name && IsBody(run)) return run.Words;
            if (!IsBodyNoun(tree[at].Lemma)) continue;
            // "ECOWAS military chiefs", "Hamas media office": whose military it is says more.
            if (at > first && sentence.NameAt(at - 1) is { } owner && owner != name && IsBody(owner)) return owner.Words;
            // "Rebels of X took the town, their military chief said": no army's.
            if (Owner(tree, office, first) is >= 0 and var theirs) return OnlyBody(sentence, theirs);
            int low = at;
            if (at > first && tree[at - 1].Upos is Upos.Noun or Upos.Adj && char.IsLower(tree[at - 1].Form[0]) && !lexicon.Words.Has(WordSet.Rank, tree[at - 1].Lemma)) low--;
            return tree.Words(low, at).ToLowerInvariant();
        }
        return null;
    }

    private static int Owner(Tree tree, int office, int first) => Enumerable.Range(first, Math.Max(0, office - first)).FirstOrDefault(at => tree[at].Penn == "PRP$" && tree[at].Form.ToLowerInvariant() is "their" or "its", -1);

    /// <summary>The one body that the sentence names before the pronoun; null where it names none or several.</summary>
    private static string? OnlyBody(ReadSentence sentence, int pronoun)
    {
        string[] bodies = [.. sentence.Names.Where(run => run.Last < pronoun && IsBody(run)).Select(run => run.Words).Distinct(StringComparer.Ordinal)];
        return bodies is [var only] ? only : null;
    }

    /// <summary>What stands after a person's name: "Y of the X", "Y, whose company X", "Y, who leads X".</summary>
    public string? After(ReadSentence sentence, int head, NameRun name, Func<ReadSentence, int, (int First, int Last)> phrase)
    {
        if (Complement(sentence, head, phrase, name) is { } body) return body;
        Tree tree = sentence.Tree;
        int at = name.Last + 1;
        if (at < tree.Count && tree[at].Form == ",") at++;
        if (at + 1 >= tree.Count || tree[at].Lemma is not ("whose" or "who")) return null;
        bool owner = tree[at].Lemma == "whose", leads = false;
        for (int next = at + 1; next < tree.Count && next <= at + ReachMax; next++)
        {
            if (!owner && lexicon.Words.Has(WordSet.LeadingVerb, tree[next].Lemma)) leads = true;
            else if (tree[next].Upos is Upos.Verb or Upos.Punct) return null;
            if (!owner && !leads) continue;
            if (sentence.NameAt(next) is { } run && run.First == next && IsBody(run)) return run.Words;
            // "whose company flew …": a body without a name says nothing more.
        }
        return null;
    }

    private string? Complement(ReadSentence sentence, int head, Func<ReadSentence, int, (int First, int Last)> phrase, NameRun? name)
    {
        Tree tree = sentence.Tree;
        foreach (int child in tree.Children(head))
        {
            if (tree[child].Relation is not ("nmod" or "nmod:poss") || tree.Preposition(child) is not ("of" or "in" or "at" or "for" or "with" or "from" or "")) continue;
            (int low, int high) = phrase(sentence, child);
            for (int at = low; at <= high; at++) if (sentence.NameAt(at) is { Known: not null } run && run != name) return run.Words;
            if (IsBodyNoun(tree[child].Lemma) || sentence.NameAt(child) is { Kind: NameKind.Organisation }) return tree.Words(low, high);
        }
        return null;
    }

    private static bool IsBody(NameRun run) => run.Known is not null || run.Kind == NameKind.Organisation;

    private bool IsBodyNoun(string lemma) => lexicon.Nouns.ActorClass(lemma) is NounClass.Force or NounClass.Police or NounClass.Militants or NounClass.Body or NounClass.Monitor;
}
