using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Clean.Zones;

/// <summary>Tells captions and gallery buttons from the report they interrupt.</summary>
internal sealed class GalleryMarker(CaptionReader captions, CaptionForm form, DatelineReader datelines)
{
    /// <summary>Words below which a line between gallery buttons is a title rather than a caption.</summary>
    private const int ShortestCaption = 12;

    /// <summary>Captions end in their credit; a paragraph of the report that merely ends so is longer.</summary>
    private const int LongestCreditLine = 160;

    public void Mark(List<Block> blocks)
    {
        // Lines without an empty line between them stand together: where one is a button of a gallery, the others are its titles and captions.
        for (int i = 0; i < blocks.Count;)
        {
            int next = i + 1;
            while (next < blocks.Count && !blocks[next].BlankBefore) next++;
            if (next - i > 1 && Buttons(blocks, i, next) is > 0 and int buttons && (buttons > 1 || (next - i <= 4 && blocks[i].Kind != ZoneKind.Related))) MarkGroup(blocks, i, next);
            i = next;
        }
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (block.Kind == ZoneKind.Credit && i > 0 && IsPictureCredit(block.Words) && blocks[i - 1] is { Kind: null, Main: false, Heading: 0, Count: >= 5 and <= 40 } shown && shown.EndsSentence && IsHead(blocks, i - 1)) shown.Kind = ZoneKind.Caption;
            if (block.Kind is not null || block.Heading > 0) continue;
            // Alternative text with its credit, and the caption right below it.
            if (i > 0 && i + 1 < blocks.Count && captions.OpensWithCredit(block) && blocks[i + 1] is { Kind: null, BlankBefore: false, EndsSentence: false, Main: false, Count: >= 4 and <= 40 } below)
            {
                (block.Kind, below.Kind) = (ZoneKind.Gallery, ZoneKind.Caption);
                continue;
            }
            PhotoCredit? credit = block.Count <= LongestCreditLine ? captions.Credit(block.Words) : null;
            if (credit is null)
            {
                // "SOFIA, Feb 8 (BTA) - Snow closes …" opens a report, whatever its verbs.
                if (form.Is(block, head: IsHead(blocks, i)) && datelines.Read(block.Words) is not ({ Agency: not null } or { Date.Start: 0, Place: not null })) block.Kind = ZoneKind.Caption;
                continue;
            }
            bool onlyCredit = credit.Value.Start == 0 && block.Count <= 8;
            block.Kind = onlyCredit ? ZoneKind.Credit : ZoneKind.Caption;
            if (onlyCredit && i > 0 && blocks[i - 1].Kind is null && blocks[i - 1].Count >= 5 && (!block.BlankBefore || form.ShowsPeople(blocks[i - 1].Words))) blocks[i - 1].Kind = ZoneKind.Caption;
            // The picture's alternative text often stands before its caption, word for word.
            if (!onlyCredit && i > 0 && blocks[i - 1].Kind is null && blocks[i - 1].Count >= 4 && block.Words.StartsWith(blocks[i - 1].Words.TrimEnd('.', '…'), StringComparison.OrdinalIgnoreCase)) blocks[i - 1].Kind = ZoneKind.Gallery;
        }
    }

    private static bool IsPictureCredit(string words) =>
        words.StartsWith("photo", StringComparison.OrdinalIgnoreCase) || words.StartsWith("picture", StringComparison.OrdinalIgnoreCase) || words.StartsWith("image", StringComparison.OrdinalIgnoreCase);

    // Before the second paragraph of sentences.
    private static bool IsHead(List<Block> blocks, int at)
    {
        if (blocks[at].Main) return false;
        for (int i = 0; i < at; i++) if (blocks[i].Kind is null && blocks[i].EndsSentence && blocks[i].Count >= 12) return false;
        return true;
    }

    private static int Buttons(List<Block> blocks, int from, int to)
    {
        int buttons = 0;
        for (int i = from; i < to; i++) if (blocks[i].Kind == ZoneKind.Gallery && blocks[i].Words[0] is not ('-' or '•' or '*' or '–')) buttons++;   // "- In pictures: …" is an item of a list
        return buttons;
    }

    private void MarkGroup(List<Block> blocks, int from, int to)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = from; i < to; i++) seen[blocks[i].Words] = seen.GetValueOrDefault(blocks[i].Words) + 1;
        for (int i = from; i < to; i++)
        {
            Block block = blocks[i];
            if (block.Kind is ZoneKind.Related or ZoneKind.Promotion or ZoneKind.Gallery or ZoneKind.Dateline or ZoneKind.Byline) continue;
            if (from == 0 && i == 0 && block.Kind is null && block.Count >= 3 && seen[block.Words] == 1 && blocks[1].Kind is ZoneKind.Dateline or ZoneKind.Byline) continue;   // the title of the report itself
            bool credited = captions.Credit(block.Words) is not null;
            bool repeated = seen[block.Words] > 1 && !credited;
            bool caption = credited || (!repeated && (block.EndsSentence ? block.Count >= 5 : block.Count >= ShortestCaption));
            block.Kind = caption ? ZoneKind.Caption : ZoneKind.Gallery;
        }
    }
}
