using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Whose paper a report speaks of: "The ministry issued a statement", "said in a statement"; later "the statement" is the ministry's word.</summary>
internal static class Issuers
{
    /// <summary>The papers that the sentence says somebody gave out, and who did.</summary>
    public static IEnumerable<(string Noun, ActorMention By)> In(ReadSentence sentence, bool[] quoted, ActorFinder actors, ReadingLexicon lexicon)
    {
        Tree tree = sentence.Tree;
        for (int paper = 0; paper < tree.Count; paper++)
        {
            if (quoted[paper] || !IsPaper(tree, paper, lexicon)) continue;
            if (KeeperOf(sentence, paper, actors) is { } keeper)
            {
                yield return (tree[paper].Lemma, keeper);
                continue;
            }
            int verb = tree.Head(paper);
            // "dismissed the statement": only what is new is given out here.
            if (verb < 0 || !tree.Children(paper).Any(child => tree.Is(child, "det") && tree[child].Lemma is "a" or "an" or "another") || lexicon.CueBook.For(tree[verb].Lemma, CueForm.Light) is null) continue;
            int by = tree[paper].Relation switch { "obj" when verb < paper => SourceReader.Of(tree, verb, lexicon.Words), "nsubj:pass" => SourceReader.Agent(tree, verb), _ => -1 };
            if (by >= 0 && by != paper && actors.Read(sentence, by) is { } giver) yield return (tree[paper].Lemma, giver);
        }
    }

    /// <summary>"agency figures", "a statement by the ministry", "data issued by the ministry": whose it is by the words beside it; null when they do not say.</summary>
    public static ActorMention? KeeperOf(ReadSentence sentence, int paper, ActorFinder actors)
    {
        Tree tree = sentence.Tree;
        foreach (int child in tree.Children(paper))
        {
            // "data issued by the ministry"
            if (tree.Is(child, "acl") && SourceReader.Agent(tree, child) is >= 0 and var issuer && actors.Read(sentence, issuer) is { Form: not ActorForm.Pronoun, Kind: not (ActorKind.Other or ActorKind.Population or ActorKind.Media) } body) return body;
            bool keeper = child < paper ? tree.Is(child, "compound") || tree[child].Relation == "nmod:poss" : tree.Is(child, "nmod") && Tie(tree, child) is "of" or "from" or "by";
            if (keeper && actors.Read(sentence, child) is { Form: not ActorForm.Pronoun, Kind: not (ActorKind.Other or ActorKind.Population or ActorKind.State) } known) return known;
        }
        return null;
    }

    // "a tweet from ministry spokesman X": the preposition hangs on the office before the name.
    private static string Tie(Tree tree, int at) =>
        tree.Preposition(at) is { Length: > 0 } own ? own : tree.Children(at).Where(child => child < at && tree[child].Relation == "nmod:desc").Select(child => tree.Preposition(child)).FirstOrDefault("");

    /// <summary>"said in a statement", "wrote in a post": the paper that the verb of saying stands with; null when there is none.</summary>
    public static string? With(Tree tree, int cue, ReadingLexicon lexicon)
    {
        foreach (int child in tree.Children(cue)) if (tree.Is(child, "obl") && tree.Preposition(child) is "in" or "through" or "via" or "on" && IsPaper(tree, child, lexicon)) return tree[child].Lemma;
        return null;
    }

    private static bool IsPaper(Tree tree, int at, ReadingLexicon lexicon) => tree[at] is { Upos: Upos.Noun, Penn: "NN" } && lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Document;
}
