using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>"launched an offensive to retake the city on May 12", "entered the town to free hostages on Tuesday": the parser hangs the day on the aim behind it, and it is the day of what was done for it.</summary>
internal static class AimDays
{
    /// <summary>Steps from an event up to the infinitive it is part of ("to begin the capture of X").</summary>
    private const int ClimbMax = 3;

    /// <summary>True when the day, hung on the infinitive or below it, is that of the past verb that the infinitive is the aim of.</summary>
    public static bool IsAbove(Tree tree, int infinitive, FoundDate date, ReadingLexicon lexicon)
    {
        int above = tree.Head(infinitive);
        // "to retake the city by Friday": how long the aim may take.
        if (above < 0 || date.First < infinitive || !tree.HasMark(infinitive, "TO") || IsTerm(tree, date)) return false;
        // "signed a deal to hand over the town on May 12": only of what is begun at once the aim tells no day of its own.
        if (Factuality.IsAttempt(tree, infinitive, lexicon)) return true;
        if (tree[above].Upos != Upos.Verb || !IsPast(tree, above) || lexicon.Modality.ContainsKey(tree[above].Lemma) || lexicon.Cues.ContainsKey(tree[above].Lemma)) return false;
        // "were deployed to secure the airport on Friday": who goes somewhere goes for something; "agreed to leave on Friday" looks ahead.
        return tree.Is(infinitive, "advcl") || tree.Is(infinitive, "xcomp") && lexicon.Frames.For(tree[above].Lemma, FramePos.Verb).Any(frame => frame.Type is EventType.Movement or EventType.Aid or EventType.Displacement);
    }

    /// <summary>As <see cref="IsAbove"/> for the event told at <paramref name="trigger"/>, which is the aim or a part of it.</summary>
    public static bool IsNotOf(ReadSentence sentence, int trigger, DateMention when, ReadingLexicon lexicon)
    {
        Tree tree = sentence.Tree;
        if (sentence.Dates.FirstOrDefault(date => date.Mention.Span == when.Span) is not { } found) return false;
        for (int at = trigger, steps = 0; at >= 0 && steps <= ClimbMax; at = tree.Head(at), steps++) if (tree.HasMark(at, "TO")) return IsAbove(tree, at, found, lexicon);
        return false;
    }

    private static bool IsPast(Tree tree, int verb) =>
        !Factuality.HasModal(tree, verb) && !Factuality.IsNegated(tree, verb)
        && (tree[verb].Penn == "VBD" || tree[verb].Penn == "VBN" && tree.Children(verb).Any(child => tree.Is(child, "aux") && tree[child].Penn is "VBD" or "VBZ" or "VBP"));

    private static bool IsTerm(Tree tree, FoundDate date) => date.First > 0 && tree[date.First - 1].Lemma is "by" or "before" or "until" or "till" or "within" or "for" or "from" || tree[date.First].Lemma is "by" or "before" or "until" or "within" or "next" or "tomorrow";
}
