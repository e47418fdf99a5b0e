using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Clauses whose verb is left out: "lost A to B in July and C to D in October".</summary>
internal sealed class GappedClauses(ActorFinder actors, PlaceFinder places)
{
    /// <summary>The second event, told by the verb of the first; null where there is none.</summary>
    public FoundEvent? Second(ReadSentence sentence, FoundEvent first)
    {
        Tree tree = sentence.Tree;
        if (!first.IsVerb || PartOf(first, "obj") is not (Part.Place or Part.PlaceOrTarget) || first.Slots["obj"].FirstOrDefault(-1) is not (>= 0 and var direct) || direct < first.Trigger) return null;
        for (int and = direct + 1; and + 3 < tree.Count; and++)
        {
            if (tree[and].Form != "and" || sentence.NameAt(and + 1) is not { } name || name.First != and + 1 || name.Last + 1 >= tree.Count) continue;
            int joint = name.Last + 1;
            if (tree[joint].Upos != Upos.Adp || tree.Head(joint) is not (>= 0 and var second) || second < joint || PartOf(first, tree[joint].Lemma) is not { } part) continue;
            if (!Enumerable.Range(direct, and - direct).Any(at => tree[at].Upos == Upos.Adp && tree[at].Lemma == tree[joint].Lemma) || places.Read(sentence, name.Last) is not { } place) continue;
            RoleKind role = RoleFiller.RoleOf(part);
            RoleMention[] roles = [.. first.But(role), .. actors.ReadAll(sentence, second).Select(actor => new RoleMention(role, actor))];
            DateMention? when = sentence.Dates.FirstOrDefault(date => date.First > joint)?.Mention;
            return first with { Again = true, Others = [], Reading = first.Reading with { Place = place.Mention, Roles = [.. roles], When = when } };
        }
        return null;
    }

    /// <summary>The argument of the verb itself: of "lost A to B and C to D" B, where the tree gave it D.</summary>
    public static int Before(Tree tree, int trigger, int argument, string preposition)
    {
        for (int at = trigger + 1; at < argument; at++)
        {
            if (tree[at].Upos != Upos.Adp || tree[at].Lemma != preposition || tree.Head(at) is not (> 0 and var nearer) || nearer >= argument || nearer < at) continue;
            if (Enumerable.Range(nearer, argument - nearer).Any(between => tree[between].Form is "and")) return nearer;
        }
        return argument;
    }

    private static Part? PartOf(FoundEvent found, string slot) => found.Frame.Slots.Where(named => named.Slot == slot).Select(named => (Part?)named.Part).FirstOrDefault();
}
