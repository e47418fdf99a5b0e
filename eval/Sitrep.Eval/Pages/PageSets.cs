using System.Globalization;
using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Reports;

namespace Sitrep.Eval.Pages;

/// <summary>Stage 2 on web pages: the article's text, and the day of publication.</summary>
internal static class PageSets
{
    private const string HtmlDate = "htmldate-eval";

    public static IEnumerable<EvalSet> All(Locations locations) =>
    [
        PublicSet.Of(locations, "article-extraction", ["article-extraction"], folder => DataFiles.Find(folder, "ground-truth.json"), Articles),
        PublicSet.Of(locations, "trafilatura-eval", ["trafilatura-eval"], folder => DataFiles.Find(folder, "evaldata.json"), Segments),
        PublicSet.Of(locations, HtmlDate, [HtmlDate], Tables, Days),
    ];

    /// <summary>All tables of addresses and days, whatever part of the set they are.</summary>
    private static string[] Tables(string folder) => [.. DataFiles.Find(folder, ".json").Where(path => Path.GetFileName(path).StartsWith("eval", StringComparison.OrdinalIgnoreCase))];

    /// <summary>Article Extraction Benchmark (Zyte 2020).</summary>
    private static void Articles(string[] files, TallySheet sheet)
    {
        var pages = new List<(Shingles.Match Match, bool Equal)>();
        foreach (string path in files)
        {
            var html = new PageFiles(FolderOf(path));
            foreach (JsonProperty page in JsonLines.ReadOne(path).EnumerateObject())
            {
                if ((html.Find(page.Name + ".html") ?? html.Find(page.Name)) is not { } bytes) continue;
                string wanted = Text(page.Value, "articleBody");
                string found = sheet.Timed(() => PageReader.Article(PageReader.Read(bytes)));
                Shingles.Match match = Shingles.Compare(wanted, found);
                pages.Add((match, Shingles.Words(wanted).SequenceEqual(Shingles.Words(found), StringComparer.Ordinal)));
                sheet.Details.Add(string.Create(CultureInfo.InvariantCulture, $"article-extraction {page.Name[..Math.Min(8, page.Name.Length)]} precision {match.Precision:0.000} recall {match.Recall:0.000} {Text(page.Value, "url")}"));
            }
        }
        if (pages.Count == 0) return;
        Shingles.Match[] matches = [.. pages.Select(page => page.Match)];
        (double precision, double recall, double f1) = Shingles.Mean(matches);
        sheet.Set("f1", f1, matches.Length, Bootstrap.Interval(matches.Length, sample => Shingles.Mean([.. sample.Select(i => matches[i])]).F1));
        sheet.Set("precision", precision, matches.Length);
        sheet.Set("recall", recall, matches.Length);
        sheet.Set("accuracy", (double)pages.Count(page => page.Equal) / pages.Count, pages.Count);
    }

    /// <summary>The evaluation of trafilatura (Barbaresi 2021): strings that must be in the text, and strings that must not.</summary>
    private static void Segments(string[] files, TallySheet sheet)
    {
        int right = 0, all = 0;
        foreach (string path in files)
        {
            string folder = FolderOf(path);
            var html = new PageFiles(folder, Path.Combine(folder, "..", HtmlDate));
            Dictionary<string, string> pageOf = Pages(folder);
            foreach (JsonProperty page in JsonLines.ReadOne(path).EnumerateObject())
            {
                string file = Text(page.Value, "file");
                if ((html.Find(pageOf.GetValueOrDefault(file, file)) ?? html.Find(file)) is not { } bytes) continue;
                string found = Folded(sheet.Timed(() => PageReader.Article(PageReader.Read(bytes))));
                bool[] kept = [.. Strings(page.Value, "with").Select(segment => found.Contains(segment, StringComparison.Ordinal))];
                bool[] leaked = [.. Strings(page.Value, "without").Select(segment => found.Contains(segment, StringComparison.Ordinal))];
                (int tp, int fp) = (kept.Count(is1 => is1), leaked.Count(is1 => is1));
                sheet.Add("f", new Tally(tp, tp + fp, kept.Length));
                sheet.EndDocument();
                right += tp + leaked.Length - fp;
                all += kept.Length + leaked.Length;
                if (tp < kept.Length || fp > 0) sheet.Details.Add(string.Create(CultureInfo.InvariantCulture, $"trafilatura-eval {file}: {kept.Length - tp} missing, {fp} too much"));
            }
        }
        Tally total = sheet.Total("f");
        if (all == 0) return;
        sheet.Set("precision", total.Precision, (int)total.Found);
        sheet.Set("recall", total.Recall, (int)total.Wanted);
        sheet.Set("accuracy", (double)right / all, all);
    }

    /// <summary>The evaluation of htmldate (Barbaresi 2020): the day of the original publication, from the page alone.</summary>
    private static void Days(string[] files, TallySheet sheet)
    {
        int right = 0, wrong = 0, silent = 0, bothNone = 0;
        foreach (string path in files)
        {
            var html = new PageFiles(FolderOf(path));
            foreach (JsonProperty page in JsonLines.ReadOne(path).EnumerateObject())
            {
                if (html.Find(Text(page.Value, "file")) is not { } bytes) continue;
                string wanted = Text(page.Value, "date");
                Report? report = sheet.Timed(() => PageReader.Read(bytes));
                string? found = report?.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                (bool answered, bool known) = (found is not null, wanted.Length > 0);
                if (!answered && !known) bothNone++;
                else if (!answered) silent++;
                else if (found == wanted) right++;
                else wrong++;
                sheet.Add("f", new Tally(found is not null && found == wanted ? 1 : 0, answered ? 1 : 0, known && (!answered || found == wanted) ? 1 : 0));   // a wrong day is not also a missing one
                sheet.EndDocument();
                if (found != wanted) sheet.Details.Add($"{HtmlDate} {Text(page.Value, "file")}: {wanted} expected, {found ?? (report is null ? "set aside" : "none")} found");
            }
        }
        int all = right + wrong + silent + bothNone;
        if (all == 0) return;
        sheet.Set("accuracy", (double)(right + bothNone) / all, all);
        sheet.Set("precision", (double)right / Math.Max(1, right + wrong), right + wrong);
        sheet.Set("recall", (double)right / Math.Max(1, right + silent), right + silent);
    }

    /// <summary>Names of page files by the names the gold data use.</summary>
    private static Dictionary<string, string> Pages(string folder) => DataFiles.Find(folder, "pages.tsv").SelectMany(DataFiles.Lines)
        .Select(line => line.Split('\t')).Where(cells => cells.Length == 2).DistinctBy(cells => cells[0]).ToDictionary(cells => cells[0], cells => Path.GetFileName(cells[1]), StringComparer.Ordinal);

    private static string FolderOf(string path) => Path.GetDirectoryName(path) ?? ".";

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private static IEnumerable<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().Select(one => Folded(one.GetString() ?? "")).Where(one => one.Length > 0) : [];

    private static string Folded(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
