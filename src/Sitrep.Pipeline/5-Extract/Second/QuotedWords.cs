using System.Collections.Immutable;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>Words found in a sentence of the report.</summary>
/// <param name="First">First token they touch.</param>
/// <param name="Last">Last token they touch, inclusive.</param>
internal readonly record struct FoundWords(AttributedSentence In, TextSpan Span, int First, int Last)
{
    /// <summary>The token that heads them: the first whose own head lies outside.</summary>
    public int Head
    {
        get
        {
            Tree tree = In.Sentence.Tree;
            for (int at = First; at <= Last; at++) if (tree.Head(at) < First || tree.Head(at) > Last) return at;
            return Last;
        }
    }
}

/// <summary>Looks for words that a model gives, in the sentence it quotes and in those around it.</summary>
internal sealed class QuotedWords(string text, ImmutableArray<AttributedSentence> sentences)
{
    /// <summary>Sentences before the quoted one in which a name may stand: a paragraph or two of news, as far as "they" or "the town" go back.</summary>
    private const int Before = 5;

    /// <summary>Sentences after it: "Ten people died. Police said …".</summary>
    private const int After = 1;

    private readonly FoldedText?[] _folded = new FoldedText?[sentences.Length];

    /// <summary>The sentence that holds the word, inside the quote; null when none does.</summary>
    public (int Index, FoundWords Words)? InQuote(TextSpan quote, string word)
    {
        for (int i = FirstEndingAfter(quote.Start); i < sentences.Length && sentences[i].Span.Start < quote.End; i++)
        {
            TextSpan sentence = sentences[i].Span;
            var inside = new TextSpan(Math.Max(sentence.Start, quote.Start), Math.Min(sentence.End, quote.End));
            if (new FoldedText(text, inside).Find(word) is { } span && At(i, span) is { } found) return (i, found);
        }
        return null;
    }

    /// <summary>Where the words stand: in the sentence itself, else in the nearest before it, else in the one after it.</summary>
    public FoundWords? Near(int sentence, string words)
    {
        for (int i = sentence; i >= Math.Max(0, sentence - Before); i--) if (InSentence(i, words) is { } found) return found;
        for (int i = sentence + 1; i <= Math.Min(sentences.Length - 1, sentence + After); i++) if (InSentence(i, words) is { } found) return found;
        return null;
    }

    private FoundWords? InSentence(int i, string words) => (_folded[i] ??= new FoldedText(text, sentences[i].Span)).Find(words) is { } span ? At(i, span) : null;

    private FoundWords? At(int i, TextSpan span)
    {
        Tree tree = sentences[i].Sentence.Tree;
        int first = 0;
        while (first < tree.Count && tree[first].End <= span.Start) first++;
        int last = first;
        while (last + 1 < tree.Count && tree[last + 1].Start < span.End) last++;
        return first < tree.Count && tree[first].Start < span.End ? new FoundWords(sentences[i], span, first, last) : null;
    }

    private int FirstEndingAfter(int offset)
    {
        int low = 0, high = sentences.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sentences[middle].Span.End <= offset) low = middle + 1; else high = middle;
        }
        return low;
    }
}
