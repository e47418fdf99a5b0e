using System.Globalization;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Which date of a sentence is that of an event.</summary>
public sealed class EventDays(ReadingLexicon lexicon)
{
    /// <summary>Steps that leaving a clause costs, so that a date of the event's own clause is nearer.</summary>
    private const int LeavingCost = 4;

    /// <summary>What a day costs that stands right behind another event's noun ("wounded in an attack Jan. 7 died on Friday"): any other day of the clause is nearer.</summary>
    private const int OthersCost = 6;

    /// <summary>How "later this week" begins: a day, for all that it looks like a length.</summary>
    private const string FromNow = "PRESENT_REF/UNDEF-this-";

    /// <summary>The date nearest to the event on the tree: its own, its arguments', or that of a clause above that it shares.</summary>
    /// <param name="with">The dependent that completes the event word; -1: none.</param>
    /// <param name="except">A date that is known to belong to something else, such as the saying.</param>
    public DateMention? Of(ReadSentence sentence, int trigger, EventType type, int with, TextSpan? except = null)
    {
        Tree tree = sentence.Tree;
        if (Counted(sentence, trigger) is { } counted) return counted;
        if (Anniversary(sentence, trigger, lexicon.Words) is (true, var years)) return years;
        if (tree[trigger].Upos == Upos.Noun && Occurring(tree, trigger) is >= 0 and var occurs && sentence.Dates.FirstOrDefault(date => tree.IsUnder(date.First, occurs) && !date.Mention.Value.StartsWith('P')) is { } occurred) return occurred.Mention;
        // "Days after the crash in X, the minister said on Sunday": that was no Sunday.
        if (IsLongBefore(tree, trigger)) return sentence.Dates.FirstOrDefault(date => tree.IsUnder(date.First, trigger) && !date.Mention.Value.StartsWith('P'))?.Mention;
        FoundDate? best = null;
        int bestDistance = int.MaxValue, aftermath = Aftermath.Of(tree, trigger, lexicon.Words);
        foreach (FoundDate date in sentence.Dates)
        {
            if (aftermath >= 0 && !tree.IsUnder(date.First, aftermath)) continue;
            if (date.Mention.Value.StartsWith('P') && !date.Mention.Value.StartsWith(FromNow, StringComparison.Ordinal) && !IsRecent(tree, date, trigger) || date.Mention.Span == except) continue;
            // "since 2011" says how long something has lasted; only a state is dated by it. "Earlier this week" says when.
            bool open = date.Mention.Value.EndsWith("PRESENT_REF", StringComparison.Ordinal) && (!date.Mention.Value.Contains('/', StringComparison.Ordinal) || tree[date.First].Lemma.Equals("since", StringComparison.OrdinalIgnoreCase));
            if (open && type != EventType.Holding) continue;
            // "have fled since the start of the crisis in August": since then, and not then.
            if (type != EventType.Holding && IsSince(tree, date, trigger)) continue;
            // "remanded in custody until Friday", "declared a truce until Friday": how long, and not when.
            if (type is EventType.Detention or EventType.Ceasefire or EventType.Agreement or EventType.Declaration && (tree[date.First].Lemma is "until" or "till" || date.First > 0 && tree[date.First - 1].Lemma is "until" or "till")) continue;
            int distance = Distance(tree, date, trigger, with);
            if (distance != int.MaxValue && !open && date.Mention.Value.Contains('/', StringComparison.Ordinal)) distance += 3;
            // "a week after the fall, … on Monday": the count says less than the day.
            if (distance != int.MaxValue && (IsCount(tree, date) || IsExplained(sentence, date))) distance += tree.Count;
            if (distance < bestDistance) (best, bestDistance) = (date, distance);
        }
        // The day of a gapped clause ("in July and C to D in October") is not the verb's.
        if (best is not null && best.First > trigger)
        {
            foreach (FoundDate nearer in sentence.Dates)
            {
                if (nearer.First > trigger && nearer.Last < best.First && !nearer.Mention.Value.StartsWith('P') && HasAnd(tree, nearer.Last, best.First)) return nearer.Mention;
            }
        }
        // "Two people wounded in Monday's blast died on Thursday": what an event is said to be part of dates it, unless it has a day of its own.
        if (bestDistance > 1 && OfArgument(sentence, trigger, type, except) is { } shared) return shared;
        return best?.Mention ?? OfAntecedent(sentence, trigger, except) ?? OfSubject(sentence, trigger) ?? OfWhen(sentence, trigger) ?? OfFormer(sentence, trigger) ?? OfCause(sentence, trigger, type) ?? OfAgent(sentence, trigger) ?? OfLater(sentence, trigger);
    }

