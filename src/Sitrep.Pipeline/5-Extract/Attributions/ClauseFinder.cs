using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Attributions;

/// <summary>Finds every attribution of one sentence on its tree, by the cues of <c>data/cues.tsv</c>.</summary>
public sealed partial class ClauseFinder(CueBook cues, WordSets sets)
{
    /// <summary>All attributions, also those inside the content of another, in order of their cues.</summary>
    public List<CuedClause> Find(Tree tree, bool[] quoted)
    {
        var found = new List<CuedClause>();
        for (int at = 0; at < tree.Count; at++)
        {
            if (tree[at].Form is ":" && OfColon(tree, at, quoted) is { } label) found.Add(label);
            if (quoted[at] || IsPurpose(tree, at)) continue;
            CuedClause? clause = tree[at].Form is "—" or "–" or "―" or "--" ? OfDash(tree, at, quoted) : tree[at].Upos switch
            {
                Upos.Verb or Upos.Aux => AccordingTo(tree, at) ?? OfVerb(tree, at, quoted),
                Upos.Adp or Upos.Sconj or Upos.Adv when tree[at].Form is "according" or "According" => AccordingTo(tree, at),
                Upos.Noun => OfNoun(tree, at),
                Upos.Adj => OfAdjective(tree, at),
                Upos.Adv => OfAdverb(tree, at),
                _ => null,
            };
            if (clause is not null) found.Add(clause);
        }
        return Untangle(tree, found, quoted);
    }

    // "detained for questioning": nobody questions what is told.
    private static bool IsPurpose(Tree tree, int at) => at > 0 && tree[at].Form is "questioning" && tree[at - 1].Lemma is "for";

    /// <summary>Takes out of each content what is told beside it: a reporting clause that covers it, and what a source says further ("…, adding that …").</summary>
    private static List<CuedClause> Untangle(Tree tree, List<CuedClause> clauses, bool[] quoted)
    {
        for (int i = 0; i < clauses.Count; i++)
        {
            CuedClause clause = clauses[i];
            if (clause.Segment is { } segment)
            {
                foreach (CuedClause other in clauses) if (other != clause && clause.Content[other.At]) for (int at = segment.First; at <= segment.Last; at++) other.Content[at] = false;
            }
            bool participle = tree[clause.At].Penn == "VBG", second = tree.Is(clause.At, "conj") && tree.Child(clause.At, "nsubj") < 0 && clause.Segment is null;
            // "said the forces shelled X and clashed with Y": that is no saying.
            second &= clause.Entry.Takes.Any(taken => taken is not ("with:np" or "over:np"));
            if (clause.Entry is not { Kind: CueKind.Speech, Form: CueForm.Verb } || !(participle || second) || clause.At == 0 || !(tree[clause.At - 1].Form == "," || tree[clause.At - 1].Upos is Upos.Cconj or Upos.Adv)) continue;
            foreach (CuedClause other in clauses.ToArray())
            {
                if (other.At >= clause.At || !other.Content[clause.At] || other.Entry is not { Kind: CueKind.Speech or CueKind.Denial, Form: CueForm.Verb } || other.Source < 0 || (second && !IsSecond(tree, other.At, clause.At))) continue;
                tree.Clear(clause.At, other.Content);
                for (int at = clause.At; at < tree.Count; at++) if (clause.Content[at] && !quoted[at]) other.Content[at] = false;
                clauses[i] = clause with { Source = other.Source, SourceWords = other.SourceWords };
                Trim(tree, other.Content, other.CueWords);
            }
        }
        Divide(tree, clauses);
        return SetApart(tree, clauses, quoted);
    }

    /// <summary>"A fell, the army said, but B was retaken, the mission said": the first reporting clause tells what stands before it, the second what stands between.</summary>
    private static void Divide(Tree tree, List<CuedClause> clauses)
    {
        CuedClause[] asides = [.. clauses.Where(clause => clause is { Entry: { Kind: CueKind.Speech, Form: CueForm.Verb }, IsPassive: false } && clause.Source >= 0 && clause.Source < clause.At && tree.Is(clause.At, "parataxis") && !clause.Content[clause.Source]).OrderBy(clause => clause.At)];
        for (int i = 0; i + 1 < asides.Length; i++)
        {
            (CuedClause first, CuedClause second) = (asides[i], asides[i + 1]);
            int end = first.At;
            while (end + 1 < second.Source && tree[end + 1].Form != ",") end++;
            if (end + 2 >= second.Source || end - first.At > DayWordsMax || tree[end + 2].Lemma is not ("but" or "while" or "although" or "though" or "whereas" or "and")) continue;
            int begin = tree.Extent(first.Source).First;
            if (begin < 2 || tree[begin - 1].Form != "," || !HasVerb(tree, begin)) continue;
            int from = i == 0 ? 0 : asides[i - 1].At + 1;
            for (int at = 0; at < tree.Count; at++)
            {
                first.Content[at] = at >= from && at < begin - 1;
                if (at <= end) second.Content[at] = false;
                else if (at > end + 2 && at < tree.Extent(second.Source).First - 1) second.Content[at] = true;
            }
        }
    }

