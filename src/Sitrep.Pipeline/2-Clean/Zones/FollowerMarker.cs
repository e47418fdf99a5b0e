using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>Marks what takes its kind from its neighbours: titles under "More on this story", quotes pulled out of the text.</summary>
internal static class FollowerMarker
{
    /// <summary>Titles in the longest list of other stories, and words in the longest of them.</summary>
    private const int MostTitles = 12, LongestTitle = 20;

    /// <summary>Words in the longest pulled quote, and how many are looked for in one report.</summary>
    private const int LongestQuote = 45, MostQuotes = 64;

    /// <summary>Before anything is taken for a paragraph.</summary>
    public static void MarkLists(List<Block> blocks)
    {
        // Over the report, "next article" is a button and the title follows it.
        int first = blocks.FindIndex(block => block.Kind is null && block.EndsSentence && block.Count >= 12);
        for (int i = Math.Max(first, 0); first >= 0 && i < blocks.Count; i++)
        {
            if (blocks[i].Kind != ZoneKind.Related || !OpensList(blocks[i].Words)) continue;
            for (int n = i + 1; n < blocks.Count && n <= i + MostTitles; n++)
            {
                Block block = blocks[n];
                bool pictures = block.Kind == ZoneKind.Gallery && block.Count >= 4;   // "In pictures: the siege"
                if ((block.Kind is not null and not ZoneKind.Related && !pictures) || block.Main || block.Count > LongestTitle || BylineReader.IsTrailer(block.Words)) break;
                if (block.Words[^1] is '.' or '"' or '”' && !IsBullet(block.Words)) break;
                block.Kind = ZoneKind.Related;
            }
        }
    }

    /// <summary>After the paragraphs are known: a short quotation that a longer paragraph holds word for word.</summary>
    public static void MarkPulledQuotes(List<Block> blocks, string text)
    {
        int tried = 0;
        for (int i = 0; i < blocks.Count && tried < MostQuotes; i++)
        {
            Block block = blocks[i];
            if (block.Kind != ZoneKind.Body || block.Count is < 5 or > LongestQuote || block.Words[0] is not ('"' or '“' or '‘' or '«')) continue;
            int end = block.Words.AsSpan().LastIndexOfAny("\"”’»");
            string said = block.Words[1..(end > 1 ? end : block.Words.Length)].Trim(' ', '.', ',');
            if (said.Length < 20) continue;
            tried++;
            if (Within(blocks, i, said, text)) block.Kind = ZoneKind.Boilerplate;
        }
    }

    private static bool Within(List<Block> blocks, int quote, string said, string text)
    {
        TextSpan own = blocks[quote].Span;
        for (int at = text.IndexOf(said, StringComparison.Ordinal), n = 0; at >= 0 && n < 8; at = text.IndexOf(said, at + said.Length, StringComparison.Ordinal), n++)
        {
            if (at >= own.Start && at < own.End) continue;
            if (blocks.Exists(other => other.Kind == ZoneKind.Body && other.Span.Start <= at && at < other.Span.End && other.Span.Length > own.Length)) return true;
        }
        return false;
    }

    // "MORE ON THIS STORY", "Also read:"; not "Read more: title", which is complete.
    private static bool OpensList(string words)
    {
        int colon = words.IndexOf(':', StringComparison.Ordinal);
        return (colon < 0 || colon >= words.TrimEnd().Length - 1) && words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length <= 6;
    }

    private static bool IsBullet(string words) => words.Length > 2 && words[0] is '-' or '•' or '*' or '–' or '·' or '▪' or '●' or '>' or '◦';
}
