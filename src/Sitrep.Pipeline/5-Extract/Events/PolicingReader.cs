using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>What police and other security forces are told to have done.</summary>
[Flags]
public enum PoliceActs
{
    None = 0,
    /// <summary>Anything: patrols, inquiries, orders, and what is only announced.</summary>
    Acted = 1,
    Arrested = 2,
    UsedForce = 4,
    Killed = 8,
    /// <summary>They did not act where they should have.</summary>
    Failed = 16,
}

/// <summary>Reads from one sentence what security forces did: from the words of <c>data/policing.tsv</c>, and from whatever verb they are the subject of.</summary>
/// <remarks>The classes are those of Halterman et al. 2021.</remarks>
public sealed class PolicingReader(ReadingLexicon lexicon)
{
    private readonly Factuality _factuality = new(lexicon);

    public PoliceActs Read(Tree tree)
    {
        bool named = false, killed = false;
        for (int at = 0; at < tree.Count; at++)
        {
            named |= IsForce(tree, at);
            killed |= lexicon.Words.Has(WordSet.TollOfDead, tree[at].Lemma) || tree[at].Lemma == "succumb";
        }
        PoliceActs acts = PoliceActs.None;
        for (int at = 0; at < tree.Count; at++) acts |= Read(tree, at, named);
        // "died in police firing"
        if (killed && acts.HasFlag(PoliceActs.UsedForce)) acts |= PoliceActs.Killed;
        return acts;
    }

    private PoliceActs Read(Tree tree, int at, bool named)
    {
        FramePos? pos = tree[at].Upos switch { Upos.Verb => FramePos.Verb, Upos.Noun => FramePos.Noun, Upos.Adj => FramePos.Adj, _ => null };
        if (pos is not { } known) return PoliceActs.None;
        bool agent = known == FramePos.Verb && Slots.Around(tree, at, -1, lexicon.Words)["subj"].Any(subject => IsForce(tree, subject));
        (PolicingAct Act, PolicingBy By)? word = lexicon.Policing.For(tree[at].Lemma.ToLowerInvariant(), known) ?? lexicon.Policing.For(tree[at].Form.ToLowerInvariant(), known);
        if (word is { By: PolicingBy.Force } && !named || word is { By: PolicingBy.Agent } && !agent) return PoliceActs.None;
        if (word is null && !agent || word is { Act: PolicingAct.Mute }) return PoliceActs.None;
        if (word is { Act: PolicingAct.Fail }) return PoliceActs.Failed;
        Stance? told = _factuality.Of(tree, at, -1);
        if (told == Stance.Denies) return agent || named ? PoliceActs.Failed : PoliceActs.None;
        if (told is null) return PoliceActs.None;
        if (told == Stance.Expects) return PoliceActs.Acted;
        return word?.Act switch
        {
            PolicingAct.Arrest => PoliceActs.Acted | PoliceActs.Arrested,
            PolicingAct.Force => PoliceActs.Acted | PoliceActs.UsedForce,
            PolicingAct.Kill => PoliceActs.Acted | PoliceActs.UsedForce | PoliceActs.Killed,
            _ => PoliceActs.Acted,
        };
    }

    private bool IsForce(Tree tree, int at) => tree[at].Upos is Upos.Noun or Upos.Propn && lexicon.Nouns.ActorClass(tree[at].Lemma) is NounClass.Police
        || tree[at].Lemma.ToLowerInvariant() is "paramilitary" or "army" or "troop" or "jawan" or "cop" or "personnel" or "inspector" or "commando";
}
