namespace Sitrep.Eval.Wordings;

/// <summary>Facts with asides in many wordings: the rows of <c>eval/gold/setting-wordings.tsv</c>, and the sentences put together from them.</summary>
internal sealed class SettingTable(WordingRows rows)
{
    public IEnumerable<WordedSetting> Facts(int count) => rows.Facts(count, Put, setting => setting.Text);

    private WordedSetting? Put(Draw draw)
    {
        string[] actor = rows.Of(draw, "actor"), place = rows.Of(draw, "place"), deed = rows.Of(draw, "deed"), order = rows.Of(draw, "order"), frame = rows.Of(draw, "frame"), source = rows.Of(draw, "source");
        string[] first = rows.Of(draw, "aside"), second = rows.Of(draw, "aside");
        string site = rows.Of(draw, "site")[0], day = rows.Of(draw, "day")[0];
        // Every second fact has two asides.
        string[][] asides = day.Length % 2 == 0 ? [first] : [first, second];
        string[] shape = order[1].Split(' ');
        // A day right behind "said" may be the day of the saying.
        if (shape.Contains("opens") && frame[2] != "yes" || asides.Length == 2 && first[1] == second[1] || shape.Contains("passive") && deed[3].Length == 0 || !asides.All(aside => Fits(aside, actor, deed, frame, source, shape, site))) return null;
        string Aside(string where) => asides.FirstOrDefault(aside => aside[1] == where)?[0] ?? "";
        // "seized X, where thousands had fled, killing 12": in such an order the end belongs to the aside.
        bool within = Aside("place").Length > 0, behind = Aside("end").Length > 0;
        if (Aside("list").Length > 0 && (behind || within)) return null;
        if ((within || Aside("actor").Length > 0 && shape.Contains("passive")) && behind && !shape.Contains("end") || within && shape.Contains("passive") && deed[1] is not ("take" or "hit")) return null;
        string fact = order[0].Replace("{did}", deed[0], StringComparison.Ordinal).Replace("{suffered}", deed[3], StringComparison.Ordinal)
            .Replace("{place}", site.Replace("{}", place[0], StringComparison.Ordinal) + Commas(Aside("place")) + (Aside("list") is { Length: > 0 } more ? $" {more}" : ""), StringComparison.Ordinal)
            .Replace("{actor}", actor[0] + Commas(Aside("actor")), StringComparison.Ordinal).Replace("{day}", day, StringComparison.Ordinal) + Aside("end");
        if (Aside("front") is { Length: > 0 } front) fact = $"{front}, {fact}";
        string text = WordingRows.Framed(frame[0].Replace("{aside}", Commas(Aside("source")), StringComparison.Ordinal), fact, source[0]);
        text = Filled(text, actor, place).Replace(",,", ",", StringComparison.Ordinal).Replace(",.", ".", StringComparison.Ordinal);
        bool told = frame[1] == "yes";
        var bare = new WordedFact(text, deed[2].Split(','), actor[0], place[0], shape.Contains("day") ? day : null, told ? source[0] : null);
        string[] items = [.. asides.SelectMany(aside => Filled(aside[4], actor, place).Split("; ", StringSplitOptions.RemoveEmptyEntries))];
        return new WordedSetting(bare, [.. bare.Types, .. deed[4].Split(',')], [.. items.Where(item => !item.Contains('|')).Append(deed[5]).Where(item => item.Length > 0).Select(AsideCount.Read)], [.. items.Where(item => item.Contains('|')).Select(item => AsideDeed.Read(item, actor[0], place[0]))]);
    }

    private static bool Fits(string[] aside, string[] actor, string[] deed, string[] frame, string[] source, string[] shape, string site)
    {
        string[] goes = aside[2].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (aside[1] == "source" ? frame[3] != "yes" || !goes.Contains(source[1]) : goes.Length > 0 && !goes.Contains(deed[1])) return false;
        if (aside[1] == "front" && (frame[2] != "yes" || shape.Contains("opens"))) return false;
        return aside[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).All(need => need switch
        {
            "active" => !shape.Contains("passive"),
            "untold" => frame[1] != "yes",
            "bare" => site == "{}",
            "many-foe" => !actor[3].StartsWith("the ", StringComparison.Ordinal),
            _ => actor[1] == need || actor[2] == need,
        });
    }

    private static string Commas(string aside) => aside.Length == 0 ? "" : $", {aside},";

    private static string Filled(string words, string[] actor, string[] place) =>
        words.Replace("{foe}", actor[3], StringComparison.Ordinal).Replace("{other}", place[3], StringComparison.Ordinal).Replace("{country}", place[1], StringComparison.Ordinal).Replace("{neighbour}", place[2], StringComparison.Ordinal);
}
