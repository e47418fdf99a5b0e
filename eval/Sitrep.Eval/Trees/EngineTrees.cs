using System.Text;
using Sitrep.Language;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;
using Sitrep.Language.Words;

namespace Sitrep.Eval.Trees;

/// <summary>The engine's analysis in the form in which treebanks are scored.</summary>
internal static class EngineTrees
{
    /// <summary>What the engine makes of a document's raw text.</summary>
    public static PlacedTree Raw(LanguageEngine engine, string text)
    {
        int[] visible = new int[text.Length + 1];   // [offset] visible characters before it
        for (int i = 0; i < text.Length; i++) visible[i + 1] = visible[i] + (PlacedTree.IsVisible(text[i]) ? 1 : 0);
        var placed = new PlacedTree();
        foreach (Sentence sentence in engine.Analyze(text, 0, text.Length, new NameVotes()))
        {
            int first = placed.Words.Count;
            Token[] words = sentence.Tokens;
            TreeWord[] tree = Words(sentence);
            placed.Sentences.Add((visible[words[0].Start], visible[words[^1].End]));
            for (int i = 0; i < words.Length;)
            {
                int last = i;
                while (last + 1 < words.Length && IsContracted(text, words[last], words[last + 1])) last++;
                (int Start, int End) token = (visible[words[i].Start], visible[words[last].End]);
                placed.Tokens.Add(token);
                for (bool several = last > i; i <= last; i++)
                {
                    placed.Words.Add(new PlacedWord(token.Start, token.End, several, words[i].Head < 0 ? -1 : first + words[i].Head, tree[i]));
                }
            }
        }
        return placed;
    }

    /// <summary>What the engine makes of a sentence whose words are given.</summary>
    public static TreeWord[] GivenTokens(LanguageEngine engine, TreeSentence sentence, NameVotes votes)
    {
        (string text, RawToken[] tokens) = Written(sentence);
        return Words(engine.Analyze(text, tokens, votes));
    }

    /// <summary>The text of a document: sentences joined by one space.</summary>
    public static string TextOf(TreeDocument document) => string.Join(' ', document.Sentences.Select(TextOf));

    /// <summary>The text of a document as it was laid out: a blank line before each paragraph.</summary>
    public static string PagedTextOf(TreeDocument document) =>
        string.Concat(document.Sentences.Select((sentence, i) => (i == 0 ? "" : sentence.OpensParagraph ? "\n\n" : " ") + TextOf(sentence)));

    private static string TextOf(TreeSentence sentence)
    {
        string forms = string.Concat(sentence.Tokens.Select(token => token.Form).SelectMany(form => form.Where(PlacedTree.IsVisible)));
        if (sentence.Text is { } given && string.Concat(given.Where(PlacedTree.IsVisible)) == forms) return given;
        return string.Concat(sentence.Tokens.Select(token => token.SpaceAfter ? token.Form + " " : token.Form)).TrimEnd();
    }

    /// <summary>The given words, spaced as in the text.</summary>
    private static (string Text, RawToken[] Tokens) Written(TreeSentence sentence)
    {
        var text = new StringBuilder();
        var tokens = new RawToken[sentence.Words.Count];
        Gap gap = Gap.BlankLine;
        foreach (SurfaceToken token in sentence.Tokens)
        {
            for (int i = token.First; i < token.First + token.Words; i++)
            {
                if (gap == Gap.Space) text.Append(' ');
                tokens[i] = new RawToken(text.Length, text.Length + sentence.Words[i].Form.Length, gap);
                text.Append(sentence.Words[i].Form);
                gap = Gap.None;
            }
            gap = token.SpaceAfter ? Gap.Space : Gap.None;
        }
        return (text.ToString(), tokens);
    }

    /// <summary>True when two words are written as one. The engine gives words only: letters cut from letters, and what follows an apostrophe, are contractions.</summary>
    private static bool IsContracted(string text, Token word, Token next)
    {
        if (word.End != next.Start || !char.IsLetterOrDigit(text[word.End - 1])) return false;
        char c = text[next.Start];
        if (char.IsLetter(c)) return char.IsLetter(text[word.End - 1]);
        return c is '\'' or '\u2019' or '`' && (next.Penn == "POS" || (next.End - next.Start > 1 && char.IsLetter(text[next.Start + 1])));
    }

    private static TreeWord[] Words(Sentence sentence)
    {
        Morphology[] features = sentence.Morphology();
        return [.. sentence.Tokens.Select((token, i) => new TreeWord(
            token.Form, token.Lemma, token.Upos.ToString().ToUpperInvariant(), token.Penn, UniversalFeatures.Of(features[i].ToString()), token.Head, token.Relation))];
    }
}