    /// <summary>Most tokens of a day behind a verb of saying: "said late on Friday night".</summary>
    private const int DayWordsMax = 5;

    // "says it is early but noted that …": another tense needs the word "that" to be the same speaker's.
    private static bool IsSecond(Tree tree, int first, int second) =>
        tree[first].Penn == tree[second].Penn || (tree[first].Penn is "VBD" or "VBZ" or "VBP" && tree[second].Penn is "VBD" or "VBZ" or "VBP" && second + 1 < tree.Count && tree[second + 1] is { Form: "that", Upos: Language.Tokens.Upos.Sconj });

    /// <summary>"In a message posted on Friday, the mayor said …", "she denied it, but he said …": a reporting clause of its own behind a comma is not what the verb before it tells.</summary>
    private static List<CuedClause> SetApart(Tree tree, List<CuedClause> clauses, bool[] quoted)
    {
        foreach (CuedClause clause in clauses)
        {
            if (clause.Entry.Form != CueForm.Verb || clause.Segment is not null) continue;
            foreach (CuedClause other in clauses)
            {
                if (other.At <= clause.At || !clause.Content[other.At] || other is not { Entry: { Kind: CueKind.Speech, Form: CueForm.Verb }, Segment: null, IsPassive: false } || other.Source <= clause.At) continue;
                if (clause.Entry.Kind == CueKind.Speech && Beside(tree, other, quoted) is > 0 and var join && join > clause.At)
                {
                    for (int at = join; at < tree.Count; at++) if (!quoted[at] && (at <= other.At || other.Content[at] || other.CueWords[at] || tree.IsUnder(at, other.At))) clause.Content[at] = false;
                    Trim(tree, clause.Content, clause.CueWords);
                    continue;
                }
                // "A denied it, while B says ten were killed": B says it.
                if (IsContrasted(tree, other))
                {
                    tree.Clear(other.At, clause.Content);
                    Trim(tree, clause.Content, clause.CueWords);
                    continue;
                }
                if (tree.Head(other.At) != clause.At || !tree.Is(other.At, "ccomp")) continue;
                int first = tree.Extent(other.Source).First;
                while (first > clause.At && tree[first - 1].Upos == Upos.Cconj) first--;
                if (first <= clause.At + 1 || tree[first - 1].Form != "," || quoted[first]) continue;
                tree.Clear(other.At, clause.Content);
                Trim(tree, clause.Content, clause.CueWords);
            }
        }
        return [.. clauses.Where(clause => clause.Size > 0 || clause.Entry.Takes.Contains("quote"))];
    }

    /// <summary>True for a reporting clause with a speaker of its own behind a comma and "while": "…, while the ministry says …".</summary>
    private static bool IsContrasted(Tree tree, CuedClause clause)
    {
        if (!tree.Is(clause.At, "advcl") || tree.Child(clause.At, "nsubj") != clause.Source) return false;
        int first = tree.Extent(clause.At).First;
        if (tree[first].Form == ",") first++;
        return first > 0 && tree[first - 1].Form == "," && tree[first].Form is "while" or "whereas";
    }

    /// <summary>"…, though she noted that …", "…, but he said …": the joining word of a reporting clause with a pronoun of its own; -1 when it is told by somebody else.</summary>
    private static int Beside(Tree tree, CuedClause clause, bool[] quoted)
    {
        int source = clause.Source;
        if (source < 2 || source >= clause.At || clause.At - source > PronounGapMax || tree[source].Form is not ("he" or "she" or "they")) return -1;
        return tree[source - 1].Lemma is "but" or "and" or "though" or "although" or "while" or "yet" && tree[source - 2].Form is "," or ";" or "”" or "\"" && !quoted[source - 1] ? source - 1 : -1;
    }

    /// <summary>Most tokens from a pronoun to its verb of saying ("she also noted").</summary>
    private const int PronounGapMax = 3;

    /// <summary>Content without punctuation at the ends of its runs; marks of quotation stay.</summary>
    private static bool[] Trim(Tree tree, bool[] content, bool[]? cueWords = null)
    {
        for (int at = 1; at < content.Length; at++)
        {
            if (content[at] || !content[at - 1]) continue;
            int next = at;
            while (next < content.Length && !content[next] && tree[next].Upos is Upos.Punct or Upos.Cconj && cueWords?[next] != true) next++;
            if (next < content.Length && content[next] && next - at <= 3) for (int i = at; i < next; i++) content[i] = true;
        }
        for (int first = 0; first < content.Length; first++)
        {
            if (!content[first]) continue;
            int last = first;
            while (last + 1 < content.Length && content[last + 1]) last++;
            int next = last;
            while (first <= last && IsTrimmed(tree, last)) content[last--] = false;
            while (first <= last && IsTrimmed(tree, first) && !(first == 0 && tree[first].Upos == Upos.Cconj)) content[first++] = false;
            first = next;
        }
        return content;
    }

    private static bool IsTrimmed(Tree tree, int at) => tree[at].Upos == Upos.Punct && tree[at].Form is "," or "." or ";" or ":" or "-" or "–" or "—" or "--" or "―" || tree[at].Upos == Upos.Cconj;
}
