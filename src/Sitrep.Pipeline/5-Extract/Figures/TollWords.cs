using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Figures;

/// <summary>What words like "toll", "number" and "deaths" count.</summary>
internal sealed class TollWords(Tree tree, CountList counts, WordSets words, bool outbreak)
{
    /// <summary>Words behind "number" in which it is told of what: "the number of people killed".</summary>
    private const int OfMax = 7;

    /// <param name="last">What "the number" of nothing told here counts; null: nothing.</param>
    public Model.Record.Measure? Measure(int at, Model.Record.Measure? last)
    {
        if (OfThemselves(at) is { } counted) return counted;
        if (!words.Has(WordSet.CountNoun, tree[at].Lemma) || tree[at].Upos == Upos.Verb) return null;
        for (int near = Math.Max(0, at - 1); near < Math.Min(tree.Count, at + OfMax); near++)
        {
            if (near > at && tree[near].Upos == Upos.Punct) break;
            if (Fared(tree[near].Lemma, near > at) is { } measure) return measure;
        }
        return tree[at].Lemma == "toll" ? Model.Record.Measure.Killed : last;
    }

    // How those fared that the number is of.
    private Model.Record.Measure? Fared(string lemma, bool behind) =>
        words.Has(WordSet.TollOfDead, lemma) ? Model.Record.Measure.Killed
        : words.Has(WordSet.TollOfInjured, lemma) ? Model.Record.Measure.Injured
        : words.Has(WordSet.TollOfMissing, lemma) ? Model.Record.Measure.Missing
        : words.Has(WordSet.TollOfDisplaced, lemma) ? Model.Record.Measure.Displaced
        : lemma switch
        {
            "refugee" => Model.Record.Measure.Refugees,
            "affected" or "affect" => Model.Record.Measure.Affected,
            "case" or "infection" when outbreak && behind => Model.Record.Measure.Affected,
            _ => null,
        };

    /// <summary>"the number" of nothing told here.</summary>
    public bool IsBare(int at) =>
        counts.IsTally(tree[at].Lemma) && !(at + 1 < tree.Count && tree[at + 1].Lemma is "of" or "who" or "that")
            && tree.Children(at).All(child => tree.Is(child, "det") || tree.Is(child, "amod"));

    /// <summary>"Refugees saw bombs that hit two tractors": what reached two is not the refugees.</summary>
    public bool IsSubjectOfOther(int at, int link) =>
        tree.Is(at, "nsubj") && OfThemselves(at) is not null && Enumerable.Range(at + 1, Math.Max(0, link - at - 1)).Any(other => tree.Is(other, "nsubj"));

    /// <summary>"Deaths could reach 300", "the dead amount to 40", "put rebel deaths at 1,800": those counted, and the number is how many; null for all else.</summary>
    private Model.Record.Measure? OfThemselves(int at)
    {
        bool put = tree.Is(at, "obj") && tree.Head(at) is >= 0 and var verb && words.Has(WordSet.PutsAt, tree[verb].Lemma);
        if (!(tree[at].Penn == "NNS" || IsTheDead(at)) || !(tree.Is(at, "nsubj") || put) || tree.Children(at).Any(child => tree.Is(child, "nummod"))) return null;
        return counts.For(tree[at].Lemma, CountRole.Counted).FirstOrDefault(row => row.With.IsEmpty && row.Measure != Model.Record.Measure.Other)?.Measure;
    }

    // "the dead", "the missing"
    private bool IsTheDead(int at) =>
        tree[at].Penn is "JJ" or "NN" && words.Has(WordSet.TheHarmed, tree[at].Lemma)
            && tree.Children(at).Any(child => tree.Is(child, "det") && tree[child].Lemma is "the");
}
