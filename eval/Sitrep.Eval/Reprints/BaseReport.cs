using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Eval.Reprints;

/// <summary>A report that edited copies are made of.</summary>
/// <param name="Name">File name without ending; for a sample story its path.</param>
/// <param name="Lead">Another newsroom's first paragraph on the same matter; null when none was written.</param>
/// <param name="Later">Paragraphs the same newsroom adds a day later; empty when none were written.</param>
/// <param name="Cleaned">The report as stage 2 hands it on.</param>
internal sealed record BaseReport(string Name, string? Lead, IReadOnlyList<string> Later, IReadOnlyList<string> Paragraphs, Report Cleaned)
{
    /// <summary>Shorter reports make copies too short to tell anything.</summary>
    private const int ParagraphsMin = 4;

    /// <summary>True when there is enough of it to cut, shuffle and stitch.</summary>
    public bool CanBeEdited => Paragraphs.Count >= ParagraphsMin;

    /// <summary>Reports written for this set, then those of the sample stories; in ordinal order of their names.</summary>
    public static IReadOnlyList<BaseReport> Load(string reports, string samples) =>
        [.. Directory.GetFiles(reports, "*.txt").Order(StringComparer.Ordinal).Select(Own).OfType<BaseReport>(), .. Samples(samples)];

    /// <summary>A head of "key: value" lines, an empty line, paragraphs with an empty line between them.</summary>
    private static BaseReport? Own(string path)
    {
        string[] blocks = [.. File.ReadAllText(path).ReplaceLineEndings("\n").Split("\n\n").Select(block => block.Trim()).Where(block => block.Length > 0)];
        ILookup<string, string> head = blocks[0].Split('\n').Select(line => line.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[^1], StringComparer.Ordinal);
        string[] paragraphs = blocks[1..];
        string name = Path.GetFileNameWithoutExtension(path);
        Report? cleaned = CopyText.Clean(name, paragraphs, head["title"].First(), head["outlet"].First(), head["agency"].FirstOrDefault(), head["published"].First());
        return cleaned is null ? null : new BaseReport(name, head["lead"].FirstOrDefault(), [.. head["update"]], paragraphs, cleaned);
    }

    private static IEnumerable<BaseReport> Samples(string folder)
    {
        foreach (string story in Directory.GetDirectories(folder).Order(StringComparer.Ordinal))
        {
            foreach (Ingested item in new IngestStage().Read([story], Stream.Null))
            {
                if (item.Report is not { } raw || Product.OrNull(() => Product.Clean.Clean(raw).Report) is not { } cleaned) continue;
                string[] paragraphs = [.. cleaned.Body.Select(span => cleaned.Text.Substring(span.Start, span.Length).Trim()).Where(paragraph => paragraph.Length > 0)];
                yield return new BaseReport($"{Path.GetFileName(story)}/{raw.Input}", null, [], paragraphs, cleaned);
            }
        }
    }
}
