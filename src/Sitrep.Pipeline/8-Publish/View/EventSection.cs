using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Publish.View;

/// <summary>Events as entries of the main list and as single lines.</summary>
internal sealed class EventSection(RecordIndex index, EvidenceBook book, Voices voices, Confidence confidence, RulingSection rulings)
{
    public EventEntry Entry(Event happening, int number) => new(
        number, Wording.When(happening.When), index.PlaceName(happening.Place), Summary(happening), Confidence.Of(happening.Status, happening.Expected),
        $"{Confidence.Tellings(happening.Independent)}{Judged(happening)}", voices.Of(happening.Claims), [.. Notes(happening)]);

    // Which rule gave the status and the grade: a judgement without its reason is a verdict.
    private static string Judged(Event happening)
    {
        string status = happening.StatusRule is { } rule ? $". {Wording.Sentence(Confidence.Of(happening.Status, happening.Expected).Words)}: {rule.Words}" : "";
        if (happening.Credibility is not { } grade) return status;
        string scale = RulingText.Grade(Wording.Number(grade.Grade));
        return scale.Contains(grade.Rule.Words, StringComparison.Ordinal) ? $"{status}. Credibility {scale}" : $"{status}. Credibility {scale}: {grade.Rule.Words}";
    }

    /// <summary>Date, summary, who says so.</summary>
    public Line Line(Event happening)
    {
        string clause = index.IsWorded(happening) ? "" : confidence.Clause(happening.Claims, confidence.IsDenialTakenBack(happening));   // its summary says whose word it is
        LedgerClaim[] against = [.. Against(happening)];
        if (against.Length > 0)
        {
            string names = Wording.List([.. against.Select(index.Speaker).Distinct(StringComparer.Ordinal)]);
            string verb = against.All(claim => claim.Claim.Stance == Stance.Denies) ? (Lost(happening) ? "loss of the place denied by" : "denied by") : "contradicted by";
            clause = clause.Length == 0 ? $"{verb} {names}" : $"{clause}; {verb} {names}";
        }
        string text = clause.Length == 0 ? $"{Summary(happening)}." : $"{Summary(happening)}: {clause}.";
        return new Line(Wording.When(happening.When), text, Confidence.Of(happening.Status, happening.Expected), book.Cite([.. index.Claims(happening.Claims), .. against]));
    }

    // Whoever affirms what cannot be true together with it, or denies that the place was lost, unless they are already heard on it.
    private IEnumerable<LedgerClaim> Against(Event happening)
    {
        HashSet<string> heard = [.. index.Claims(happening.Claims).Select(RecordIndex.SpeakerKey)];
        return happening.Contradicts.Select(index.Event).OfType<Event>().SelectMany(other => index.Claims(other.Claims).Where(claim => claim.Claim.Stance == DisputeSection.Opposing(other)))
            .Where(claim => !heard.Contains(RecordIndex.SpeakerKey(claim)));
    }

    // Against a holding or a taking stands whoever denies that the other side lost the place, or that this one has it.
    private bool Lost(Event happening) => happening.Contradicts.Select(index.Event).OfType<Event>().All(other => other.Roles.IsEmpty);

    private Line Relation(string verb, Event other) =>
        new("", $"{verb} “{Summary(other)}” ({Wording.When(other.When)}).", null, book.Cite(index.Claims(other.Claims), 2));

    public static string Summary(Event happening)
    {
        string summary = Wording.Line(happening.Summary, 300).TrimEnd('.');
        if (summary.Length == 0) summary = Spelling.Spaced(happening.Type);
        return Wording.Sentence(summary);
    }

    private IEnumerable<Line> Notes(Event happening)
    {
        if (happening is { Extent: Extent.Partial, Type: EventType.Capture or EventType.Withdrawal or EventType.Holding or EventType.Siege or EventType.Strike })
        {
            yield return new Line("", "Said of a part only.", null, book.Cite(index.Claims(happening.Claims), 1));
        }
        if (confidence.IsDenialTakenBack(happening)) yield return new Line("", "The denial no longer stands: its source has since said as much as that it happened.", null, book.Cite(index.Claims(happening.Claims).Where(claim => claim.Claim.Stance == Stance.Denies), 2));
        foreach (Figure figure in index.Record.Figures.Where(figure => figure.Event == happening.Id).OrderBy(figure => FigureSection.Rank(figure.Measure)).ThenByDescending(FigureSection.Number).ThenBy(figure => figure.Id, StringComparer.Ordinal))
        {
            yield return new Line("", $"{FigureSection.Label(figure, index)}: {Wording.Amount(figure)}, {confidence.Clause(figure.Claims)}.", Confidence.Of(figure.Status), book.Cite(index.Claims(figure.Claims), 3));
        }
        foreach (Line ruling in rulings.On(happening.Id)) yield return ruling with { OfRecord = true };
        foreach (Event earlier in happening.Supersedes.Select(index.Event).OfType<Event>()) yield return Relation("Supersedes", earlier);
        foreach (Event other in happening.Contradicts.Where(other => !happening.Supersedes.Contains(other)).Select(index.Event).OfType<Event>()) yield return Relation(DisputeSection.Opposing(other) == Stance.Denies ? "Stands against the denial of" : "Stands against", other);
    }
}
