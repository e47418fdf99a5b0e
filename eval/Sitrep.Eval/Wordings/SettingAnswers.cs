using Sitrep.Model.Record;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Wordings;

/// <summary>Whether a fact is read with asides hung on it, whether what they tell is read, and nothing that nobody told.</summary>
internal static class SettingAnswers
{
    /// <summary>What a wrong party or place makes a wrong record of.</summary>
    private static readonly EventType[] Deeds =
    [
        EventType.Capture, EventType.Withdrawal, EventType.Siege, EventType.Clash, EventType.Strike, EventType.Bombing, EventType.Attack, EventType.Killing, EventType.Injury, EventType.Detention, EventType.Abduction, EventType.Surrender, EventType.Holding,
    ];

    public static (string Metric, bool Right)[] Answers(ReadReport? read, WordedSetting setting)
    {
        Claim[] claims = [.. read?.Reading.Claims ?? []], events = [.. claims.Where(claim => claim.Event is not null)];
        FigureReading[] figures = [.. claims.Where(claim => claim is { Stance: Stance.Affirms, Figure.Measure: Measure.Killed or Measure.Injured }).Select(claim => claim.Figure!)];   // those with a figure
        WordedFact fact = setting.Fact;
        AsideDeed[] all = [.. setting.Told, new AsideDeed(setting.Types, fact.Actor, fact.Place, Stance.Affirms, true)];
        bool told = setting.Told.Where(deed => deed.Must).All(deed => Array.Exists(events, claim => deed.Is(claim, whole: true))) && setting.Counts.Where(count => count.Must).All(count => Array.Exists(figures, count.Is));
        bool alone = events.Where(claim => claim.Stance == Stance.Affirms && Deeds.Contains(claim.Event!.Type)).All(claim => Array.Exists(all, deed => deed.Is(claim, whole: false))) && Array.TrueForAll(figures, figure => Array.Exists(setting.Counts, count => count.Is(figure)));   // events have one
        (string Metric, bool Right)[] parts = WordingAnswers.Answers(read, fact);
        return [.. parts.Select(part => part.Metric == "day" ? (part.Metric, part.Right && IsOfTheFact(events, fact)) : part), ("aside", told), ("alone", alone)];
    }

    // The day of an aside is not the fact's.
    private static bool IsOfTheFact(Claim[] events, WordedFact fact) =>
        fact.Day is null || Array.Exists(events, claim => fact.Types.Contains(claim.Event!.Type.ToString(), StringComparer.OrdinalIgnoreCase) && claim.Event.Place?.Words == fact.Place && claim.Event.When is { } when && (fact.Day.Contains(when.Words, StringComparison.OrdinalIgnoreCase) || when.Words.Contains(fact.Day, StringComparison.OrdinalIgnoreCase)));   // events have one
}
