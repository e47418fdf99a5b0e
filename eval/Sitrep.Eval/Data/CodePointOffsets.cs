namespace Sitrep.Eval.Data;

/// <summary>From offsets in code points, which data sets count in, to those of a string.</summary>
internal static class CodePointOffsets
{
    /// <returns>UTF-16 offset of each code point, and of the end.</returns>
    public static int[] Of(string text)
    {
        var offsets = new List<int>(text.Length + 1);
        for (int i = 0; i < text.Length; i += i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1) offsets.Add(i);
        offsets.Add(text.Length);
        return [.. offsets];
    }
}
