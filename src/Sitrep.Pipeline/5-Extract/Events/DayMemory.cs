using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>The day on which the last sentence that named one says its main event was; what happened "during the operation" or "in the attack" happened then.</summary>
internal sealed class DayMemory(EventDays days, ReadingLexicon lexicon)
{
    /// <summary>"the same day", which names none.</summary>
    private const string SameDay = "UNDEF-REF-this-day";

    private DateMention? _day, _former;

    /// <summary>The day of an undated event that is told as a part of the one told before; null for others.</summary>
    public DateMention? Of(ReadSentence sentence, FoundEvent found) =>
        GoesOn(sentence) && IsToldBy(sentence.Tree, found.Trigger) ? _former
            : _day is not null && found.Slots["during"].Concat(found.Slots["in"]).Any(argument => IsThatEvent(sentence.Tree, argument)) ? _day : null;

    /// <summary>"The whole town had fallen by nightfall", told after "On 28 September the assault began": the night of that day. Other parts of a day are left as they are.</summary>
    /// <remarks>"The minister came on the same day": so is that.</remarks>
    public DateMention OnThatDay(ReadSentence sentence, FoundEvent found, DateMention part) =>
        OnThatDay(part) is { } same ? same : _day is { } day && part.Value.StartsWith("UNDEF-this-dayT", StringComparison.Ordinal) && sentence.Tree.Children(found.Trigger).Any(child => sentence.Tree.Is(child, "aux") && sentence.Tree[child].Form == "had") ? part with { Value = day.Value, Shift = day.Shift } : part;

    /// <summary>"the same day": the day told before; null for other dates.</summary>
    public DateMention? OnThatDay(DateMention date) => _day is { } day && date is { Value: SameDay, Shift: 0 } ? date with { Value = day.Value, Shift = day.Shift } : null;

    /// <summary>A sentence was read.</summary>
    public void Read(ReadSentence sentence)
    {
        DateMention? day = days.Of(sentence, sentence.Tree.Root, EventType.Other, -1);
        if (!GoesOn(sentence)) _former = day is { Shift: 0 } period && IsPeriod(period.Value) ? period : null;
        if (day is not null && day.Value != SameDay) _day = IsDay(day.Value) ? day : null;
    }

    /// <summary>"In November 2012 the rebels took X. They left it after talks": what they did next was then, and not today.</summary>
    private bool GoesOn(ReadSentence sentence) =>
        _former is not null && sentence.Dates.All(date => date.Mention.Value.StartsWith('P')) && sentence.Tree[sentence.Tree.Root].Penn == "VBD"
        && sentence.Tree.Child(sentence.Tree.Root, "nsubj") is >= 0 and var subject && sentence.Tree[subject].Lemma.ToLowerInvariant() is "they" or "it" or "he" or "she";

    /// <summary>True for the sentence's own verb, and one joined to it.</summary>
    private static bool IsToldBy(Tree tree, int trigger) => trigger == tree.Root || tree.Is(trigger, "conj") && tree.Head(trigger) == tree.Root && tree[trigger].Penn == "VBD";

    private static bool IsPeriod(string value) => value.Length is 4 or 7 && char.IsAsciiDigit(value[0]) && value.All(c => char.IsAsciiDigit(c) || c == '-');

    private bool IsThatEvent(Tree tree, int argument) =>
        (lexicon.Words.Has(WordSet.Incident, tree[argument].Lemma) || !lexicon.Frames.For(tree[argument].Lemma, FramePos.Noun).IsEmpty)
        && tree.Children(argument).Any(child => tree.Is(child, "det") && tree[child].Lemma is "the" or "this" or "that")
        && !tree.Children(argument).Any(child => tree.Is(child, "nmod") || tree.Is(child, "acl"));   // "the attack on X" may be another

    private static bool IsDay(string value) => value.StartsWith("UNDEF-this-day", StringComparison.Ordinal) || value.StartsWith("UNDEF-last-day", StringComparison.Ordinal)
        || value.StartsWith("XXXX-WXX-", StringComparison.Ordinal) || value.Length >= "XXXX-01-01".Length && value[4] == '-' && value[7] == '-' && !value.Contains('/', StringComparison.Ordinal);
}
