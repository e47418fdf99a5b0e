namespace Sitrep.Model.Text;

/// <summary>Turns UTF-16 offsets of one text into Unicode code point offsets, the unit of the published record.</summary>
/// <remarks>A lone surrogate counts as one code point, as it does for a reader that decodes it to U+FFFD.</remarks>
public sealed class CodePoints
{
    private readonly List<int> _pairs = [];   // offsets of the low halves of surrogate pairs; most texts have none

    /// <summary>Scans <paramref name="text"/> once.</summary>
    public CodePoints(string text)
    {
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1])) _pairs.Add(i++);
        }
    }

    /// <summary>Code points before the UTF-16 offset <paramref name="utf16"/>.</summary>
    public int At(int utf16)
    {
        int index = _pairs.BinarySearch(utf16);
        return utf16 - (index < 0 ? ~index : index);
    }
}
