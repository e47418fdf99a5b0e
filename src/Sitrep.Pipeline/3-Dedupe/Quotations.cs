namespace Sitrep.Pipeline.Dedupe;

/// <summary>Which characters of one paragraph stand inside quotation marks.</summary>
/// <remarks>Two newsrooms that write independently still print the same quotations; only a newsroom's own words show who copied whom.
/// A paragraph that opens a double quotation and does not close it is quoted to its end (the rule for speech over several paragraphs).
/// A single mark opens only where the paragraph also closes it, so that apostrophes and "'90s" do not.</remarks>
internal static class Quotations
{
    /// <summary>Calls for one bit per character: true inside quotation marks. The marks themselves count as inside.</summary>
    public static bool[] Mark(ReadOnlySpan<char> paragraph)
    {
        var quoted = new bool[paragraph.Length];
        int lastSingleClose = LastSingleClose(paragraph);
        char closes = '\0';
        for (int i = 0; i < paragraph.Length; i++)
        {
            char letter = paragraph[i];
            if (closes == '\0')
            {
                closes = letter switch
                {
                    '"' or '“' or '„' or '‟' or '＂' => '"',
                    '«' => '»',
                    '\'' or '‘' when i < lastSingleClose && OpensSingle(paragraph, i) => '\'',
                    _ => '\0',
                };
                quoted[i] = closes != '\0';
                continue;
            }
            quoted[i] = true;
            bool ends = closes switch
            {
                '"' => letter is '"' or '”' or '＂',
                '»' => letter == '»',
                _ => ClosesSingle(paragraph, i),
            };
            if (ends) closes = '\0';
        }
        return quoted;
    }

    private static int LastSingleClose(ReadOnlySpan<char> paragraph)
    {
        for (int i = paragraph.Length - 1; i > 0; i--)
        {
            if (ClosesSingle(paragraph, i)) return i;
        }
        return -1;
    }

    private static bool OpensSingle(ReadOnlySpan<char> paragraph, int at) =>
        (at == 0 || !char.IsLetterOrDigit(paragraph[at - 1])) && at + 1 < paragraph.Length && char.IsLetter(paragraph[at + 1]);

    // After punctuation, so that the apostrophe of "the troops' advance" does not close; a quoted name without punctuation
    // ('Lion' brigade) is then missed, which costs nothing: it is too short to make a shingle.
    private static bool ClosesSingle(ReadOnlySpan<char> paragraph, int at) =>
        paragraph[at] is '\'' or '’' && at > 0 && paragraph[at - 1] is ',' or '.' or '!' or '?' or '…' or '-' or '—'
        && (at + 1 == paragraph.Length || !char.IsLetterOrDigit(paragraph[at + 1]));
}
