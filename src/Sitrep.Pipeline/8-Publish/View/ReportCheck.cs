namespace Sitrep.Pipeline.Publish.View;

/// <summary>No sentence without claims: every sentence of a report about the world names the words it rests on, or the report is not written.</summary>
internal static class ReportCheck
{
    /// <summary>Every sentence about the world, with the section it stands in. What the report says of the record itself (counts, method, rulings) is not among them.</summary>
    public static IEnumerable<(string Section, string Sentence, bool Cited)> Sentences(SituationReport report)
    {
        foreach ((string section, IEnumerable<Line> lines) in new (string, IEnumerable<Line>)[]
        {
            ("highlights", report.Highlights), ("overview", report.Overview.SelectMany(theme => theme.Places).SelectMany(place => place.Lines)), ("changes", report.News), ("other events", report.Other),
            ("persons", report.Persons), ("unknown", report.Unknown), ("expected", report.Expected), ("background", report.Background), ("timeline", report.Summary.SelectMany(story => story.Lines)),
        })
        {
            foreach (Line line in lines.Where(line => !line.OfRecord)) yield return (section, line.Text, !line.Cites.IsEmpty);
        }
        foreach (KeyFigure figure in report.KeyFigures) yield return ("key figures", $"{figure.Amount} {figure.Label}: {figure.Footnote}", !figure.Cites.IsEmpty);
        foreach (FigureRow row in report.Figures.Concat(report.OtherFigures)) yield return ("figures", $"{row.Measure} {row.Subject} {row.Amount}", !row.Cites.IsEmpty);
        foreach (EventEntry entry in report.Events)
        {
            yield return ("events", entry.Summary, !entry.Voices.IsEmpty);
            foreach (Voice voice in entry.Voices) yield return ("events", $"{entry.Summary}: {voice.Name}", !voice.Cites.IsEmpty);
            foreach (Line note in entry.Notes.Where(note => !note.OfRecord)) yield return ("events", note.Text, !note.Cites.IsEmpty);
        }
        foreach (Dispute dispute in report.Disputes)
        {
            yield return ("disputes", dispute.Question, !dispute.Sides.IsEmpty);
            foreach (Voice voice in dispute.Sides.SelectMany(side => side.Voices)) yield return ("disputes", $"{dispute.Question}: {voice.Name}", !voice.Cites.IsEmpty);
        }
        // That nobody says who holds a place is what the record lacks, not what it says.
        foreach (ControlRow row in report.Control)
        {
            foreach (ControlStretch stretch in row.Stretches.Where(stretch => stretch.Holder.Length > 0)) yield return ("control", $"{row.Place}: {stretch.State.Words} {stretch.Holder}", !stretch.Cites.IsEmpty);
        }
    }

    /// <exception cref="InvalidOperationException">A sentence rests on no claim.</exception>
    public static SituationReport Refuse(SituationReport report)
    {
        foreach ((string section, string sentence, bool cited) in Sentences(report))
        {
            if (!cited) throw new InvalidOperationException($"The report would say in {section} without a claim: “{sentence}”; every sentence about the world must rest on words of a report.");
        }
        return report;
    }
}