    /// <summary>"In the past three days", "over the past week": so few days that they say when. "The past two years" says how long, and "the past 24 hours" no more than the news itself does.</summary>
    private static bool IsRecent(Tree tree, FoundDate date, int trigger) =>
        date.Mention.Value is ['P', >= '0' and <= '9', 'D' or 'W', '/', ..] or ['P', >= '0' and <= '9', >= '0' and <= '9', 'D', '/', ..] && date.Mention.Value.EndsWith("/PRESENT_REF", StringComparison.Ordinal) && Steps(tree, date.First, trigger) >= 0;

    /// <summary>Steps up the tree from a token to the event, over nothing but nouns and their prepositions; -1 where they do not lead there.</summary>
    private static int Steps(Tree tree, int from, int trigger)
    {
        int steps = 0;
        for (int at = from; at != trigger; at = tree.Head(at), steps++) if (at < 0 || at != from && tree[at].Upos == Upos.Verb) return -1;
        return steps;
    }

    /// <summary>The verb of "the crash that occurred in X on Friday"; -1 where none tells when it did.</summary>
    private int Occurring(Tree tree, int noun) =>
        tree.Children(noun).FirstOrDefault(child => child > noun && tree[child].Relation == "acl:relcl" && lexicon.Words.Has(WordSet.TakesPlace, tree[child].Lemma) && tree.Child(child, "nsubj") is >= 0 and var which && tree[which].Penn == "WDT", -1);

    private bool IsLongBefore(Tree tree, int trigger)
    {
        if (tree[trigger].Upos != Upos.Noun || tree.Preposition(trigger) != "after") return false;
        int after = trigger - 1;
        while (after > 0 && tree[after].Lemma != "after") after--;
        return after > 0 && tree[after - 1] is { Penn: "NNS" } span && lexicon.Words.Has(WordSet.SpanUnit, span.Lemma) && span.Lemma is not ("hour" or "minute");
    }

    /// <summary>"X fell after fighting broke out in mid-December": where only what went before is dated, and by no single day, the one followed on the other; it was not today. So with "ten were killed when fighting broke out in March".</summary>
    private DateMention? OfFormer(ReadSentence sentence, int trigger)
    {
        Tree tree = sentence.Tree;
        if (tree[trigger] is not { Upos: Upos.Verb, Penn: "VBD" } && !(tree[trigger] is { Upos: Upos.Verb, Penn: "VBN" } && Slots.IsPassive(tree, trigger, lexicon.Words))) return null;
        int former = tree.Children(trigger).FirstOrDefault(child => child > trigger && tree.Is(child, "advcl") && tree.Children(child).Any(mark => mark < child && tree[mark].Lemma is "after" or "when"), -1);
        return former < 0 ? null : sentence.Dates.FirstOrDefault(date => tree.IsUnder(date.First, former) && date.Mention.Value.StartsWith("XXXX-", StringComparison.Ordinal) && (date.Mention.Value.Contains('/', StringComparison.Ordinal) || date.Mention.Value.Length == "XXXX-12".Length))?.Mention;
    }

