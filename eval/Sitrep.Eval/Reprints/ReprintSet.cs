using System.Collections.Immutable;
using System.Diagnostics;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;

namespace Sitrep.Eval.Reprints;

/// <summary>Who copied whom, over reports of our own and copies made of them. The rules: eval/gold/reprints/README.md.</summary>
internal static class ReprintSet
{
    private const string Name = "reprints";

    public static EvalSet Of(Locations locations) => new(Name, () => Run(locations));

    private static SetResult Run(Locations locations)
    {
        string folder = Path.Combine(locations.SampleGold, "reprints");
        if (!Directory.Exists(folder)) return SetResult.Skip(Name, "no folder eval/gold/reprints");
        IReadOnlyList<BaseReport> bases = BaseReport.Load(Path.Combine(folder, "reports"), locations.Samples);
        (string Copy, string Of, CopyRelation Relation)[] pairs = [.. File.ReadLines(Path.Combine(folder, "pairs.tsv")).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('\t')).Where(row => row.Length == 3).Select(row => (row[0], row[1], Enum.Parse<CopyRelation>(row[2], ignoreCase: true)))];
        var factory = new CopyFactory(new Edits(folder), bases, pairs.SelectMany(pair => new[] { pair.Copy, pair.Of }).ToHashSet(StringComparer.Ordinal));
        Copy[] copies = [.. factory.All()];

        var sheet = new TallySheet();
        long started = Stopwatch.GetTimestamp();
        ScoreUnedited(bases, pairs, sheet);
        foreach (IGrouping<string, Copy> kind in copies.GroupBy(copy => copy.Kind, StringComparer.Ordinal))
        {
            ScoreKind(kind.Key, kind.Key == "excerpt" ? [.. bases.Except(factory.Hosts)] : bases, [.. kind], sheet);
        }
        ScoreTogether(bases, [.. copies.Where(copy => !copy.OwnTelling)], pairs, sheet);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        string hash = DataFiles.Hash(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".md", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        return new SetResult(Name, [.. sheet.Scores(Name, seconds)], hash, null, sheet.Details);
    }

    /// <summary>The base reports by themselves: few copies, many independent reports on one event.</summary>
    private static void ScoreUnedited(IReadOnlyList<BaseReport> bases, IReadOnlyList<(string Copy, string Of, CopyRelation Relation)> pairs, TallySheet sheet)
    {
        Dictionary<string, string> names = Names(bases);
        Dictionary<string, DateOnly?> days = bases.ToDictionary(one => one.Name, one => one.Cleaned.Published, StringComparer.Ordinal);
        HashSet<Link> found = [.. Links(bases.Select(one => one.Cleaned)).Select(link => Named(names[link.Report], names[link.Of], link.Relation, days))];
        Count("unedited", found, [.. pairs.Select(pair => Named(pair.Copy, pair.Of, pair.Relation, days))], sheet);
    }

    /// <summary>All copies of one kind among the base reports; what these are of each other is not counted again.</summary>
    private static void ScoreKind(string kind, IReadOnlyList<BaseReport> bases, IReadOnlyList<Copy> copies, TallySheet sheet)
    {
        Dictionary<string, string> names = Names(bases);
        foreach (Copy copy in copies) names.TryAdd(copy.Report.Id, copy.Report.Input);
        Dictionary<string, DateOnly?> days = bases.Select(one => (one.Name, one.Cleaned.Published)).Concat(copies.Select(copy => (Name: copy.Report.Input, copy.Report.Published))).ToDictionary(one => one.Name, one => one.Published, StringComparer.Ordinal);
        ILookup<string, CopyLink> found = Links(bases.Select(one => one.Cleaned).Concat(copies.Select(copy => copy.Report)))
            .Where(link => copies.Any(copy => copy.Report.Id == link.Report || copy.Report.Id == link.Of))
            .ToLookup(link => copies.Any(copy => copy.Report.Id == link.Report) ? link.Report : link.Of, StringComparer.Ordinal);
        foreach (Copy copy in copies)
        {
            Count(kind, [.. found[copy.Report.Id].Select(link => Named(names[link.Report], names[link.Of], link.Relation, days))],
                [.. copy.Of.Select(of => Named(copy.Report.Input, of.Base, of.Relation, days))], sheet);
        }
    }

