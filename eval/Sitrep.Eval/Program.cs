using Sitrep.Eval;
using Sitrep.Eval.Reprints;
using Sitrep.Eval.Scores;
using Sitrep.Eval.Speed;
using Sitrep.Eval.Stories;
using Sitrep.Eval.Wordings;

switch (args)
{
    case ["bench"]: return LanguageSpeed.Run(Locations.Find());
    case ["bench", "pages"]: return CleanSpeed.Run(Locations.Find());
    case ["bench", "reading"]: return ReadingSpeed.Run(Locations.Find());
    case ["bench-reading-child", string news]: return ReadingSpeed.Child(news);
    case ["bench", "fold", .. string[] counts]: return FoldSpeed.Run(counts);
    case ["bench-fold-child", string count]: return FoldSpeed.Child(count);
    case ["bench-child", string text]: return LanguageSpeed.Child(text);
}

if (EvalOptions.Parse(args) is not { } options)
{
    Console.Error.WriteLine(EvalOptions.Usage);
    return 2;
}

Locations locations = Locations.Find();
EvalSet[] all = [.. StorySets.All(locations), ReprintSet.Of(locations), .. WordedSets.All(locations, options.Draw), .. PublicSets.All(locations)];
string[] unknown = [.. options.Sets.Where(name => all.All(set => set.Name != name))];
if (unknown.Length > 0)
{
    Console.Error.WriteLine($"No set {string.Join(", ", unknown)}; expected one of: {string.Join(", ", all.Select(set => set.Name))}.");
    return 2;
}

bool everything = options.Sets.Count == 0 && options.Stories.Count == 0;
IEnumerable<EvalSet> asked = all.Where(set => everything || options.Sets.Contains(set.Name)).Concat(options.Stories.Select(story => StorySets.At(story.Reports, story.Gold)));
var results = new List<SetResult>();
ScoreReport.WriteHead(Console.Out);
foreach (EvalSet set in asked)
{
    SetResult result = Run(set);
    results.Add(result);
    if (options.Verbose) foreach (string line in result.Details) Console.WriteLine(line);
    ScoreReport.WriteRows(result, Console.Out);
}
foreach ((string crash, int count) in Product.Crashes) Console.Error.WriteLine($"the product broke on {count} inputs, which count as nothing found: {crash}");
if (options.Json is not null) ScoreReport.WriteJson(results, options.Json);
if (options.WriteResults) File.WriteAllText(locations.Results, ScoreReport.Markdown(results));

IReadOnlyList<Floor> floors = Floors.Load(locations.Floors);
if (options.RaiseFloors)
{
    floors = Floors.Raise(floors, results, options.AllowRegression, out IReadOnlyList<string> refused);
    Floors.Save(locations.Floors, floors);
    foreach (string line in refused) Console.Error.WriteLine(line);
}
if (!options.Check) return 0;
IReadOnlyList<string> broken = [.. results.Where(result => result.Failed).Select(result => $"{result.Set}: {result.Skipped}"), .. Floors.Check(floors, results)];
foreach (string line in broken) Console.Error.WriteLine($"below floor: {line}");
return broken.Count > 0 ? 1 : 0;

// One broken data set must not take the scores of the others with it.
static SetResult Run(EvalSet set)
{
    try
    {
        return set.Run();
    }
    catch (Exception e) when (e is not OutOfMemoryException)
    {
        return SetResult.Fail(set.Name, $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
    }
}
