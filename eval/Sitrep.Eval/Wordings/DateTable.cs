using System.Globalization;

namespace Sitrep.Eval.Wordings;

/// <summary>Days in many wordings: the rows of <c>eval/gold/date-wordings.tsv</c>, and the reports put together from them.</summary>
internal sealed class DateTable(WordingRows rows)
{
    /// <summary>The day on which every report is printed: a Friday.</summary>
    public static readonly DateOnly Printed = new(2017, 5, 12);

    private const string OtherPlace = "Kidal";

    private static readonly string[] OtherTypes = ["strike", "attack"];

    public IEnumerable<WordedDays> Facts(int count) => rows.Facts(count, Put, days => days.Text);

    private WordedDays? Put(Draw draw)
    {
        string[] happened = rows.Of(draw, "event"), when = rows.Of(draw, "when"), order = rows.Of(draw, "order"), frame = rows.Of(draw, "frame"), beside = rows.Of(draw, "beside"), next = rows.Of(draw, "next");
        string place = rows.Of(draw, "place")[0], source = rows.Of(draw, "source")[0], shape = rows.Of(draw, "shape")[0];
        string[] orders = when[2].Split(' '), flags = when[3].Split(' ');
        DayAnswer[] answers = DayAnswer.Read(when[1]);
        if (flags.Contains("long") && happened[6].Length == 0) return null;
        return shape == "beside" ? Beside(happened, when[0], orders, answers, beside, place) : Told(happened, when[0], order, orders, flags.Contains("told"), answers, frame, shape == "next" ? next : null, place, source);
    }

    private static WordedDays? Told(string[] happened, string when, string[] order, string[] orders, bool fromPrinted, DayAnswer[] answers, string[] frame, string[]? next, string place, string source)
    {
        DateOnly said = frame[1].Length == 0 ? Printed : DayAnswer.Read(frame[1])[0].Last ?? Printed;
        bool opens = order[0] is "front" or "comma" or "hadfront" || order[1].StartsWith("{When}", StringComparison.Ordinal), expected = order[0] is "will" or "plans", past = order[0] is "end" or "front" or "comma" or "middle" or "passive";
        if (!orders.Contains(order[0]) || said != Printed && fromPrinted || !expected && answers[0].Last > said || opens && !frame[2].Contains("opens", StringComparison.Ordinal) || !past && frame[2].Contains("past", StringComparison.Ordinal)) return null;
        string fact = Fact(happened, order[1], when, place);
        if (fact.Length == 0) return null;
        string text = WordingRows.Framed(frame[0], fact, source).Replace("..", ".", StringComparison.Ordinal);
        var first = new WordedDay(happened[1].Split(','), Town(place), answers, expected);
        if (next is null) return new WordedDays(text, [first], said);
        bool counted = next[1][0] is '+' or '-' or '0';
        // "X said on Thursday that Y had fallen on Monday. The next day …": of which of the two, nobody can say.
        if (expected || counted && (said != Printed || !(answers is [{ About: false } only] && only.First == only.Last && only.Last is not null)) || Shifted(next[1], answers[0].Last) is not { } then || then.Any(answer => answer.Last > Printed)) return null;
        return new WordedDays($"{text} {next[0]}", [first, new WordedDay(OtherTypes, OtherPlace, then, false)], said);
    }

    private static WordedDays? Beside(string[] happened, string when, string[] orders, DayAnswer[] answers, string[] beside, string place)
    {
        if (!orders.Contains(beside[0].Contains("{when} shelled", StringComparison.Ordinal) ? "middle" : "end") || answers is not [{ About: false } day] || day.First != day.Last || day.Last is not { } other) return null;
        // The other event's day is told, the first one's counted back from it.
        DayAnswer[] first = Counted(beside[1], other, -1);
        if (first.Any(answer => answer.Last > Printed)) return null;
        string text = WordingRows.Framed(beside[0], Fact(happened, "{who} {did}", "", place), OtherPlace).Replace("{when}", when, StringComparison.Ordinal).Replace("..", ".", StringComparison.Ordinal);
        return new WordedDays(text, [new WordedDay(happened[1].Split(','), Town(place), first, false), new WordedDay(OtherTypes, OtherPlace, answers, false)], Printed);
    }

    /// <summary>Empty where the event has no such form.</summary>
    private static string Fact(string[] happened, string order, string when, string place)
    {
        bool one = happened[0].Split(' ')[0] is "the" or "a" or "an";
        (string Slot, string Words)[] parts = [("{did}", happened[2]), ("{done}", happened[3]), ("{do}", happened[4]), ("{suffered}", happened[5])];
        if (parts.Any(part => part.Words.Length == 0 && order.Contains(part.Slot, StringComparison.Ordinal))) return "";
        (string have, string are, string plan) = one && !happened[0].EndsWith('s') ? ("has", "is", "plans") : ("have", "are", "plan");
        parts = [.. parts, ("{who}", happened[0]), ("{have}", have), ("{are}", are), ("{plan}", plan), ("{when}", when), ("{When}", when), ("{place}", place)];
        return parts.Aggregate(order, (fact, part) => fact.Replace(part.Slot, part.Words, StringComparison.Ordinal));
    }

    /// <summary>Null where there is no day to count from.</summary>
    private static DayAnswer[]? Shifted(string words, DateOnly? from)
    {
        if (words[0] is not ('+' or '-' or '0')) return DayAnswer.Read(words);
        return from is { } day ? Counted(words, day, 1) : null;
    }

    /// <summary>"+1", "0/+1": days counted from another; several behind commas.</summary>
    private static DayAnswer[] Counted(string words, DateOnly from, int sign) =>
        [.. words.Split(',').Select(days => days.Split('/').Select(step => from.AddDays(sign * int.Parse(step, CultureInfo.InvariantCulture))).Order().ToArray()).Select(days => new DayAnswer(days[0], days[^1], false))];

    private static string Town(string place) => place[(place.LastIndexOf(' ') + 1)..];
}
