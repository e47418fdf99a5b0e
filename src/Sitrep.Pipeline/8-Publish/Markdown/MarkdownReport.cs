using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Markdown;

/// <summary>The situation report as Markdown (CommonMark with tables): sections first, the words behind every line at the end.</summary>
internal sealed class MarkdownReport
{
    /// <summary>Levels of copies of copies that are indented.</summary>
    private const int DepthMax = 4;

    private readonly StringBuilder _text = new();

    private MarkdownReport() { }

    public static string Of(SituationReport report)
    {
        var page = new MarkdownReport();
        page.Write(report);
        return page._text.ToString();
    }

    public static string Of(ChangeReport report)
    {
        var page = new MarkdownReport();
        page.Put($"# {Safe(report.Title)}").Put().Put($"{Safe(report.Scope)}.");
        if (report.Groups.IsEmpty) page.Put().Put("Nothing changed.");
        foreach (ChangeGroup group in report.Groups) page.Lines(group.Heading, group.Lines);
        page.Evidence(report.Evidence);
        return page._text.ToString();
    }

    private void Write(SituationReport report)
    {
        string period = report.Period.Length == 0 ? "" : $" **Period covered:** {Safe(report.Period)}.";
        Put($"# {Safe(report.Title)}").Put().Put($"**{Safe(report.AsOf)}.**{period} {Safe(report.Producer)}. {Safe(report.Scope)}.");
        Lines("Highlights", report.Highlights, "No report tells of an event.");
        KeyFigures(report.KeyFigures);
        Overview(report.Overview);
        Lines(report.NewHeading, report.News);
        Disputes(report.Disputes);
        Control(report);
        Figures("Humanitarian figures", report.Figures);
        Figures("Other figures", report.OtherFigures);
        Lines("Fate of persons", report.Persons);
        Lines("What is not known", report.Unknown);
        Lines("Expected next", report.Expected, note: "Said to be coming, never counted as having happened.");
        Events(report.Events);
        Lines("Other events of the period", report.Other);
        foreach (StorySummary story in report.Summary) Lines(story.Story.Length == 0 ? "Timeline in the reports' own words" : $"Timeline in the reports' own words: {story.Story}", story.Lines);
        Lines("Background", report.Background, note: "Before the period of this report.");
        Lines("Rulings of analysts", report.Rulings, note: "What a person decided about this record, with the reason. What was rejected counts nowhere and stays in the record.");
        Sources(report.Sources);
        Items("Reliability of sources", report.Grades, Method.GradesNote);
        Items("Photos", report.Photos, "Counted, never used as evidence.");
        Items("What could not be read", report.Problems);
        Items("Method and notes", report.Notes);
        Head("Designations and boundaries");
        Put(Safe(report.Designations));
        Evidence(report.Evidence);
    }

    private void KeyFigures(ImmutableArray<KeyFigure> figures)
    {
        if (figures.IsEmpty) return;
        Head("Key figures");
        foreach (KeyFigure figure in figures) Put($"- **{Safe(figure.Amount)}** {Safe(figure.Label)} ({figure.Mark}) *({Safe(figure.Badge.Words)})*{Cites(figure.Cites)}");
        Put();
        foreach (KeyFigure figure in figures) Put($"({figure.Mark}) {Safe(figure.Footnote)}{Cites(figure.Cites)}  ");
    }

    private void Overview(ImmutableArray<OverviewTheme> themes)
    {
        if (themes.IsEmpty) return;
        Head("Situation overview");
        bool first = true;
        foreach (OverviewTheme theme in themes)
        {
            if (!first) Put();
            first = false;
            Put($"### {Safe(theme.Heading)}").Put();
            foreach (OverviewPlace place in theme.Places)
            {
                Put($"- **{(place.Place.Length == 0 ? "Place not told" : Safe(place.Place))}**");
                foreach (Line line in place.Lines) Put($"    - {Entry(line)}");
            }
        }
    }

    private void Lines(string heading, ImmutableArray<Line> lines, string? empty = null, string? note = null)
    {
        if (lines.IsEmpty && empty is null) return;
        Head(heading, note);
        if (lines.IsEmpty) Put(empty);   // not null: checked above
        foreach (Line line in lines) Put($"- {Entry(line)}");
    }

    private static string Entry(Line line)
    {
        string date = line.Date.Length == 0 ? "" : $"**{Safe(line.Date)}.** ";
        string badge = line.Badge is { } known ? $" *({Safe(known.Words)})*" : "";
        return $"{date}{Safe(line.Text)}{badge}{Cites(line.Cites)}";
    }

