using System.Globalization;

namespace Sitrep.Eval;

/// <summary>What was asked for.</summary>
/// <param name="Sets">Names of sets; empty: all.</param>
/// <param name="Stories">Stories kept anywhere: a folder of reports and its gold file; when there are some and no set is named, only they are run.</param>
internal sealed record EvalOptions(
    IReadOnlyList<string> Sets, IReadOnlyList<(string Reports, string Gold)> Stories, string? Json, bool WriteResults, bool Check, bool RaiseFloors, bool AllowRegression, bool Verbose)
{
    /// <summary>Which sentences the sets of wordings put together; another draw than the pinned one has no floors.</summary>
    public int Draw { get; init; } = Wordings.Draw.Pinned;

    public const string Usage = "Usage: dotnet run -c Release --project eval/Sitrep.Eval -- [SET...] [--story FOLDER GOLD.json]... [--json FILE] [--verbose] [--draw N] [--write-results] [--check] [--raise-floors [--allow-regression]]\n       dotnet run -c Release --project eval/Sitrep.Eval -- bench [pages|reading]";

    /// <returns>Null when the arguments cannot be understood.</returns>
    public static EvalOptions? Parse(IReadOnlyList<string> args)
    {
        var options = new EvalOptions([], [], null, false, false, false, false, false);
        var sets = new List<string>();
        var stories = new List<(string, string)>();
        for (int i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--story" when i + 2 < args.Count: stories.Add((args[++i], args[++i])); break;
                case "--json" when i + 1 < args.Count: options = options with { Json = args[++i] }; break;
                case "--write-results": options = options with { WriteResults = true }; break;
                case "--check": options = options with { Check = true }; break;
                case "--raise-floors": options = options with { RaiseFloors = true }; break;
                case "--allow-regression": options = options with { AllowRegression = true }; break;
                case "--verbose": options = options with { Verbose = true }; break;
                case "--draw" when i + 1 < args.Count && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int draw) && draw > 0: (options, i) = (options with { Draw = draw }, i + 1); break;
                case var option when option.StartsWith('-'): return null;
                default: sets.Add(args[i]); break;
            }
        }
        // Scores of other sentences are measured against no floor and pinned nowhere.
        if (options.Draw != Wordings.Draw.Pinned && (options.Check || options.RaiseFloors || options.WriteResults)) return null;
        return options with { Sets = sets, Stories = stories };
    }
}
