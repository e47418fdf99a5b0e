using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Dedupe;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>A word in a box: how sure the record is of a line.</summary>
/// <param name="Key">Stable, for style sheets: the kebab spelling of a status or of a control state, or <c>expected</c>.</param>
internal readonly record struct Badge(string Key, string Words);

/// <summary>One sentence of the report and the words it rests on.</summary>
/// <param name="Date">Stands before the sentence; empty when it has none.</param>
/// <param name="Cites">Numbers of <see cref="Evidence"/>; never empty for what the record says, empty for counts of the record itself.</param>
internal sealed record Line(string Date, string Text, Badge? Badge, ImmutableArray<int> Cites)
{
    /// <summary>True for what is said of the record itself ("nothing new"), which rests on no words.</summary>
    public bool OfRecord { get; init; }
}

/// <summary>A number that the report leads with.</summary>
/// <param name="Mark">Letter of its footnote.</param>
/// <param name="Footnote">What is counted, by whom, as of when, and what others give.</param>
internal sealed record KeyFigure(string Mark, string Amount, string Label, Badge Badge, string Footnote, ImmutableArray<int> Cites);

/// <summary>Sentences on one place; no name where no report says which.</summary>
internal sealed record OverviewPlace(string Place, ImmutableArray<Line> Lines);

/// <summary>The timeline of one story.</summary>
/// <param name="Story">What it is about; empty where the record tells one story only.</param>
internal sealed record StorySummary(string Story, ImmutableArray<Line> Lines);

/// <summary>One theme of the overview.</summary>
internal sealed record OverviewTheme(string Heading, ImmutableArray<OverviewPlace> Places);

/// <summary>One speaker's stance on something.</summary>
/// <param name="Detail">When it was said and who carried it, in brackets' words.</param>
/// <param name="Words">The words, clipped, of the first claim.</param>
internal sealed record Voice(Stance Stance, string Name, string Detail, string Words, ImmutableArray<int> Cites);

/// <summary>A row of the main list.</summary>
/// <param name="Number">From 1, in time order; names the row inside one document.</param>
/// <param name="Tellings">"3 reports, 2 independent tellings, 2 claimants".</param>
/// <param name="Notes">What it counts, replaces or contradicts.</param>
internal sealed record EventEntry(
    int Number, string Date, string Place, string Summary, Badge Badge, string Tellings, ImmutableArray<Voice> Voices, ImmutableArray<Line> Notes);

/// <summary>A row of the table of figures.</summary>
internal sealed record FigureRow(
    string Measure, string Subject, string Place, string Amount, string Says, string AsOf, string RevisedFrom, Badge Badge, ImmutableArray<int> Cites);

/// <summary>One side of a dispute: "Affirmed by" and who does.</summary>
internal sealed record DisputeSide(string Heading, ImmutableArray<Voice> Voices);

/// <summary>The sides of one question, each in its own words.</summary>
internal sealed record Dispute(string Date, string Question, Badge Badge, ImmutableArray<DisputeSide> Sides);

/// <summary>Days with one state of control.</summary>
/// <param name="Days">Share of the strip, in days.</param>
/// <param name="HolderIndex">Number of the holder's colour, from 1; 0 when nobody is named.</param>
internal sealed record ControlStretch(int Days, string Dates, Badge State, string Holder, int HolderIndex, string LastEvidence, ImmutableArray<int> Cites);

/// <summary>Who holds one place.</summary>
internal sealed record ControlRow(string Place, ImmutableArray<ControlStretch> Stretches);

/// <summary>A bar of the timeline.</summary>
/// <param name="First">Number of the first event of the bar in the main list; 0 when none of them is in it.</param>
internal sealed record TimelineBar(string Label, string Long, ImmutableArray<Badge> Events, int First);

/// <summary>One newsroom's telling and who carried it, each followed by its copies.</summary>
internal sealed record SourceEntry(string Newsroom, ImmutableArray<SourceReport> Reports);

/// <summary>A report that carried a telling.</summary>
/// <param name="Depth">0 for the original; a copy stands one below what it was copied from.</param>
/// <param name="Difference">From what it was copied from; null for originals, for patchworks and where there are too many to tell.</param>
internal sealed record SourceReport(int Depth, string Text, TextDifference? Difference);

/// <summary>The words one citation opens.</summary>
/// <param name="Stance">"affirmed by", and so on: it stands before the speaker.</param>
/// <param name="Report">Number of the <see cref="ReportText"/>.</param>
/// <param name="Where">"characters 812–931 of input".</param>
internal sealed record Evidence(int Number, string Claim, string Quote, string Speaker, string Stance, string Source, string Where, int Report);

/// <summary>A report with the cited stretches of its clean text.</summary>
internal sealed record ReportText(int Number, string Heading, string Meta, Report Report, ImmutableArray<(int Number, TextSpan Span)> Cited);

/// <summary>The situation report before it is written down: what is told, in which order, in which words. Writers only lay it out.</summary>
/// <param name="Period">Days the report covers; empty when nothing is dated.</param>
/// <param name="Producer">Who made it, out of what.</param>
internal sealed record SituationReport(
    string Title, string AsOf, string Period, string Producer, string Scope, ImmutableArray<Line> Highlights, ImmutableArray<KeyFigure> KeyFigures, ImmutableArray<OverviewTheme> Overview,
    string NewHeading, ImmutableArray<Line> News, ImmutableArray<FigureRow> Figures, ImmutableArray<FigureRow> OtherFigures, ImmutableArray<TimelineBar> Timeline, ImmutableArray<EventEntry> Events,
    ImmutableArray<Line> Other, ImmutableArray<Line> Background, ImmutableArray<Dispute> Disputes, string ControlPeriod, ImmutableArray<ControlRow> Control, ImmutableArray<Line> Persons,
    ImmutableArray<Line> Unknown, ImmutableArray<Line> Expected, ImmutableArray<StorySummary> Summary, ImmutableArray<Line> Rulings, ImmutableArray<SourceEntry> Sources, ImmutableArray<string> Grades, ImmutableArray<string> Photos,
    ImmutableArray<string> Problems, ImmutableArray<string> Notes, string Designations, ImmutableArray<Evidence> Evidence, ImmutableArray<ReportText> Texts);
