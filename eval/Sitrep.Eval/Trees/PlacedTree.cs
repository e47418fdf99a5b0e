namespace Sitrep.Eval.Trees;

/// <summary>A word and its place.</summary>
/// <param name="Start">First character, counting the visible ones of the document.</param>
/// <param name="End">Just past the last one. A word of a multiword token has the place of the token.</param>
/// <param name="Head">Index of the governing word in the document; -1 for a root.</param>
internal sealed record PlacedWord(int Start, int End, bool Multiword, int Head, TreeWord Word);

/// <summary>An analysed document with every sentence, token and word at its place among the visible characters.</summary>
internal sealed class PlacedTree
{
    public List<(int Start, int End)> Sentences { get; } = [];
    public List<(int Start, int End)> Tokens { get; } = [];
    public List<PlacedWord> Words { get; } = [];

    public static PlacedTree Of(TreeDocument document)
    {
        var placed = new PlacedTree();
        int at = 0;
        foreach (TreeSentence sentence in document.Sentences)
        {
            int start = at, first = placed.Words.Count;
            foreach (SurfaceToken token in sentence.Tokens)
            {
                int end = at + Visible(token.Form);
                placed.Tokens.Add((at, end));
                for (int i = token.First; i < token.First + token.Words; i++)
                {
                    TreeWord word = sentence.Words[i];
                    placed.Words.Add(new PlacedWord(at, end, token.Multiword, word.Head < 0 ? -1 : first + word.Head, word));
                }
                at = end;
            }
            placed.Sentences.Add((start, at));
        }
        return placed;
    }

    public static bool IsVisible(char c) => !char.IsWhiteSpace(c);

    private static int Visible(string form) => form.Count(IsVisible);
}
