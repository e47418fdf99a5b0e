using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Events;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>A fate and the token whose clause it was read in.</summary>
public sealed record FoundFate(FateReading Reading, int At);

/// <summary>What is said to have become of named persons.</summary>
public sealed class FateFinder(ActorFinder actors, WordSets words)
{
    public IEnumerable<FoundFate> Find(ReadSentence sentence, IReadOnlyList<FoundEvent> events)
    {
        foreach (FoundEvent found in events)
        {
            FateState? state = found.Reading.Type switch
            {
                EventType.Killing => FateState.Dead,
                EventType.Injury => FateState.Wounded,
                EventType.Detention or EventType.Abduction => FateState.Captured,
                EventType.Release => FateState.Alive,
                _ => null,
            };
            if (state is null) continue;
            foreach (RoleMention role in found.Reading.Roles)
            {
                if (role.Role == RoleKind.Target && IsPerson(role.Actor)) yield return new FoundFate(new FateReading(role.Actor, state.Value), found.Trigger);
            }
        }
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count; at++)
        {
            if (tree[at].Lemma is "whereabouts" or "fate")
            {
                if (IsUnknown(tree, at) && Owner(sentence, at) is { } person) yield return new FoundFate(new FateReading(person, FateState.Unknown), at);
            }
            else if (IsGone(tree, at) && tree.Child(at, "nsubj") is >= 0 and var gone && Person(sentence, gone) is { } lost)
            {
                yield return new FoundFate(new FateReading(lost, FateState.Unknown), gone);   // "not" is told of the finding, not of him
            }
            else if (tree[at].Form == "alive" && Seen(tree, at) is >= 0 and var seen && Person(sentence, seen) is { } met)
            {
                yield return new FoundFate(new FateReading(met, FateState.Alive), at);
            }
            else if (tree[at] is { Form: "alive" or "dead", Upos: Upos.Adj } && tree.Child(at, "nsubj") is >= 0 and var subject && Person(sentence, subject) is { } living)
            {
                yield return new FoundFate(new FateReading(living, tree[at].Form == "alive" ? FateState.Alive : FateState.Dead), at);
            }
        }
    }

    /// <summary>"was seen alive", "appeared on television, alive and well": who was; -1 where it is said of nobody.</summary>
    private static int Seen(Tree tree, int alive)
    {
        if (tree.Child(alive, "nsubj") >= 0 || tree.Head(alive) is not (>= 0 and var verb) || tree[verb].Upos != Upos.Verb || tree.Child(alive, "cop") >= 0) return -1;
        return tree.Child(verb, "obj") is >= 0 and var found && found < alive ? found : tree.Child(verb, "nsubj");
    }

    private ActorMention? Person(ReadSentence sentence, int at) => actors.Read(sentence, at) is { } actor && IsPerson(actor) ? actor : null;

    private static bool IsPerson(ActorMention actor) => actor is { Kind: ActorKind.Person, Form: ActorForm.Name } || actor is { Form: ActorForm.Pronoun, Kind: ActorKind.Person };

    // "has not been found", "went missing", "disappeared": nobody says what became of him.
    private bool IsGone(Tree tree, int at) =>
        words.Has(WordSet.Finds, tree[at].Lemma) && Slots.IsPassive(tree, at, words) && Factuality.IsNegated(tree, at)
        || tree[at].Lemma is "go" && tree.Children(at).Any(child => tree[child].Lemma == "missing") || tree[at].Lemma is "disappear" or "vanish";

    private ActorMention? Owner(ReadSentence sentence, int at)
    {
        foreach (int child in sentence.Tree.Children(at))
        {
            if (!sentence.Tree.Is(child, "nmod")) continue;
            if (actors.Read(sentence, child) is { } owner && IsPerson(owner)) return owner;
            // "the first among them, X, …": the name stands in apposition below.
            for (int below = child; below < sentence.Tree.Count && sentence.Tree.IsUnder(below, child); below++)
            {
                if (sentence.NameAt(below) is not null && actors.Read(sentence, below) is { } named && IsPerson(named)) return named;
            }
        }
        // The tree may have cut the phrase: the nearest person's name after the word.
        for (int next = at + 1; next < Math.Min(sentence.Tree.Count, at + 14); next++)
        {
            if (sentence.NameAt(next) is { Kind: NameKind.Person } && actors.Read(sentence, next) is { } later && IsPerson(later)) return later;
        }
        return null;
    }

    private bool IsUnknown(Tree tree, int at)
    {
        int head = tree.Head(at);
        for (int i = Math.Max(0, at - 6); i < tree.Count; i++)
        {
            bool unknown = words.Has(WordSet.Unknown, tree[i].Lemma) || (tree[i].Lemma is "know" or "clear" && Factuality.IsNegated(tree, i));
            if (unknown && (i == head || tree.IsUnder(at, i) || head >= 0 && tree.Head(i) == head || i > at)) return true;
        }
        return false;
    }
}
