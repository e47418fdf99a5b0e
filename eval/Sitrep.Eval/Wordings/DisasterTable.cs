using System.Globalization;
using Sitrep.Model.Record;

namespace Sitrep.Eval.Wordings;

/// <summary>Disasters in many wordings: the rows of <c>eval/gold/disaster-wordings.tsv</c>, and the reports put together from them.</summary>
internal sealed class DisasterTable(WordingRows rows)
{
    public IEnumerable<WordedDisaster> Facts(int count) => rows.Facts(count, Put, told => told.Text);

    private WordedDisaster? Put(Draw draw)
    {
        string[] scene = rows.Of(draw, "scene"), lead = rows.Of(draw, "lead"), towns = rows.Of(draw, "place"), day = rows.Of(draw, "day");
        string[] tags = scene[3].Split(' '), flags = lead[1].Split(' ');
        string storm = rows.Of(draw, "storm")[0];
        var counts = new List<DisasterCount>();
        string place = Town(towns[0]), clause = lead[0].Replace("{scene}", scene[0], StringComparison.Ordinal).Replace("{thing}", scene[1], StringComparison.Ordinal).Replace("{storm}", storm, StringComparison.Ordinal).Replace("{other}", towns[1], StringComparison.Ordinal).Replace("{third}", towns[2], StringComparison.Ordinal).Replace("{place}", towns[0], StringComparison.Ordinal);
        bool dated = clause.Contains("{day}", StringComparison.Ordinal) && !flags.Contains("undated"), expected = flags.Contains("expected");
        if (Sentence(draw, clause.Replace("{day}", day[0], StringComparison.Ordinal), flags[^1], lead[2], tags, [place, towns[1], towns[2]], counts) is not { } first) return null;
        string text = first.Text;
        string[] shape = rows.Of(draw, "shape")[0].Split(' ');
        foreach (string kind in shape.Skip(1))
        {
            string[] more = rows.Of(draw, kind);
            bool noFigures = kind == "aside", deadly = counts.Any(told => told.Count.Measure == Measure.Killed);
            string asked = more[^1];
            // Of which town the next sentence tells, nobody can say behind one that named two.
            if (expected || noFigures && more[0].Contains("{other}", StringComparison.Ordinal) && shape[^1] == "next" || asked.Contains("+killed", StringComparison.Ordinal) && !deadly || asked.Contains("+injured", StringComparison.Ordinal) && counts.All(told => told.Count.Measure != Measure.Injured) || asked.Contains("-killed", StringComparison.Ordinal) && deadly) return null;
            if (Sentence(draw, more[0].Replace("{other}", towns[1], StringComparison.Ordinal).Replace("{third}", towns[2], StringComparison.Ordinal), noFigures ? "" : more[1], asked, tags, [place, towns[1], towns[2]], counts) is not { } next) return null;
            text = $"{text} {next.Text}";
        }
        DateOnly? when = expected ? Saturday : dated ? DateOnly.ParseExact(day[1], "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        return new WordedDisaster(text, [.. scene[2].Split(',').Select(one => one == "*" ? "" : one)], place, when, expected, !flags.Contains("none"), first.Source, [.. counts]);
    }

    private static readonly DateOnly Saturday = new(2017, 5, 13);

    /// <summary>Adds the figures that the sentence tells. Null for what may not be told of such a disaster, and for a figure that was told already.</summary>
    /// <returns>The sentence and who tells it; nobody where the report does.</returns>
    private (string Text, string? Source)? Sentence(Draw draw, string words, string told, string asked, string[] tags, string[] towns, List<DisasterCount> counts)
    {
        string[] frame = rows.Of(draw, "frame"), of = asked.Split(' ');
        // "Police said in X, seven people died": who was in X?
        if (words.StartsWith("in ", StringComparison.Ordinal)) frame = ["{Fact}.", "no"];
        string many = tags.Contains("ruin") || tags.Contains("disease") ? "count" : "few", source = rows.Of(draw, "source")[0];
        string[] a = rows.Of(draw, many), b = rows.Of(draw, many), c = rows.Of(draw, "exact"), h = rows.Of(draw, "houses");
        if (!(of.Contains("any") ? !tags.Contains("disease") : of.Intersect(tags).Any())) return null;
        string? teller = frame[1] == "yes" ? source : null;
        foreach (string spec in told.Split(',').Where(spec => spec.Contains('=', StringComparison.Ordinal)))
        {
            string[] sides = spec.TrimStart('?').Split('='), at = sides[1].Split('@'), who = at[0].Split('+');
            (long? least, long? most) = WordedCount.Range(who[0] switch { "a" => a[1], "b" => b[1], "c" => c[1], "h" => h[1], var number => number.Contains('|', StringComparison.Ordinal) ? number : $"{number}|{number}" });
            var count = new WordedCount(Enum.Parse<Measure>(sides[0], ignoreCase: true), least, most, who.Length > 1 ? who[1] : null);
            if (counts.Any(other => other.Count == count)) return null;
            counts.Add(new DisasterCount(count, at.Length > 1 ? towns[at[1] == "other" ? 1 : 2] : towns[0], teller, spec[0] != '?'));
        }
        return (WordingRows.Framed(frame[0], words.Replace("{a}", a[0], StringComparison.Ordinal).Replace("{b}", b[0], StringComparison.Ordinal).Replace("{c}", c[0], StringComparison.Ordinal).Replace("{h}", h[0], StringComparison.Ordinal), source), teller);
    }

    private static string Town(string place) => place[(place.LastIndexOf(' ') + 1)..];
}
