namespace Sitrep.Eval.Wordings;

/// <summary>Deeds in many wordings: the rows of <c>eval/gold/wordings.tsv</c>, and the sentences put together from them.</summary>
internal sealed class WordingTable(WordingRows rows)
{
    public IEnumerable<WordedFact> Facts(int count) => rows.Facts(count, Put, fact => fact.Text);

    private WordedFact? Put(Draw draw)
    {
        string actor = rows.Of(draw, "actor")[0], place = rows.Of(draw, "place")[0], site = rows.Of(draw, "site")[0].Replace("{}", place, StringComparison.Ordinal), day = rows.Of(draw, "day")[0], source = rows.Of(draw, "source")[0];
        string[] deed = rows.Of(draw, "deed"), order = rows.Of(draw, "order"), frame = rows.Of(draw, "frame");
        string[] more = deed[1].Split('|'), may = frame[1].Split('|');
        bool told = may[0] == "yes", opens = order[1] == "yes", dated = order[0].Contains("{day}", StringComparison.Ordinal);
        // A day right behind "said" may be the day of the saying.
        if (opens && may[1] == "no" || more[1].Length == 0 && order[0].Contains("{suffered}", StringComparison.Ordinal)) return null;
        string fact = order[0].Replace("{did}", deed[0], StringComparison.Ordinal).Replace("{suffered}", more[1], StringComparison.Ordinal).Replace("{done}", more[2], StringComparison.Ordinal)
            .Replace("{actor}", actor, StringComparison.Ordinal).Replace("{day}", day, StringComparison.Ordinal).Replace("{place}", site, StringComparison.Ordinal);
        return new WordedFact(WordingRows.Framed(frame[0], fact, source), more[0].Split(','), actor, place, dated ? day : null, told ? source : null);
    }
}
