using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>What analysts ruled: on each item it is on, and all of it in one list, so that nothing is taken out unseen.</summary>
internal sealed class RulingSection(RecordIndex index, EvidenceBook book)
{
    public ImmutableArray<Line> Build() => [.. index.Record.Rulings.Select(made =>
    {
        Ruling ruling = made.Ruling;
        string text = $"{Wording.Line(ruling.Author)} {Did(made)}: {RulingText.Reason(ruling)}{RulingText.State(made)}.";
        return new Line(RulingText.Day(ruling), text, Badge(ruling), book.Cite(index.Known(ruling.Claims)));
    })];

    public IEnumerable<Line> On(string id) => index.RulingsOn(id).Select(made =>
        new Line("", $"{Wording.Line(made.Ruling.Author)}, {RulingText.Day(made.Ruling)}, {RulingText.What(made.Ruling)}: {RulingText.Reason(made.Ruling)}.", Badge(made.Ruling), book.Cite(index.Known(made.Ruling.Claims), 1)));

    private static Badge Badge(Ruling ruling) => new("ruling", string.Create(CultureInfo.InvariantCulture, $"ruling {ruling.Sequence}"));

    private string Did(AppliedRuling made) => made.Ruling.Verb switch
    {
        RulingVerb.Undo => RulingText.What(made.Ruling),
        RulingVerb.Merge => $"joined {made.Ruling.Other} to {About(made)}",
        RulingVerb.Split => $"{RulingText.What(made.Ruling)}, {About(made)}",
        RulingVerb.Grade => $"graded {About(made)} {RulingText.Grade(made.Ruling.Value)}",
        RulingVerb.Comment => $"commented on {About(made)}",
        RulingVerb.Place => $"placed {About(made)} at {RulingText.Where(made.Ruling.Value)}",
        _ => $"{RulingText.What(made.Ruling)} {About(made)}",
    };

    private string About(AppliedRuling made)
    {
        string id = made.On ?? made.Ruling.Target;
        return index.Event(id) is { } happening ? $"“{EventSection.Summary(happening)}”"
            : index.Figure(id) is { } figure ? $"“{FigureSection.Label(figure, index)}: {Wording.Amount(figure)}”"
            : index.Known([id]).FirstOrDefault() is { } claim ? $"the words “{book.Quote(claim, 120)}”"
            : index.Names(id) ?? id;
    }
}
