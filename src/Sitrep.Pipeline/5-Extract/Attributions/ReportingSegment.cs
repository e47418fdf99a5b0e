using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>A reporting clause between marks, read from the words themselves: "…, X said on Friday, …" and "…," said X, who ….</summary>
/// <remarks>News sets such clauses in and behind sentences, where treebanks hardly have them and parsers lose their subject.</remarks>
/// <param name="First">First token of the clause.</param>
/// <param name="Last">Last token of the clause.</param>
/// <param name="Source">Token that heads the source.</param>
internal readonly record struct ReportingSegment(int First, int Last, int Source)
{
    /// <summary>Longest source between a mark and the verb, in tokens.</summary>
    private const int SourceMax = 14;

    /// <summary>Longest description between a source and its verb, in tokens.</summary>
    private const int DescriptionMax = 24;

    /// <param name="lost">True when the tree names no source for the verb.</param>
    /// <returns>Null when the verb stands in no such clause.</returns>
    public static ReportingSegment? Around(Tree tree, int verb, bool[] quoted, bool lost)
    {
        if (tree[verb].Penn is not ("VBD" or "VBZ" or "VBP" or "VBN")) return null;
        return Before(tree, verb, quoted, lost) ?? (lost ? Described(tree, verb, quoted) ?? Behind(tree, verb, quoted) : null);
    }

    // "…, the governor, a former general, said": the name stands before what is between the commas.
    private static ReportingSegment? Described(Tree tree, int verb, bool[] quoted)
    {
        if (verb < 4 || tree[verb - 1].Form != ",") return null;
        int comma = verb - 2;
        while (comma > 0 && verb - comma <= DescriptionMax && tree[comma].Form != "," && !quoted[comma]) comma--;
        if (comma <= 0 || tree[comma].Form != ",") return null;
        int first = comma;
        while (first > 0 && comma - first <= SourceMax && !IsMark(tree, first - 1) && !quoted[first - 1] && tree[first - 1].Upos is not (Upos.Verb or Upos.Sconj or Upos.Aux)) first--;
        if (first == comma || first == 0 || !IsMark(tree, first - 1) || tree[first - 1].Form == "," && !HasVerb(tree, 0, first) || tree[first].Upos is Upos.Adp or Upos.Cconj or Upos.Adv) return null;
        int source = Top(tree, first, comma);
        return source < 0 || tree[source].Upos is not (Upos.Propn or Upos.Noun) ? null : End(tree, first, verb, source, verb);
    }

    // "…, the army said": nothing but a noun phrase between the mark and the verb.
    private static ReportingSegment? Before(Tree tree, int verb, bool[] quoted, bool lost)
    {
        int first = verb;
        while (first > 0 && verb - first <= SourceMax && !IsMark(tree, first - 1) && !quoted[first - 1] && tree[first - 1].Upos is not (Upos.Verb or Upos.Sconj)) first--;
        bool opens = !HasVerb(tree, 0, first);
        if (first == verb || (first == 0 ? !lost : !IsMark(tree, first - 1) || tree[first - 1].Form == ";") || (opens && !lost)) return null;
        while (first < verb && tree[first].Upos is Upos.Adv or Upos.Cconj) first++;
        int source = Top(tree, first, verb);
        if (source < 0 || tree[first].Upos == Upos.Adp || tree[first].Penn is "WDT" or "WP" or "WRB") return null;
        // "…, Maria Ruiz, the head of the agency said": what stands behind the comma is what she is.
        if (tree.Is(source, "appos") && tree.Head(source) is >= 0 and var named && named == first - 2 && tree.Is(named, "nsubj") && tree.Head(named) == verb) (first, source) = (tree.Extent(named).First, named);
        return opens ? new ReportingSegment(first, verb, source) : End(tree, first, verb, source, verb);
    }

    // "…," said the army on Friday.
    private static ReportingSegment? Behind(Tree tree, int verb, bool[] quoted)
    {
        if (verb == 0 || !IsMark(tree, verb - 1) || tree[verb - 1].Form is "," && !HasVerb(tree, 0, verb) || tree[verb].Penn is "VBN") return null;
        int last = verb;
        while (last + 1 < tree.Count && last - verb < SourceMax && !IsMark(tree, last + 1) && !quoted[last + 1] && tree[last + 1].Upos is not (Upos.Verb or Upos.Aux or Upos.Sconj or Upos.Adp or Upos.Adv or Upos.Cconj) && tree[last + 1].Form is not ".") last++;
        int source = Top(tree, verb + 1, last + 1);
        return source < 0 || tree[verb + 1].Upos is Upos.Adp or Upos.Punct ? null : End(tree, verb, verb, source, last);
    }

    // The clause ends at the next mark, or with the sentence.
    private static ReportingSegment? End(Tree tree, int first, int verb, int source, int last)
    {
        while (last + 1 < tree.Count && !IsMark(tree, last + 1) && tree[last + 1].Form is not ".")
        {
            last++;
            if (tree[last].Penn is "VBD" or "VBZ" or "VBP" or "MD" or "TO" && tree[last].Upos is Upos.Verb or Upos.Aux or Upos.Part && last > verb && tree[source].Start < tree[last].Start) return null;
            if (tree[last].Lemma == "that" && tree[last].Upos == Upos.Sconj) return null;
        }
        return new ReportingSegment(first, last, source);
    }

    private static bool IsMark(Tree tree, int at) => tree[at].Form is "," or "”" or "\"" or "''" or "»" or "—" or "–" or "--" or "“" or ";";

    private static bool HasVerb(Tree tree, int first, int past)
    {
        for (int at = first; at < past; at++) if (tree[at].Upos is Upos.Verb or Upos.Aux) return true;
        return false;
    }

    /// <summary>The noun of a stretch whose head lies outside it.</summary>
    private static int Top(Tree tree, int first, int past)
    {
        int noun = -1;
        for (int at = first; at < past; at++)
        {
            if (!tree.IsNominal(at) || tree[at].Upos is Upos.Num or Upos.Det) continue;
            if (tree.Head(at) < first || tree.Head(at) >= past) return at;
            if (noun < 0) noun = at;
        }
        return noun;
    }
}
