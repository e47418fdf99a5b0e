using Sitrep.Eval.Scores;

namespace Sitrep.Eval.NameSpans;

/// <summary>Exact span and type, micro F1: the rule of the CoNLL 2003 shared task (Tjong Kim Sang and De Meulder 2003).</summary>
internal static class NameScorer
{
    /// <summary>Types whose names are neither wanted nor wrong to find.</summary>
    private static readonly string[] Neutral = ["FACILITY", "NORP", "MISC", "PRODUCT"];

    /// <summary>Adds one sentence to the metrics <c>f1</c>, <c>f1_blind</c> (any type), one per type and those named.</summary>
    /// <param name="gold">Names of all types; others than person, place and organisation are left out.</param>
    public static void Add(TallySheet sheet, IEnumerable<NameSpan> gold, IEnumerable<NameSpan> found, params ReadOnlySpan<string> alsoIn)
    {
        var wanted = new HashSet<NameSpan>();
        var neutral = new HashSet<(int, int)>();
        foreach (NameSpan name in gold)
        {
            if (EngineNames.TypeOf(name.Type) is { } type) wanted.Add(name with { Type = type });
            else if (Neutral.Contains(name.Type.ToUpperInvariant())) neutral.Add((name.Start, name.End));
        }
        HashSet<NameSpan> counted = [.. found.Where(name => !neutral.Contains((name.Start, name.End)))];
        Tally all = Tally.Of(counted, wanted);
        sheet.Add("f1", all);
        foreach (string metric in alsoIn) sheet.Add(metric, all);
        foreach (string type in (string[])[EngineNames.Person, EngineNames.Location, EngineNames.Organisation])
        {
            sheet.Add($"f1_{type.ToLowerInvariant()}", Tally.Of(counted.Where(name => name.Type == type).ToHashSet(), wanted.Where(name => name.Type == type).ToHashSet()));
        }
        sheet.Add("f1_blind", Tally.Of(counted.Select(name => (name.Start, name.End)).ToHashSet(), wanted.Select(name => (name.Start, name.End)).ToHashSet()));
    }
}
