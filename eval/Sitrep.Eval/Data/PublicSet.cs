using System.Diagnostics;
using Sitrep.Eval.Scores;

namespace Sitrep.Eval.Data;

/// <summary>A public benchmark: a folder of files, of which any part may be there.</summary>
internal static class PublicSet
{
    /// <summary>A set that reads one folder below <c>SITREP_DATASETS</c>.</summary>
    /// <param name="folders">Names the folder may have; the first that is there is read.</param>
    /// <param name="files">Its files that hold the gold data; none: the set is skipped.</param>
    /// <param name="score">Scores these files.</param>
    public static EvalSet Of(Locations locations, string set, string[] folders, Func<string, string[]> files, Action<string[], TallySheet> score) => new(set, () =>
    {
        if (locations.Datasets is not { } root) return SetResult.Skip(set, "no data sets; set SITREP_DATASETS");
        if (folders.Select(name => Path.Combine(root, name)).FirstOrDefault(Directory.Exists) is not { } folder) return SetResult.Skip(set, $"no folder {folders[^1]} among the data sets");
        string[] found = files(folder);
        if (found.Length == 0) return SetResult.Skip(set, $"nothing to score in {Path.GetFileName(folder)}");
        var sheet = new TallySheet();
        long started = Stopwatch.GetTimestamp();
        score(found, sheet);
        double seconds = (sheet.Elapsed ?? Stopwatch.GetElapsedTime(started)).TotalSeconds;
        Score[] scores = [.. sheet.Scores(set, seconds)];
        return scores.Length == 0 ? SetResult.Skip(set, $"no gold item in {Path.GetFileName(folder)}") : new SetResult(set, scores, DataFiles.Hash(found), null, sheet.Details);
    });
}
