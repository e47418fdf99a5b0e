using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Claims;

/// <summary>When an event was, told apart from when it was said, agreed or aimed at; what has no day of its own takes that of what it was a part of.</summary>
internal sealed class DraftDays(EventDays days, ReadingLexicon lexicon)
{
    public EventDraft Date(ToldSentence told, EventDraft draft, DayMemory memory)
    {
        EventReading reading = draft.Reading;
        if (IsDayOfPlan(told, draft) || IsDayOfClaim(told.Tree, draft)) reading = reading with { When = null };
        Attribution by = draft.By.SaidOn is { } spoken && memory.OnThatDay(spoken) is { } same ? draft.By with { SaidOn = same } : draft.By;
        // "confirmed today the arrest of X on Friday": today is when it was confirmed.
        if (by is { Source: not null, SaidOn: { } said } && reading.When?.Span == said.Span) reading = reading with { When = days.Of(told.Sentence, draft.Found.Trigger, reading.Type, draft.Found.With, said.Span) };
        if (reading is { When: null, Background: false } && draft.Stance != Stance.Expects) reading = reading with { When = memory.Of(told.Sentence, draft.Found) };
        if (reading.When is { } part) reading = reading with { When = memory.OnThatDay(told.Sentence, draft.Found, part) };
        return draft with { Reading = reading, By = by };
    }

    /// <summary>"an agreement on Tuesday to send troops": the day of the agreement, not of the sending.</summary>
    private bool IsDayOfPlan(ToldSentence told, EventDraft draft) =>
        draft.Stance == Stance.Expects && draft.Reading.When is { } when && (!IsUnder(told.Tree, when, draft.Found.Trigger) || AimDays.IsNotOf(told.Sentence, draft.Found.Trigger, when, lexicon));

    /// <summary>"claimed responsibility four days later": the day of the claim.</summary>
    private static bool IsDayOfClaim(Tree tree, EventDraft draft) =>
        draft.Found is { Frame: { Trigger: "claim", Type: not EventType.Killing }, With: >= 0 and var with } && draft.Reading.When is { } when && !IsUnder(tree, when, with);

    private static bool IsUnder(Tree tree, DateMention when, int trigger)
    {
        for (int at = 0; at < tree.Count; at++) if (tree[at].Start >= when.Span.Start && tree[at].End <= when.Span.End && tree.IsUnder(at, trigger)) return true;
        return false;
    }
}
