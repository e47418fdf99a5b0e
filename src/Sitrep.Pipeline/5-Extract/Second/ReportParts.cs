using System.Collections.Immutable;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>Cuts a report's body into parts that are sent one at a time: whole paragraphs, as many as fit.</summary>
internal static class ReportParts
{
    /// <summary>What stands between two paragraphs in what is sent.</summary>
    public const string Between = "\n\n";

    /// <param name="paragraphs">Spans of the body, in order.</param>
    /// <param name="length">Characters a part may have; a longer paragraph is cut between words.</param>
    /// <returns>For each part the stretches it is made of.</returns>
    public static ImmutableArray<ImmutableArray<TextSpan>> Of(string text, IEnumerable<TextSpan> paragraphs, int length)
    {
        var parts = ImmutableArray.CreateBuilder<ImmutableArray<TextSpan>>();
        var part = ImmutableArray.CreateBuilder<TextSpan>();
        int size = 0;
        foreach (TextSpan stretch in paragraphs.SelectMany(paragraph => Cut(text, paragraph, length)))
        {
            if (size > 0 && size + Between.Length + stretch.Length > length)
            {
                parts.Add(part.DrainToImmutable());
                size = 0;
            }
            part.Add(stretch);
            size += (size > 0 ? Between.Length : 0) + stretch.Length;
        }
        if (part.Count > 0) parts.Add(part.DrainToImmutable());
        return parts.DrainToImmutable();
    }

    private static IEnumerable<TextSpan> Cut(string text, TextSpan paragraph, int length)
    {
        int start = paragraph.Start;
        while (paragraph.End - start > length)
        {
            int end = start + length;
            while (end > start && !char.IsWhiteSpace(text[end])) end--;
            if (end == start) end = start + length - (char.IsHighSurrogate(text[start + length - 1]) && length > 1 ? 1 : 0);   // one word without end
            yield return new TextSpan(start, end);
            start = end;
        }
        if (paragraph.End > start) yield return new TextSpan(start, paragraph.End);
    }
}
