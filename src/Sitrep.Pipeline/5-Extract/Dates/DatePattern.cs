using System.Collections.Immutable;

namespace Sitrep.Pipeline.Extract.Dates;

/// <summary>One step of a pattern: words of which one must stand there, a slot, or a mark.</summary>
/// <param name="Words">Lower case; empty for slots and marks.</param>
/// <param name="Slot">Name of what <see cref="DateSlots"/> reads there; empty for words and marks.</param>
/// <param name="Mark">'-' a hyphen, '~' a hyphen or nothing, ',' a comma, '\'' a possessive ending; '\0' for words and slots.</param>
internal sealed record PatternStep(ImmutableArray<string> Words, string Slot, char Mark, bool Optional);

/// <summary>What a slot held: its name and value.</summary>
internal readonly record struct SlotValue(string Name, string Value);

/// <summary>A row of <c>data/dates-patterns.tsv</c>: words and slots in order, and the value they make.</summary>
/// <param name="Before">Conditions on the piece before: words or kinds (@kind), "!" in front for "not"; empty: any.</param>
internal sealed record DatePattern(ImmutableArray<PatternStep> Steps, string Value, string? Timex, bool IsSet, ImmutableArray<string> Before, ImmutableArray<string> After)
{
    /// <exception cref="InvalidDataException">The row cannot be understood.</exception>
    public static DatePattern Parse(string pattern, string value, string timex, string before, string after)
    {
        var steps = ImmutableArray.CreateBuilder<PatternStep>();
        foreach (string part in pattern.Split(' '))
        {
            bool optional = part.StartsWith('[') && part.EndsWith(']');
            string bare = optional ? part[1..^1] : part;
            if (bare.Length == 0) throw new InvalidDataException($"dates-patterns.tsv: \"{pattern}\" has an empty step.");
            if (bare.Length > 2 && bare[0] == '{' && bare[^1] == '}') steps.Add(new PatternStep([], bare[1..^1], '\0', optional));
            else if (bare is "-" or "~" or "," or "'s") steps.Add(new PatternStep([], "", bare[0], optional || bare == "~"));
            else steps.Add(new PatternStep([.. bare.Split('|')], "", '\0', optional));
        }
        if (steps.All(step => step.Optional)) throw new InvalidDataException($"dates-patterns.tsv: \"{pattern}\" would match nothing at all.");
        bool set = timex.StartsWith("SET ", StringComparison.Ordinal);
        string written = set ? timex[4..] : timex;
        return new DatePattern(steps.DrainToImmutable(), value, written.Length == 0 ? null : written, set, Conditions(before), Conditions(after));
    }

    /// <summary>Words with which it can begin; null when a slot can begin it.</summary>
    public IReadOnlyList<string>? FirstWords()
    {
        var words = new List<string>();
        foreach (PatternStep step in Steps)
        {
            if (step.Words.IsEmpty) return null;
            words.AddRange(step.Words);
            if (!step.Optional) break;
        }
        return words;
    }

    /// <summary>The template with the values of the slots in it.</summary>
    public static string Fill(string template, List<SlotValue> slots)
    {
        if (!template.Contains('{', StringComparison.Ordinal)) return template;
        foreach (SlotValue slot in slots) template = template.Replace("{" + slot.Name + "}", slot.Value, StringComparison.Ordinal);
        return template;
    }

    private static ImmutableArray<string> Conditions(string words) => words.Length == 0 ? [] : [.. words.Split(' ')];
}
