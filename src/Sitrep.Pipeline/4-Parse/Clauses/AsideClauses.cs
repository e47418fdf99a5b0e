using System.Runtime.InteropServices;
using Sitrep.Language;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Parse.Clauses;

/// <summary>Parses "Rebels, who have held the hills since May, stormed X" as what it is: a sentence, and an aside in it.</summary>
/// <remarks>
/// Left alone the parser hangs what stands behind the second comma ("… stormed X", "…, on Tuesday") on the aside. So the sentence is read once more with the aside left out, and the aside, as it
/// was read in its place, is hung on the noun before it.
/// </remarks>
internal sealed class AsideClauses(LanguageEngine engine, WordSets words)
{
    /// <summary>Better trees for sentences with asides.</summary>
    /// <param name="read">What the stage makes of sentences of a text; asked for those without their asides.</param>
    public IReadOnlyList<Sentence> Repair(string text, IReadOnlyList<Sentence> sentences, Func<string, IReadOnlyList<Sentence>, IReadOnlyList<Sentence>> read)
    {
        List<Aside>[] asides = [.. sentences.Select(sentence => Aside.Of(sentence.Tokens, words))];
        int[] told = [.. Enumerable.Range(0, asides.Length).Where(i => asides[i].Count > 0)];
        if (told.Length == 0) return sentences;
        // White space in their place keeps every other word where it was.
        char[] bare = text.ToCharArray();
        foreach (int i in told) foreach (Aside aside in asides[i]) Array.Fill(bare, ' ', sentences[i].Tokens[aside.Open].Start, sentences[i].Tokens[aside.Close].End - sentences[i].Tokens[aside.Open].Start);
        string rest = new(bare);
        Sentence?[] parts = engine.AnalyzeEach(rest, CollectionsMarshal.AsSpan(told.Select(i => (sentences[i].Start, sentences[i].End)).ToList()));
        if (Array.Exists(parts, part => part is null)) return sentences;
        IReadOnlyList<Sentence> mains = read(rest, [.. parts.Select(part => part!)]);   // none is null
        Sentence[] repaired = [.. sentences];
        for (int i = 0; i < told.Length; i++) if (Joined(sentences[told[i]], mains[i], asides[told[i]]) is { } joined) repaired[told[i]] = joined;
        return repaired;
    }

    /// <summary>The tree of the rest with the asides hung in it; null where its words are not those of the sentence.</summary>
    private static Sentence? Joined(Sentence whole, Sentence rest, List<Aside> asides)
    {
        Token[] tokens = (Token[])whole.Tokens.Clone();
        int[] outside = [.. Enumerable.Range(0, tokens.Length).Where(at => !asides.Exists(aside => at >= aside.Open && at <= aside.Close))];
        if (outside.Length != rest.Tokens.Length) return null;
        for (int i = 0; i < outside.Length; i++)
        {
            Token word = rest.Tokens[i], old = tokens[outside[i]];
            if (word.Start != old.Start || word.End != old.End) return null;
            tokens[outside[i]] = word with { Head = word.Head < 0 ? -1 : outside[word.Head], Name = old.Name, NameStart = old.NameStart };
        }
        foreach (Aside aside in asides) Hang(tokens, whole.Tokens, aside);
        return Trees.IsTree(tokens) ? new Sentence(whole.Start, whole.End, tokens) : null;
    }

    private static void Hang(Token[] tokens, Token[] before, Aside aside)
    {
        bool IsTop(int at) => before[at].Head < aside.Open || before[at].Head > aside.Close;
        int first = aside.Open + 1, top = -1;
        // The verb that the relative word belongs to; the participle; else whatever hangs outside.
        for (int at = first; at < aside.Close; at++) if (IsTop(at) && tokens[at].Upos != Upos.Punct && (top < 0 || before[at].Upos == Upos.Verb && before[top].Upos != Upos.Verb)) top = at;
        if (top < 0) return;
        for (int at = aside.Open; at <= aside.Close; at++) if (at != top && (at == aside.Open || at == aside.Close || IsTop(at))) tokens[at] = before[at] with { Head = top, Relation = before[at].Upos == Upos.Punct ? "punct" : before[at].Relation is "root" ? "parataxis" : before[at].Relation };
        bool clause = Array.FindIndex(before, first, top - first + 1, token => token.Penn is "WP" or "WDT" or "WP$" || token.Form == "where") >= 0;
        tokens[top] = before[top] with { Head = RelativeRepair.Noun(tokens, aside.Open - 1), Relation = clause ? "acl:relcl" : before[top].Upos is Upos.Verb or Upos.Adj ? "acl" : Trees.Has(before, top, "case") ? "nmod" : "appos", Penn = !clause && before[top].Penn == "VBD" ? "VBN" : before[top].Penn };
    }
}