    /// <summary>All kinds at once: pairs of reports that are one telling. Patchworks are there, and belong to nobody: they must not tie their sources.</summary>
    private static void ScoreTogether(IReadOnlyList<BaseReport> bases, IReadOnlyList<Copy> copies, IReadOnlyList<(string Copy, string Of, CopyRelation)> pairs, TallySheet sheet)
    {
        var family = bases.ToDictionary(one => one.Cleaned.Id, one => one.Name, StringComparer.Ordinal);
        foreach ((string copy, string of, _) in pairs)
        {
            foreach (BaseReport one in bases.Where(one => one.Name == copy)) family[one.Cleaned.Id] = of;
        }
        foreach (Copy copy in copies.Where(copy => copy.Of.Count == 1)) family[copy.Report.Id] = copy.Of[0].Base;
        ImmutableArray<Dispatch> dispatches = DedupeStage.Group([.. bases.Select(one => one.Cleaned), .. copies.Select(copy => copy.Report)]);
        string[][] found = [.. dispatches.Select(dispatch => dispatch.Reports.Where(family.ContainsKey).Select(report => family[report]).ToArray())];
        double Pairs(double count) => count * (count - 1) / 2;
        double right = found.Sum(dispatch => dispatch.GroupBy(name => name, StringComparer.Ordinal).Sum(same => Pairs(same.Count())));
        sheet.Add("together", new Tally(right, found.Sum(dispatch => Pairs(dispatch.Length)), family.Values.GroupBy(name => name, StringComparer.Ordinal).Sum(same => Pairs(same.Count()))));
        sheet.EndDocument();
        foreach (string[] mixed in found.Where(dispatch => dispatch.Distinct(StringComparer.Ordinal).Count() > 1))
        {
            sheet.Details.Add($"together: one dispatch of {string.Join(", ", mixed.GroupBy(name => name, StringComparer.Ordinal).Select(same => $"{same.Key} ({same.Count()})"))}");
        }
    }

    private static void Count(string kind, HashSet<Link> found, HashSet<Link> wanted, TallySheet sheet)
    {
        // Of two reprints of one day nothing tells which was first: the gold's direction is taken.
        found = [.. found.Select(link => link with { Copy = link.Of, Of = link.Copy }).Where(turned => turned.SameDay && wanted.Contains(turned)), .. found.Where(link => !(link.SameDay && wanted.Contains(link with { Copy = link.Of, Of = link.Copy })))];
        Tally tally = Tally.Of(found, wanted);
        sheet.Add("f1", tally);
        sheet.Add(kind, tally);
        sheet.EndDocument();
        foreach (Link link in wanted.Except(found)) sheet.Details.Add($"{kind}: missed {link.Copy} {link.Relation} of {link.Of}");
        foreach (Link link in found.Except(wanted)) sheet.Details.Add($"{kind}: wrong {link.Copy} {link.Relation} of {link.Of}");
    }

    private static Link Named(string copy, string of, CopyRelation relation, Dictionary<string, DateOnly?> days) => new(copy, of, relation, relation == CopyRelation.Reprint && days[copy] == days[of]);

    private static Dictionary<string, string> Names(IEnumerable<BaseReport> bases) => bases.ToDictionary(one => one.Cleaned.Id, one => one.Name, StringComparer.Ordinal);

    private static IEnumerable<CopyLink> Links(IEnumerable<Report> reports) => DedupeStage.Group([.. reports]).SelectMany(dispatch => dispatch.Links);

    /// <param name="SameDay">True when both were published on one day and are reprints of each other.</param>
    private readonly record struct Link(string Copy, string Of, CopyRelation Relation, bool SameDay);
}
