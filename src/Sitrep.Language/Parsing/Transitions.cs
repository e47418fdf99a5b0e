using Sitrep.Language.Learning;

namespace Sitrep.Language.Parsing;

/// <summary>The classes of the parser: shift, then left and right for each relation.</summary>
internal sealed class Transitions(string[] relations)
{
    public const int Shift = 0;

    public string[] Relations => relations;

    public int Count => 1 + (2 * relations.Length);

    /// <summary>Index of the relation "root".</summary>
    public int Root { get; } = Array.IndexOf(relations, "root");

    public static int Left(int relation) => 1 + relation;

    public int Right(int relation) => 1 + relations.Length + relation;

    /// <summary>True for classes that the state allows. "root" and the root go together.</summary>
    public bool IsAllowed(ParserState state, int transition)
    {
        if (transition == Shift) return state.CanShift;
        if (transition <= relations.Length) return state.CanLeft && (state.Next == state.Words) == (transition - 1 == Root);
        return state.CanRight && transition - 1 - relations.Length != Root;
    }

    public void Apply(ParserState state, int transition)
    {
        if (transition == Shift) state.Shift();
        else if (transition <= relations.Length) state.Left(transition - 1);
        else state.Right(transition - 1 - relations.Length);
    }

    /// <summary>The allowed class with the highest score. There is one in every unfinished state.</summary>
    public int Best(ParserState state, ReadOnlySpan<int> scores)
    {
        int best = -1;
        bool shift = state.CanShift, right = state.CanRight, left = state.CanLeft, root = state.Next == state.Words;
        if (shift) best = Shift;
        if (left && root) return Left(Root);
        for (int r = 0; r < relations.Length; r++)
        {
            if (r == Root) continue;
            if (left && (best < 0 || scores[1 + r] > scores[best])) best = 1 + r;
            int second = 1 + relations.Length + r;
            if (right && (best < 0 || scores[second] > scores[best])) best = second;
        }
        return best;
    }

    public void Write(BinaryWriter writer) => ModelFile.WriteStrings(writer, relations);

    public static Transitions Read(BinaryReader reader) => new(ModelFile.ReadStrings(reader));
}
