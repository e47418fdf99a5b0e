using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>A sentence made ready: traits of its words, and gold.</summary>
internal sealed class Example
{
    /// <param name="shout">Headlines and leads in capitals are rare in the treebanks and common in news.</param>
    /// <param name="origin">The sentence this one is made from.</param>
    public Example(TreebankSentence sentence, Lexicon lexicon, TagSet tags, bool shout = false, TreebankSentence? origin = null)
    {
        (Sentence, Origin) = (sentence, origin ?? sentence);
        (string text, RawToken[] tokens) = sentence.Join();
        Words = new WordTraits[tokens.Length];
        WordTraits.Fill(shout ? text.ToUpperInvariant() : text, tokens, lexicon, Words);
        Gold = [.. sentence.Tags.Select(tags.IdOf)];
        Tags = [.. Gold.Select(id => Math.Max(0, id))];
    }

    public TreebankSentence Sentence { get; }
    /// <summary>Decides which part of the training may see the sentence.</summary>
    public TreebankSentence Origin { get; }
    public WordTraits[] Words { get; }
    /// <summary>Class per word; -1 for pairs of tags too rare to learn.</summary>
    public int[] Gold { get; }
    /// <summary>Class per word as the second pass and the parser see it.</summary>
    public int[] Tags { get; set; }
}