    private void Figures(string heading, ImmutableArray<FigureRow> rows)
    {
        if (rows.IsEmpty) return;
        Head(heading);
        Put("| What | Who or what | Where | How many | Who says | As of | Revised from | Status |").Put("|---|---|---|---:|---|---|---|---|");
        foreach (FigureRow row in rows)
        {
            string[] cells = [row.Measure, row.Subject, row.Place, row.Amount, row.Says, row.AsOf, row.RevisedFrom, row.Badge.Words];
            Put($"| {string.Join(" | ", cells.Select(cell => cell.Length == 0 ? "–" : Safe(cell)))}{Cites(row.Cites)} |");
        }
        Put().Put("A total is what stood at that day; any other row is what one event or period added. Rows are not to be summed.");
    }

    private void Events(ImmutableArray<EventEntry> events)
    {
        if (events.IsEmpty) return;
        Head("Key events in time order");
        foreach (EventEntry entry in events)
        {
            string place = entry.Place.Length == 0 ? "" : $", {Safe(entry.Place)}";
            Put($"{Invariant(entry.Number)}. **{Safe(entry.Date)}{place}.** {Safe(entry.Summary)}. *({Safe(entry.Badge.Words)})* {Safe(entry.Tellings)}.");
            foreach (IGrouping<Stance, Voice> side in entry.Voices.GroupBy(voice => voice.Stance))
            {
                Put($"    - {Heading(side.Key)}: {string.Join("; ", side.Select(voice => $"{Safe(voice.Name)} ({Safe(voice.Detail)}){Cites(voice.Cites)}"))}");
            }
            foreach (Line note in entry.Notes) Put($"    - {Safe(note.Text)}{(note.Badge is { } badge ? $" *({Safe(badge.Words)})*" : "")}{Cites(note.Cites)}");
        }
    }

    private void Disputes(ImmutableArray<Dispute> disputes)
    {
        if (disputes.IsEmpty) return;
        Head("Disputed points", "Both sides in their own words; no verdict.");
        foreach (Dispute dispute in disputes)
        {
            Put($"- **{Safe(dispute.Date)}.** {Safe(dispute.Question)}. *({Safe(dispute.Badge.Words)})*");
            foreach (DisputeSide side in dispute.Sides)
            {
                Put($"    - {Safe(side.Heading)}:");
                foreach (Voice voice in side.Voices) Put($"        - {Safe(voice.Name)} ({Safe(voice.Detail)}): {Safe(Wording.Quoted(voice.Words))}{Cites(voice.Cites)}");
            }
        }
    }

    private void Control(SituationReport report)
    {
        if (report.Control.IsEmpty) return;
        Head($"Who holds what, {report.ControlPeriod}");
        foreach (ControlRow row in report.Control)
        {
            Put($"- **{Safe(row.Place)}**");
            foreach (ControlStretch stretch in row.Stretches)
            {
                string holder = stretch.Holder.Length == 0 ? "" : $" {Safe(stretch.Holder)}";
                string last = stretch.LastEvidence.Length == 0 ? "" : $", {Safe(stretch.LastEvidence)}";
                Put($"    - {Safe(stretch.Dates)}: {Safe(stretch.State.Words)}{holder}{last}{Cites(stretch.Cites)}");
            }
        }
    }

    private void Sources(ImmutableArray<SourceEntry> sources)
    {
        if (sources.IsEmpty) return;
        Head("Sources and reprints", "One entry for each independent telling.");
        foreach (SourceEntry source in sources)
        {
            Put($"- **{Safe(source.Newsroom)}**");
            foreach (SourceReport carried in source.Reports) Put($"{new string(' ', 4 * (Math.Min(carried.Depth, DepthMax) + 1))}- {Safe(carried.Text)}");
        }
    }

    private void Items(string heading, ImmutableArray<string> items, string? note = null)
    {
        if (items.IsEmpty) return;
        Head(heading, note);
        foreach (string item in items) Put($"- {Safe(item)}");
    }

    private void Evidence(ImmutableArray<Evidence> all)
    {
        if (all.IsEmpty) return;
        Head("Evidence", "The words behind each number, with their place in the report as received (in Unicode characters).");
        foreach (Evidence cited in all)
        {
            string number = Invariant(cited.Number);
            Put($"<a id=\"c{number}\"></a>**c{number}** {cited.Stance} {Safe(cited.Speaker)}:").Put();
            Put($"> {Safe(cited.Quote)}").Put();
            Put($"{Safe(cited.Source)}; {Safe(cited.Where)}; claim {Safe(cited.Claim)}").Put();
        }
    }

    private void Head(string heading, string? note = null)
    {
        Put().Put($"## {Safe(heading)}").Put();
        if (note is not null) Put(Safe(note)).Put();
    }

    private MarkdownReport Put(string? line = null)
    {
        _text.Append(line).Append('\n');
        return this;
    }

    private static string Heading(Stance stance) => stance switch
    {
        Stance.Denies => "Denied by",
        Stance.Doubts => "Doubted by",
        Stance.Expects => "Expected by",
        _ => "Affirmed by",
    };

    private static string Cites(ImmutableArray<int> cites) => string.Concat(cites.Select(number => $" [c{Invariant(number)}](#c{Invariant(number)})"));

    private static string Safe(string text) => MarkdownText.Escape(text);

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
