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
        string about = About(made) is { Length: > 0 } named ? $" {named}" : "";
        string text = $"{Wording.Line(ruling.Author)} {Verb(ruling)}{about}: {RulingText.Reason(ruling)}{RulingText.State(made)}.";
        return new Line(RulingText.Day(ruling), text, Badge(ruling), book.Cite(index.Known(ruling.Claims)));
    })];

    public IEnumerable<Line> On(string id) => index.RulingsOn(id).Select(made =>
        new Line("", $"{Wording.Line(made.Ruling.Author)}, {RulingText.Day(made.Ruling)}, {RulingText.What(made.Ruling)}: {RulingText.Reason(made.Ruling)}.", Badge(made.Ruling), book.Cite(index.Known(made.Ruling.Claims), 1)));

    private static Badge Badge(Ruling ruling) => new("ruling", string.Create(CultureInfo.InvariantCulture, $"ruling {ruling.Sequence}"));

    private static string Verb(Ruling ruling) => ruling.Verb switch
    {
        RulingVerb.Merge or RulingVerb.Split or RulingVerb.Undo => RulingText.What(ruling),
        RulingVerb.Comment => "commented on",
        _ => RulingText.What(ruling),
    };

    private string About(AppliedRuling made)
    {
        string id = made.On ?? made.Ruling.Target;
        if (made.Ruling.Verb == RulingVerb.Undo) return "";
        string named = index.Event(id) is { } happening ? $"“{EventSection.Summary(happening)}”"
            : index.Figure(id) is { } figure ? $"“{FigureSection.Label(figure, index)}: {Wording.Amount(figure)}”"
            : index.Known([id]).FirstOrDefault() is { } claim ? $"the words “{book.Quote(claim, 120)}”"
            : index.Names(id) ?? id;
        return made.Ruling.Verb == RulingVerb.Merge ? $"into {named}" : made.Ruling.Verb == RulingVerb.Split ? $"({named})" : named;
    }
}
