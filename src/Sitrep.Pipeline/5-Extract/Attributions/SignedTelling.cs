using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Finds who told what stands before, where a sentence of its own says so: "The town has not fallen. This was stated by the army's spokesman."</summary>
/// <remarks>Common in agencies' short items. It holds for the sentences right before that are nobody else's word, back to the beginning of their paragraph.</remarks>
internal sealed class SignedTelling(AttributionFinder found, CueBook cues, VerdictList verdicts, WordSets words)
{
    /// <summary>Gives the sentences before <paramref name="at"/> to whoever the sentence there says told them.</summary>
    /// <param name="before">The paragraph before, for a sentence that opens its own; null for none.</param>
    public void Give(ReadSentence[] sentences, List<FoundAttribution>[] attributions, int at, (ReadSentence[] Sentences, List<FoundAttribution>[] Attributions)? before, SpeakerMemory memory)
    {
        if (Teller(sentences[at], memory) is not { } by) return;
        (ReadSentence[] told, List<FoundAttribution>[] of, int last) = at > 0 ? (sentences, attributions, at - 1) : before is { } opened ? (opened.Sentences, opened.Attributions, opened.Sentences.Length - 1) : ([], [], -1);
        for (int i = last; i >= 0 && of[i].All(IsReportsOwn); i--)
        {
            for (int judged = 0; judged < of[i].Count; judged++) of[i][judged] = of[i][judged] with { By = by };
            of[i].Add(AttributionFinder.CarryOver(told[i], by) with { By = by });
        }
    }

    // A judgement in the report's own voice.
    private static bool IsReportsOwn(FoundAttribution attribution) => attribution.Verdict is not null && attribution.By.Source is null;

    private Attribution? Teller(ReadSentence sentence, SpeakerMemory memory)
    {
        Tree tree = sentence.Tree;
        int verb = tree.Root;
        if (tree[verb].Upos != Upos.Verb || cues.For(tree[verb].Lemma, CueForm.Verb) is not { Kind: CueKind.Speech, Stance: Stance.Affirms } || tree.Child(verb, "ccomp") >= 0 || Factuality.IsNegated(tree, verb) || Factuality.HasModal(tree, verb)) return null;
        // Who confirms it is a second voice, beside the report's.
        if (verdicts.For(tree[verb], VerdictForm.Judging) is not null) return null;
        bool passive = SourceReader.IsPassive(tree, verb, words);
        int thing = passive ? tree.Child(verb, "nsubj") : tree.Child(verb, "obj");
        if (thing < 0 || !IsWhatStandsBefore(tree, thing)) return null;
        int who = passive ? SourceReader.Agent(tree, verb) : tree.Child(verb, "nsubj");
        return found.Giver(sentence, who, tree[verb].Lemma, memory);
    }

    // "this", "the information", with nothing that says what it is.
    private static bool IsWhatStandsBefore(Tree tree, int at) =>
        tree[at].Lemma.ToLowerInvariant() is "this" or "that" && tree[at].Upos is Upos.Pron or Upos.Det
        || tree[at].Lemma.ToLowerInvariant() is "information" or "news" && tree.Children(at).All(child => tree[child].Upos is Upos.Det or Upos.Punct);
}