    /// <summary>"Ten were killed when a train derailed on Friday", "after a bomb exploded on Friday": deaths without a day of their own are of the day of what caused them.</summary>
    private DateMention? OfCause(ReadSentence sentence, int trigger, EventType type)
    {
        Tree tree = sentence.Tree;
        if (type is not (EventType.Killing or EventType.Injury) || tree[trigger] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN" }) return null;
        int cause = tree.Children(trigger).FirstOrDefault(child => child > trigger && tree.Is(child, "advcl") && tree[child].Penn is "VBD" or "VBN" && tree.Child(child, "nsubj") >= 0 && lexicon.Frames.For(tree[child].Lemma, FramePos.Verb).Any(frame => frame.Type is EventType.Disaster or EventType.Bombing or EventType.Attack or EventType.Strike or EventType.Clash) && tree.Children(child).Any(mark => mark < child && tree[mark].Lemma is "after" or "when"), -1);
        // "Ten died in shelling of X on Friday": of the shelling.
        if (cause < 0) cause = tree.Children(trigger).FirstOrDefault(child => child > trigger && tree.Is(child, "obl") && (tree.Preposition(child) is "in" or "by" or "from" or "during" || tree.Children(child).Any(mark => tree[mark] is { Relation: "mark", Form: "in" or "by" or "during" })) && (lexicon.Nouns.ActorClass(tree[child].Lemma) == NounClass.Disaster || lexicon.Frames.For(tree[child].Form.ToLowerInvariant(), FramePos.Noun).Concat(lexicon.Frames.For(tree[child].Lemma, FramePos.Noun)).Any(frame => frame.Type is EventType.Disaster or EventType.Bombing or EventType.Attack or EventType.Strike or EventType.Clash)), -1);
        if (cause < 0) return null;
        FoundDate[] days = [.. sentence.Dates.Where(date => tree.IsUnder(date.First, cause) && !date.Mention.Value.StartsWith('P') && !date.Mention.Value.Contains("PRESENT_REF", StringComparison.Ordinal))];
        return days is [var day, ..] ? day.Mention : null;
    }

    /// <summary>"X was hit by a bomb that killed ten on 3 May": the day of what did it.</summary>
    private static DateMention? OfAgent(ReadSentence sentence, int trigger)
    {
        Tree tree = sentence.Tree;
        int agent = tree.Children(trigger).FirstOrDefault(child => child > trigger && tree[child].Relation == "obl:agent" && tree.Children(child).Any(told => tree[told].Relation == "acl:relcl"), -1);
        return agent < 0 ? null : sentence.Dates.FirstOrDefault(date => tree.IsUnder(date.First, agent) && !date.Mention.Value.StartsWith('P') && !date.Mention.Value.Contains("PRESENT_REF", StringComparison.Ordinal))?.Mention;
    }

    /// <summary>"The talks were put off in December after rebels took X", told in April: the one followed on the other, as in <see cref="OfFormer"/>.</summary>
    private static DateMention? OfLater(ReadSentence sentence, int trigger)
    {
        Tree tree = sentence.Tree;
        if (tree[trigger] is not { Upos: Upos.Verb, Penn: "VBD" or "VBN", Relation: "advcl" } || tree.Head(trigger) is not (>= 0 and var later) || later > trigger || !tree.Children(trigger).Any(mark => mark < trigger && tree[mark].Lemma is "after" or "when")) return null;
        return sentence.Dates.FirstOrDefault(date => date.Last < trigger && date.Mention.Value is ['X', 'X', 'X', 'X', '-', >= '0' and <= '9', _] && tree.IsUnder(date.First, later) && !tree.IsUnder(date.First, trigger))?.Mention;
    }

    /// <summary>"The earthquake in 1934 killed 8,500": the time of what did it.</summary>
    private DateMention? OfSubject(ReadSentence sentence, int trigger)
    {
        Tree tree = sentence.Tree;
        int verb = VerbOf(tree, trigger), subject = verb < 0 ? -1 : tree.Child(verb, "nsubj");
        if (subject < 0 || subject > trigger || tree[subject].Upos != Upos.Noun || lexicon.Frames.For(tree[subject].Lemma, FramePos.Noun).IsEmpty && lexicon.Nouns.ActorClass(tree[subject].Lemma) != NounClass.Disaster) return null;
        return sentence.Dates.FirstOrDefault(date => tree.IsUnder(date.First, subject) && !date.Mention.Value.StartsWith('P') && !date.Mention.Value.Contains("PRESENT_REF", StringComparison.Ordinal))?.Mention;
    }

    // "left 400 people dead and displaced thousands": the verb that has the subject.
    private static int VerbOf(Tree tree, int trigger)
    {
        int at = trigger;
        for (int steps = 0; at >= 0 && steps < 4; steps++, at = tree.Head(at))
        {
            if (tree[at].Upos == Upos.Verb && (tree.Child(at, "nsubj") >= 0 || !tree.Is(at, "conj"))) return at;
            if (tree[at].Upos != Upos.Verb && !(tree[at].Relation is "amod" or "obj" or "nummod" or "xcomp")) return -1;
        }
        return -1;
    }

    /// <summary>"It was in 2005, when mudslides buried the village": the time that the clause tells more of.</summary>
    private static DateMention? OfWhen(ReadSentence sentence, int trigger)
    {
        Tree tree = sentence.Tree;
        int verb = trigger;
        for (int steps = 0; verb >= 0 && steps < 4 && tree[verb].Upos != Upos.Verb; steps++) verb = tree.Head(verb);
        int when = verb < 0 ? -1 : tree.Children(verb).FirstOrDefault(child => child < verb && tree[child].Lemma == "when", -1);
        if (when > 1 && tree[when - 1].Form == ",") when--;
        return when > 0 && sentence.DateAt(when - 1) is { } date && date.Last == when - 1 && !date.Mention.Value.StartsWith('P') ? date.Mention : null;
    }

    /// <summary>The day of the event that this one happened in or that did it: "wounded in Monday's blast", "the Jan. 7 attack killed 12".</summary>
    private DateMention? OfArgument(ReadSentence sentence, int trigger, EventType type, TextSpan? except)
    {
        Tree tree = sentence.Tree;
        // "captured two suspects in Monday's bombing": they were not caught in it.
        if (tree[trigger].Upos != Upos.Verb || type is EventType.Detention or EventType.Release or EventType.Accusation or EventType.Statement) return null;
        bool does = type is EventType.Killing or EventType.Injury && !Slots.IsPassive(tree, trigger, lexicon.Words);
        foreach (int child in tree.Children(trigger))
        {
            bool part = tree.Is(child, "obl") && tree.Preposition(child) is "in" or "during" or "by" || does && tree.Is(child, "nsubj");
            // "in the first weeks of the March 2019 invasion": in that month.
            int affair = part && lexicon.Words.Has(WordSet.SpanUnit, tree[child].Lemma) ? tree.Children(child).FirstOrDefault(of => tree[of].Relation == "nmod" && tree.Preposition(of) == "of", child) : child;
            if (!part || !IsEventNoun(tree, affair)) continue;
            if (sentence.Dates.FirstOrDefault(date => IsOf(tree, date, affair) && date.Mention.Span != except && !date.Mention.Value.StartsWith('P') && !date.Mention.Value.Contains("PRESENT_REF", StringComparison.Ordinal)) is { } own) return own.Mention;
        }
        return null;
    }

    private bool IsEventNoun(Tree tree, int at) => tree[at].Upos == Upos.Noun && (!lexicon.Frames.For(tree[at].Lemma, FramePos.Noun).IsEmpty || lexicon.Nouns.ActorClass(tree[at].Lemma) == NounClass.Disaster);

    // The noun's own day: hung on it, or right beside it.
    private static bool IsOf(Tree tree, FoundDate date, int noun)
    {
        if (date.First == noun + 1 || date.Last + 1 == noun) return true;
        for (int at = date.First; at <= date.Last; at++) if (tree.Head(at) == noun) return true;
        return false;
    }

    /// <summary>"marked one year since the fall of X", "the second anniversary of the capture of X", "a year after the fall": so long before the day of telling, and never on it.</summary>
    /// <returns>With the month or year it was in; null when the words do not count the years.</returns>
    private static (bool Is, DateMention? When) Anniversary(ReadSentence sentence, int trigger, WordSets words)
    {
        Tree tree = sentence.Tree;
        int head = tree.Head(trigger);
        if (head >= 0 && tree[head].Lemma == "anniversary" && tree.Is(trigger, "nmod"))
        {
            foreach (int child in tree.Children(head)) if (child < head && YearsOf(tree[child].Form.ToLowerInvariant()) is { } nth) return (true, Before(tree, child, head, "month", 12 * nth));
            return (true, null);
        }
        foreach (int marker in tree.Children(trigger))
        {
            if (marker < 1 || marker > trigger || !(tree.Is(marker, "case") || tree.Is(marker, "mark")) || tree[marker].Lemma is not ("since" or "after")) continue;
            if (sentence.DateAt(marker - 1) is not { } spell || spell.Last != marker - 1) continue;
            // "eight months after the army captured it": long before, and no month can be told from such a round number.
            if (tree[marker].Lemma == "after" && CountIn(spell.Mention.Value, 'M', "-month-PLUS-") is not null) return (true, null);
            if (CountIn(spell.Mention.Value, 'Y', "-year-PLUS-") is not { } years) continue;
            // "nearly a year after": which year nobody says.
            if (tree[spell.First].Lemma is "nearly" or "almost" || spell.First > 0 && tree[spell.First - 1].Lemma is "nearly" or "almost") return (true, null);
            // "In 2015, a year after the fall": from that year, which is told.
            if (sentence.Dates.Any(date => date != spell && date.Mention.Value.Length >= 4 && date.Mention.Value.AsSpan(0, 4).ContainsAnyExceptInRange('0', '9') is false)) return (true, null);
            bool marked = head >= 0 && words.Has(WordSet.KeepsDay, tree[head].Lemma);
            return (true, marked ? Before(tree, spell.First, marker, "month", 12 * years) : Before(tree, spell.First, marker, "year", years));
        }
        return (false, null);
    }

    /// <summary>"the anniversary of the capture of X": told as lying years back, nobody says how many.</summary>
    public static bool IsRemembered(ReadSentence sentence, int trigger, WordSets words) => Anniversary(sentence, trigger, words) is (true, null);

    private static DateMention Before(Tree tree, int first, int last, string unit, int count) =>
        new(tree.Span(first, last), tree.Words(first, last), string.Create(CultureInfo.InvariantCulture, $"UNDEF-this-{unit}-MINUS-{count}"));

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

    private static int? YearsOf(string ordinal) =>
        Array.IndexOf(Ordinals, ordinal) is >= 0 and var index ? index + 1 : ordinal.Length > 2 && int.TryParse(ordinal.AsSpan(0, ordinal.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Years in "P1Y" or "UNDEF-REF-year-PLUS-1", months in "P8M" or "UNDEF-REF-month-PLUS-8"; null when they are not counted in that unit.</summary>
    private static int? CountIn(string value, char unit, string plus)
    {
        if (value.StartsWith('P') && value.EndsWith(unit) && int.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int length)) return length;
        int at = value.LastIndexOf(plus, StringComparison.Ordinal);
        return at >= 0 && int.TryParse(value.AsSpan(at + plus.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : null;
    }

    /// <summary>"a string of quakes in July that killed 500", "since 1993, when 292 died": the day of what the clause is hung on.</summary>
    private DateMention? OfAntecedent(ReadSentence sentence, int trigger, TextSpan? except)
    {
        Tree tree = sentence.Tree;
        int clause = trigger;
        for (int steps = 0; steps < 3 && (tree[clause].Relation is "obj" or "nsubj" or "conj" or "xcomp" or "nsubj:pass" || tree[clause].Relation == "acl" && steps == 0 && tree.Is(tree.Head(clause), "obl") || tree.Is(clause, "obl") && (tree.Preposition(clause) == "with" || tree.Preposition(clause) is "in" or "to" && lexicon.Words.Has(WordSet.Results, tree[tree.Head(clause)].Lemma))) && tree.Head(clause) >= 0; steps++) clause = tree.Head(clause);
        int above = tree.Head(clause);
        if (above < 0 || !(tree.Is(clause, "acl") || tree.Is(clause, "advcl"))) return null;
        if (tree.Children(clause).FirstOrDefault(child => tree[child].Lemma == "when", -1) is > 1 and var when && (sentence.DateAt(above) ?? sentence.DateAt(when - 2)) is { } dated && dated.Mention.Span != except)
        {
            int open = dated.Mention.Value.IndexOf('/', StringComparison.Ordinal);
            return dated.Mention.Value.StartsWith('P') ? null : open > 0 ? dated.Mention with { Value = dated.Mention.Value[..open] } : dated.Mention;
        }
        // "a string of quakes"
        int named = lexicon.Nouns.ActorClass(tree[above].Lemma) == NounClass.None && tree.Children(above).FirstOrDefault(child => tree[child].Relation == "nmod" && tree.Preposition(child) == "of", -1) is >= 0 and var of ? of : above;
        if (tree[clause].Relation != "acl:relcl" || lexicon.Frames.For(tree[named].Lemma, FramePos.Noun).IsEmpty && lexicon.Nouns.ActorClass(tree[named].Lemma) != NounClass.Disaster) return null;
        FoundDate? own = sentence.Dates.FirstOrDefault(date => date.Last < clause && !IsExplained(sentence, date) && date.Mention.Span != except && !date.Mention.Value.StartsWith('P') && !date.Mention.Value.Contains("PRESENT_REF", StringComparison.Ordinal) && (tree.IsUnder(date.First, above) || tree.Head(above) >= 0 && Distance(tree, date, above, -1) != int.MaxValue));
        return own?.Mention;
    }

    /// <summary>"entered on Tuesday, a day after it was captured": the day of the clause above, and the count of days back from it.</summary>
    private DateMention? Counted(ReadSentence sentence, int trigger)
    {
        Tree tree = sentence.Tree;
        int marker = -1, clause = trigger;
        for (int steps = 0; marker < 0 && steps < 3 && clause >= 0; steps++)
        {
            foreach (int child in tree.Children(clause)) if (child < clause && (tree.Is(child, "mark") || tree.Is(child, "case")) && tree[child].Lemma is "after" or "before") marker = child;
            if (marker < 0) clause = tree[clause].Relation is "xcomp" or "conj" or "obj" && tree[trigger].Upos != Upos.Noun ? tree.Head(clause) : -1;
        }
        if (marker < 1 || clause < 0) return null;
        FoundDate? spell = sentence.DateAt(marker - 1) is { } found && found.Last == marker - 1 ? found : null;
        // "the day after": one, though no number says so
        bool theDay = spell is null && tree[marker - 1].Lemma == "day" && marker > 1 && tree[marker - 2].Lemma == "the";
        if ((theDay ? 1 : spell is null ? null : DaysIn(spell.Mention.Value)) is not { } days) return null;
        (TextSpan span, string words) = spell is null ? (tree.Span(marker - 2, marker - 1), tree.Words(marker - 2, marker - 1)) : (spell.Mention.Span, spell.Mention.Words);
        int above = tree.Head(clause);
        DateMention? told = above < 0 ? null : sentence.Dates.Where(date => date != spell && date.Mention.Shift == 0 && !date.Mention.Value.StartsWith('P') && !date.Mention.Value.Contains('/', StringComparison.Ordinal))
            .Select(date => (date.Mention, Steps: Distance(tree, date, above, -1))).Where(near => near.Steps != int.MaxValue).OrderBy(near => near.Steps).Select(near => near.Mention).FirstOrDefault();
        bool after = tree[marker].Lemma == "after";
        return told is null
            ? after ? new DateMention(span, $"{words} {tree[marker].Form}", "UNDEF-this-day") { Shift = -days } : null
            : told with { Span = span, Words = $"{words} {tree[marker].Form} ({told.Words})", Shift = after ? -days : days };
    }

    private static bool IsSince(Tree tree, FoundDate date, int trigger)
    {
        for (int at = tree.Head(date.First), steps = 0; at >= 0 && at != trigger && steps < 4 && tree[at].Upos is Upos.Noun or Upos.Propn; at = tree.Head(at), steps++) if (at < date.First && tree.Preposition(at) == "since") return true;
        return false;
    }

    // "a week earlier, on July 29"
    private static bool IsExplained(ReadSentence sentence, FoundDate date) =>
        date.Mention.Value.StartsWith("UNDEF", StringComparison.Ordinal) && date.Last + 3 < sentence.Tree.Count && sentence.Tree[date.Last + 1].Form is "," or "(" && sentence.Dates.Any(other => other.First > date.Last && other.First <= date.Last + 3 && !other.Mention.Value.StartsWith("UNDEF", StringComparison.Ordinal) && !other.Mention.Value.StartsWith('P'));

    private static bool IsCount(Tree tree, FoundDate date) => date.Last + 1 < tree.Count && tree[date.Last + 1].Lemma is "after" or "before";

    /// <summary>Days in "P2D", "P1W", "PT5H", "UNDEF-REF-day-PLUS-2" or "UNDEF-REF-day-MINUS-1"; null when they are not counted in days.</summary>
    private static int? DaysIn(string value)
    {
        if (value.StartsWith("PT", StringComparison.Ordinal)) return value.EndsWith('H') && int.TryParse(value.AsSpan(2, value.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out int hours) ? hours / HoursOfDay : value.EndsWith('H') || value.EndsWith('M') ? 0 : null;
        if (value.StartsWith('P') && int.TryParse(value.AsSpan(1, value.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int length)) return value[^1] switch { 'D' => length, 'W' => 7 * length, _ => null };
        int digits = value.LastIndexOf('-') + 1;
        if (!value.Contains("-PLUS-", StringComparison.Ordinal) && !value.Contains("-MINUS-", StringComparison.Ordinal) || !int.TryParse(value.AsSpan(digits), NumberStyles.None, CultureInfo.InvariantCulture, out int count)) return null;
        return value.Contains("-day-", StringComparison.Ordinal) ? count : value.Contains("-week-", StringComparison.Ordinal) ? 7 * count : null;
    }

    private const int HoursOfDay = 24;

    private static bool HasAnd(Tree tree, int from, int to)
    {
        for (int at = from; at < to; at++) if (tree[at].Form is "and") return true;
        return false;
    }

    /// <summary>Steps from the event down to the date, or up through non-finite clauses and then down; the largest number when another verb's clause lies between.</summary>
    private int Distance(Tree tree, FoundDate date, int trigger, int with)
    {
        int top = date.First;
        for (int i = date.First; i <= date.Last; i++) if (tree.Head(i) < date.First || tree.Head(i) > date.Last) { top = i; break; }
        bool closes = Closes(tree, date, top);
        int distance = 0;
        // "In 2004 a tsunami set off by a quake killed …": what opens a sentence is said of its main verb, whatever participle the parser hung it on.
        int at = date.First <= 1 && tree[tree.Root].Upos == Upos.Verb && tree.Root > date.Last && tree.Head(top) is >= 0 and var hung && hung != tree.Root && tree[hung].Upos == Upos.Verb && tree[hung].Penn is "VBN" or "VBG" ? tree.Root : top;
        // "wounded in an attack Jan. 7 died": the day is the attack's, whatever the tree hangs it on.
        int noun = date.First - 1;
        if (noun > 0 && noun != trigger && noun != with && IsEventNoun(tree, noun) && date.Mention.Value.StartsWith("XXXX-", StringComparison.Ordinal)) distance += OthersCost;
        for (int steps = 0; steps < tree.Count; steps++)
        {
            if (tree.IsUnder(trigger, at)) break;
            int head = tree.Head(at);
            if (head < 0) break;
            // Leaving a clause that the event is not in: the date belongs to that clause's own event.
            if (at != top && tree[at].Upos is Upos.Verb)
            {
                // "killed 70 people and wounded 100 on Monday": told in one breath, dated at the end.
                // "717 were killed and 863 injured on Thursday"
                bool shared = tree.Head(at) == trigger && tree.Is(at, "conj") && (tree.Child(at, "nsubj") < 0 || tree[at].Penn == "VBN" && tree.Child(at, "aux") < 0 && Slots.IsPassive(tree, trigger, lexicon.Words));
                if (!shared && !AimDays.IsAbove(tree, at, date, lexicon) && (!closes || !IsPartOfIt(tree, at, IsSetOff(tree, date)))) return int.MaxValue;
                distance += LeavingCost;
            }
            // "X, scene of a massacre in 2013, was the last town that they held": when that was, and not this.
            if (at != top && date.Mention.Value is { Length: 4 } && tree.Is(at, "appos") && tree[at].Upos is Upos.Noun && tree.Children(at).Any(child => child < at && tree[child].Form == ",")) return int.MaxValue;
            // "their fall from power in 2001": the date is that of the other event.
            if (at != top && at != trigger && at != with && tree[at].Upos is Upos.Noun && tree.Preposition(at) != "as" && !lexicon.Frames.For(tree[at].Lemma, FramePos.Noun).IsEmpty) return int.MaxValue;
            at = head;
            distance++;
        }
        if (!tree.IsUnder(trigger, at)) return int.MaxValue;
        for (int up = trigger, steps = 0; up != at && steps < tree.Count; up = tree.Head(up), steps++)
        {
            distance += 2;
            // "the toll from the quake rose on Sunday": the toll did.
            if (up != trigger && tree[trigger].Upos == Upos.Noun && lexicon.Counts.IsTally(tree[up].Lemma)) return int.MaxValue;
            if (tree[up].Relation is "acl:relcl" or "ccomp" or "parataxis") return int.MaxValue;
            // "left as the army took X on 3 May": at one time, whichever verb the day was hung on.
            if (tree.Is(up, "advcl") && tree.Children(up).Any(child => tree.Is(child, "mark") && tree[child].Penn != "TO" && !(tree[child].Lemma == "as" && child < up && date.First > trigger))) return int.MaxValue;
            // "were killed and 18 wounded on Tuesday": with the auxiliary they share the day.
            // "In May 2017, the army took X, and the rebels left": what is set before a sentence holds for all that happened in it.
            bool opens = date.First <= 1 && date.Last + 1 < tree.Count && tree[date.Last + 1].Form == "," && tree.Head(up) == tree.Root && tree[up].Penn == "VBD" && tree[tree.Root].Penn == "VBD";
            if (!opens && tree.Is(up, "conj") && tree.Child(up, "nsubj") >= 0 && !(tree[up].Penn == "VBN" && tree.Child(up, "aux") < 0) && !IsSetBefore(tree, date, up)) return int.MaxValue;
        }
        return distance;
    }

    /// <summary>"Troops last week took X and rebels took Y": a day set before the first of two verbs that "and" joins, of one tense, holds for both.</summary>
    private static bool IsSetBefore(Tree tree, FoundDate date, int second) =>
        tree.Head(second) is >= 0 and var first && date.Last < first && tree[first].Penn == "VBD" && tree[second].Penn == "VBD" && tree.Child(second, "cc") is >= 0 and var and && tree[and].Lemma == "and" && tree[and - 1].Form != ",";

    /// <summary>"…, yesterday.": a bare day at the end of a sentence, where the parser hangs it on the last clause, whatever it dates.</summary>
    private static bool Closes(Tree tree, FoundDate date, int top)
    {
        for (int at = date.Last + 1; at < tree.Count; at++) if (tree[at].Upos != Upos.Punct) return false;
        return tree.Preposition(top).Length == 0 || IsSetOff(tree, date);
    }

    private static bool IsSetOff(Tree tree, FoundDate date) => date.First > 0 && tree[date.First - 1].Form == ",";

    /// <summary>"while searching for X", "targeting X", "to arrest X", "and detained Y": what went on at the time of the clause above. Behind a comma the day is not that of "who led Z" either.</summary>
    private static bool IsPartOfIt(Tree tree, int verb, bool setOff)
    {
        if (tree[verb].Relation == "acl:relcl") return setOff;
        string mark = tree.Children(verb).Where(child => tree.Is(child, "mark")).Select(child => tree[child].Lemma).FirstOrDefault("");
        if (mark is "while" or "as" or "when" && tree.Is(verb, "advcl")) return true;
        if (mark is "after" or "before" or "since" or "until" or "that" or "if" or "because" || tree.Children(verb).Any(child => tree.Is(child, "aux"))) return false;
        if (tree.Is(verb, "conj")) return tree.Child(verb, "nsubj") < 0;
        bool below = tree.Is(verb, "advcl") || tree.Is(verb, "acl");
        return tree[verb].Penn switch
        {
            "VBG" => below || tree.Is(verb, "xcomp"),
            "VBN" => below && tree.Child(verb, "nsubj") < 0,
            "VB" => below && mark == "to" && tree[tree.Root].Penn == "VBD",
            _ => false,
        };
    }
}
