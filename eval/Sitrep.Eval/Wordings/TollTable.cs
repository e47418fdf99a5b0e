using Sitrep.Model.Record;

namespace Sitrep.Eval.Wordings;

/// <summary>Tolls in many wordings: the rows of <c>eval/gold/toll-wordings.tsv</c>, and the sentences put together from them.</summary>
internal sealed class TollTable(WordingRows rows)
{
    public IEnumerable<WordedToll> Facts(int count) => rows.Facts(count, Put, toll => toll.Text);

    private WordedToll? Put(Draw draw)
    {
        string[] first = rows.Of(draw, "count"), second = rows.Of(draw, "count"), order = rows.Of(draw, "order"), frame = rows.Of(draw, "frame");
        string who = rows.Of(draw, order[0].Contains("{folk}", StringComparison.Ordinal) ? "folk" : "who")[0], place = rows.Of(draw, "place")[0], source = rows.Of(draw, "source")[0];
        string fact = order[0].Replace("{a}", first[0], StringComparison.Ordinal).Replace("{b}", second[0], StringComparison.Ordinal).Replace("{who}", who, StringComparison.Ordinal).Replace("{folk}", who, StringComparison.Ordinal)
            .Replace("{cause}", rows.Of(draw, "cause")[0], StringComparison.Ordinal).Replace("{place}", place, StringComparison.Ordinal);
        WordedCount[] counts = [.. order[1].Split(',').Select(spec => spec.Split('=')).Select(spec => Count(spec[0], spec[1] == "a" ? first[1] : second[1], spec[1] == "a" && order[0].Contains("{a} {", StringComparison.Ordinal) ? who : null))];
        return new WordedToll(WordingRows.Framed(frame[0], fact, source), counts, place[(place.LastIndexOf(' ') + 1)..], frame[1] == "yes" ? source : null);
    }

    private static WordedCount Count(string measure, string range, string? who)
    {
        (long? least, long? most) = WordedCount.Range(range);
        return new WordedCount(Enum.Parse<Measure>(measure, ignoreCase: true), least, most, who);
    }
}
