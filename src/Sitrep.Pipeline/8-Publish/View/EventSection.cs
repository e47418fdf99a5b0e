using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Events as entries of the main list and as single lines.</summary>
internal sealed class EventSection(RecordIndex index, EvidenceBook book, Voices voices, Confidence confidence)
{
    public EventEntry Entry(Event happening, int number) => new(
        number, Wording.When(happening.When), index.PlaceName(happening.Place), Summary(happening), Confidence.Of(happening.Status, happening.Expected),
        Confidence.Tellings(happening.Independent), voices.Of(happening.Claims), [.. Notes(happening)]);

    /// <summary>Date, summary, who says so.</summary>
    public Line Line(Event happening, string prefix = "")
    {
        string clause = confidence.Clause(happening.Claims);
        string text = clause.Length == 0 ? $"{prefix}{Summary(happening)}." : $"{prefix}{Summary(happening)}: {clause}.";
        return new Line(Wording.When(happening.When), text, Confidence.Of(happening.Status, happening.Expected), book.Cite(index.Claims(happening.Claims)));
    }

    public static string Summary(Event happening)
    {
        string summary = Wording.Line(happening.Summary, 300).TrimEnd('.');
        if (summary.Length == 0) summary = Spelling.Spaced(happening.Type);
        return Wording.Sentence(summary);
    }

    private IEnumerable<Line> Notes(Event happening)
    {
        if (happening.Extent == Extent.Partial)
        {
            yield return new Line("", "Said of a part only.", null, book.Cite(index.Claims(happening.Claims), 1));
        }
        foreach (Figure figure in index.Record.Figures.Where(figure => figure.Event == happening.Id).OrderBy(figure => figure.Measure).ThenBy(figure => figure.Id, StringComparer.Ordinal))
        {
            yield return new Line("", $"{FigureSection.Label(figure, index)}: {Wording.Amount(figure)}, {confidence.Clause(figure.Claims)}.", Confidence.Of(figure.Status), book.Cite(index.Claims(figure.Claims), 3));
        }
        foreach (Event earlier in happening.Supersedes.Select(index.Event).OfType<Event>())
        {
            yield return new Line("", $"Follows on, and replaces as the latest word: {Summary(earlier)} ({Wording.When(earlier.When)}).", null, book.Cite(index.Claims(earlier.Claims), 2));
        }
        foreach (Event other in happening.Contradicts.Select(index.Event).OfType<Event>())
        {
            yield return new Line("", $"Cannot be true together with: {Summary(other)} ({Wording.When(other.When)}).", null, book.Cite(index.Claims(other.Claims), 2));
        }
    }
}
