using System.Globalization;
using Sitrep.Eval.Documents;
using Sitrep.Model.Reports;

namespace Sitrep.Eval.Wordings;

/// <summary>Stories in many wordings: the rows of <c>eval/gold/story-wordings.tsv</c>, and the reports put together from them.</summary>
internal sealed class StoryTable(WordingRows rows)
{
    private readonly ILookup<string, string[]> _reports = rows.All("report").ToLookup(row => row[1]), _musts = rows.All("must").ToLookup(row => row[1]);

    private int _next;

    /// <summary>As many of each story as of any other.</summary>
    public IEnumerable<WordedStory> Facts(int count) => rows.Facts(count, Put, story => story.Text);

    private WordedStory? Put(Draw draw)
    {
        string[][] stories = rows.All("story");
        string[] story = stories[_next++ % stories.Length];
        StoryCast cast = StoryCast.Of(rows, draw, story[1]);
        var words = new StoryWords(rows, draw, cast);
        var reports = new List<Report>();
        foreach (string[] row in _reports[story[0]])
        {
            ILookup<string, string> flags = (row.Length > 4 ? row[4] : "").Split(' ').Select(flag => flag.Split('=')).Where(flag => flag.Length == 2).ToLookup(flag => flag[0], flag => flag[1]);
            string text = Copied(flags, reports) ?? words.Text(row[0]);
            DateOnly day = cast.First.AddDays(int.Parse(row[2], CultureInfo.InvariantCulture));
            string outlet = cast.Outlets[int.Parse(row[3], CultureInfo.InvariantCulture)];
            string? url = flags["url"].Select(page => $"https://www.{outlet.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}.example/{page}").FirstOrDefault();
            reports.Add(PlainReport.Whole(reports.Count, text, url: url, published: day) with { Outlet = outlet, Agency = flags["agency"].FirstOrDefault() });
        }
        return new WordedStory(story[0], cast, [.. reports], [.. _musts[story[0]].Select(must => must[0])]);
    }

    // The whole text of an earlier report, or its first two sentences; null for a text of its own.
    private static string? Copied(ILookup<string, string> flags, List<Report> reports)
    {
        if (flags["copy"].FirstOrDefault() is { } whole) return reports[int.Parse(whole, CultureInfo.InvariantCulture)].Text;
        if (flags["begin"].FirstOrDefault() is not { } begun) return null;
        string text = reports[int.Parse(begun, CultureInfo.InvariantCulture)].Text;
        return text[..(text.IndexOf(". ", text.IndexOf(". ", StringComparison.Ordinal) + 1, StringComparison.Ordinal) + 1)];
    }
}
