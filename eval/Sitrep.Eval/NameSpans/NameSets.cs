using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Language;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;

namespace Sitrep.Eval.NameSpans;

/// <summary>Names of persons, places and organisations in sets that give the tokens.</summary>
internal static class NameSets
{
    public static IEnumerable<EvalSet> All(Locations locations) =>
    [
        PublicSet.Of(locations, "ner-open", ["ner-open"], folder => Uner(folder, dev: false), ScoreUner),
        PublicSet.Of(locations, "ner-open-dev", ["ner-open"], folder => Uner(folder, dev: true), ScoreUner),
        PublicSet.Of(locations, "worldwide-newswire", ["worldwide-newswire"], folder => DataFiles.Find(folder, ".tsv"), ScoreNewswire),
        PublicSet.Of(locations, "re3d", ["re3d"], folder => DataFiles.Find(folder, "documents.json", "entities.json"), Re3d.Score),
    ];

    /// <summary>Universal NER (Mayhew et al. 2024) over UD EWT.</summary>
    private static string[] Uner(string folder, bool dev) =>
        [.. DataFiles.Find(folder, ".iob2").Where(path => Path.GetFileName(path).Contains("dev", StringComparison.OrdinalIgnoreCase) == dev && !Path.GetFileName(path).Contains("train", StringComparison.OrdinalIgnoreCase))];

    private static void ScoreUner(string[] files, TallySheet sheet)
    {
        foreach (NamedText text in files.SelectMany(path => NamedText.Read(path, tagColumn: 2))) Score(sheet, text);
    }

    /// <summary>Worldwide English newswire (Shan et al. 2023, arXiv 2404.13465), with one number a region of the world and the lowest of them.</summary>
    private static void ScoreNewswire(string[] files, TallySheet sheet)
    {
        List<(string Prefix, string Region)> regions = [.. Regions(files[0])];
        foreach (string path in files)
        {
            string? region = regions.Where(entry => Path.GetFileName(path).StartsWith(entry.Prefix, StringComparison.OrdinalIgnoreCase)).OrderByDescending(entry => entry.Prefix.Length).Select(entry => entry.Region).FirstOrDefault();
            foreach (NamedText text in NamedText.Read(path, tagColumn: 1)) Score(sheet, text, region is null ? [] : [$"f1_{region}"]);
        }
        Tally[] byRegion = [.. regions.Select(entry => entry.Region).Distinct().Select(region => sheet.Total($"f1_{region}")).Where(tally => tally.Wanted > 0)];
        if (byRegion.Length > 1) sheet.Set("f1_worst_region", byRegion.Min(tally => tally.F1), byRegion.Length);
    }

    private static void Score(TallySheet sheet, NamedText text, params ReadOnlySpan<string> alsoIn)
    {
        LanguageEngine engine = Product.Engine;
        var votes = new NameVotes();
        foreach (NamedSentence sentence in text.Sentences)
        {
            (string written, RawToken[] tokens) = sentence.Written();
            Sentence found = sheet.Timed(() => engine.Analyze(written, tokens, votes));
            NameScorer.Add(sheet, sentence.Names, EngineNames.Of(found.Tokens), alsoIn);
        }
        sheet.EndDocument();
    }

    /// <summary>Regions by prefixes of file names: a heading ends in a colon, one prefix a line below it. The list stands in the folder or above it; without it there are no regions.</summary>
    private static IEnumerable<(string Prefix, string Region)> Regions(string file)
    {
        DirectoryInfo? folder = new FileInfo(file).Directory;
        for (int up = 0; up < 2 && folder is not null; up++, folder = folder.Parent)
        {
            string path = Path.Combine(folder.FullName, "regions.txt");
            if (!File.Exists(path)) continue;
            string region = "";
            foreach (string line in DataFiles.Lines(path).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
            {
                if (line[^1] == ':') region = line[..^1].Replace(' ', '_').ToLowerInvariant();
                else if (region.Length > 0) yield return (line, region);
            }
            yield break;
        }
    }
}
