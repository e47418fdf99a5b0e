using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;

namespace Sitrep.Pipeline.Extract.Verdicts;

/// <summary>A judgement with who gives it and who told what is judged.</summary>
/// <param name="Judge">Null: whoever says the sentence, else the report.</param>
/// <param name="Teller">Null when nobody is named.</param>
internal sealed record JudgedTelling(Verdict Verdict, Attribution? Judge, Attribution? Teller)
{
    /// <summary>Puts the judgement among the attributions of its sentence: what is judged is the judge's word, no longer that of whoever speaks.</summary>
    public void AddTo(List<FoundAttribution> attributions)
    {
        // "denied reports that …" is read as an attribution already; what "in a report denied by the army" was read as is wrong.
        if (Verdict.IsBare && (Verdict.Judge >= 0 && Judge is null || attributions.Any(attribution => attribution.Content[Verdict.Told] && attribution.Effect is not Stance.Affirms))) return;
        if (Verdict.Saying >= 0) attributions.RemoveAll(attribution => attribution.Cue == Verdict.Saying);
        if (Verdict.Before >= 0 || !Verdict.HasContent && Verdict.Effect == Stance.Affirms && Judge is not null) attributions.RemoveAll(attribution => attribution.Cue == Verdict.Word);
        else if (attributions.FindIndex(attribution => attribution.Cue == Verdict.Word && (!Verdict.HasContent || Enumerable.Range(0, Verdict.Content.Length).Any(at => Verdict.Content[at] && attribution.Content[at]))) is >= 0 and var known)
        {
            if (Verdict.HasContent) attributions[known] = attributions[known] with { Verdict = Verdict, Teller = Teller };
            return;
        }
        FoundAttribution? outer = attributions.FirstOrDefault(attribution => attribution.Content[Verdict.Word] && attribution.Verdict is null);
        Attribution by = Judge ?? outer?.By ?? Attribution.Narration;
        Stance effect = Verdict.Effect;
        // "denied that the reports were false"
        if (Judge is null && outer?.Effect == Stance.Denies) effect = effect switch { Stance.Denies => Stance.Affirms, Stance.Affirms => Stance.Denies, _ => effect };
        bool[] content = new bool[Verdict.Content.Length];
        if (!Verdict.HasContent)
        {
            if (by.Source is null || Verdict.Told < 0 || effect == Stance.Affirms && Judge is null) return;
            content[Verdict.Told] = true;
        }
        else
        {
            // What is judged ends where what the speaker says ends; where the tree gave him only the judgement, it says nothing about that.
            bool all = outer is null || !Enumerable.Range(0, content.Length).Any(at => Verdict.Content[at] && outer.Content[at]);
            for (int at = 0; at < content.Length; at++) content[at] = Verdict.Content[at] && (all || outer!.Content[at]);   // not null: else all are taken
        }
        attributions.Add(new FoundAttribution(by, Verdict.Word, content, content.Count(inside => inside), effect) { Verdict = Verdict, Teller = Teller });
        attributions.Sort((a, b) => a.Size != b.Size ? a.Size.CompareTo(b.Size) : a.Cue.CompareTo(b.Cue));
    }
}
