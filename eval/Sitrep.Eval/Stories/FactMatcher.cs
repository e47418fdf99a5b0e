namespace Sitrep.Eval.Stories;

/// <summary>Finds figures, persons' fates and control. Rules: eval/README.md.</summary>
internal sealed class FactMatcher(Story story)
{
    public IEnumerable<FigureView> Matches(GoldFigure gold) => story.Record.Figures.Where(one => Misses(gold, one).Count == 0);

    public Item Match(GoldFigure gold)
    {
        FigureView[] hits = [.. Matches(gold)];
        var notes = new List<string> { $"looked for: {gold.Measure} {gold.Low}..{gold.High} {gold.Qualifier} {gold.Subject} @ {gold.Place ?? "any place"} by {gold.Source ?? "anyone"} in {gold.Report}" };
        notes.AddRange(hits.Length > 0 ? hits.Take(2).Select(one => $"matches: {Describe(one)}")
            : story.Record.Figures.Select(one => (Figure: one, Misses: Misses(gold, one)))
                .OrderBy(pair => pair.Misses.Count + (pair.Misses.Contains("number") ? 1 : 0)).ThenBy(pair => pair.Figure.Id, StringComparer.Ordinal)
                .Take(2).Select(pair => $"nearest: {Describe(pair.Figure)}; wrong: {string.Join(", ", pair.Misses)}"));
        return new Item(gold.Id, gold.Must, hits.Length > 0, notes);
    }

    public Item Match(GoldPerson gold)
    {
        string state = gold.State.Split(' ', '(', ',')[0];
        PersonView[] people = [.. story.Record.Persons.Where(person => story.IsActor(gold.Person, person.Actor))];
        bool found = people.Any(person => person.State == state || (state is "unknown" or "contested" && person.State is "unknown" or "contested"));
        string had = people.Length > 0 ? string.Join(", ", people.Select(person => person.State)) : "nobody of that name";
        return new Item(gold.Id, gold.Must, found, [$"looked for: {gold.Person} {state}; record has: {had}"]);
    }

    public Item Match(GoldControl gold)
    {
        ControlView[] spans = [.. story.Record.Control.Where(one => story.IsPlace(gold.Place, one.Place) && one.When.Start <= gold.Day && gold.Day <= one.When.End)];
        bool contested = gold.Holder.StartsWith("contested", StringComparison.Ordinal), unknown = gold.Holder.StartsWith("unknown", StringComparison.Ordinal);
        bool found = spans.Any(one => contested ? one.State == "contested"
            : unknown ? one.State == "unknown"
            : one.State is "held" or "claimed" && story.IsActor(gold.Holder, one.Holder));
        string had = spans.Length == 0 ? "nothing on that day" : string.Join("; ", spans.Select(one => $"{one.State} by {story.Record.ActorNames(one.Holder).FirstOrDefault() ?? "nobody"} {one.When}"));
        return new Item(gold.Id, gold.Must, found, [$"looked for: {gold.Place} on {gold.Day:yyyy-MM-dd}: {gold.Holder}; record has: {had}"]);
    }

    private List<string> Misses(GoldFigure gold, FigureView one)
    {
        var misses = new List<string>();
        if (one.Measure != gold.Measure) misses.Add("measure");
        if (!NumberFits(gold, one)) misses.Add("number");
        if (gold.Place is not null && one.Place is not null && !story.IsPlace(gold.Place, one.Place)) misses.Add("place");
        if (gold.Subject is not null && one.Subject is not null && !story.Actors.MatchSource(gold.Subject, story.Record.ActorNames(one.Subject))) misses.Add("subject");
        ClaimView[] claims = [.. story.Record.Claims.Where(claim => one.Claims.Contains(claim.Id) && story.IsReport(gold.Report, claim))];
        if (claims.Length == 0) misses.Add("report");
        else if (!claims.Any(claim => story.IsSource(gold.Source, claim))) misses.Add("source");
        return misses;
    }

    private static bool NumberFits(GoldFigure gold, FigureView one)
    {
        if (gold.Low is null && gold.High is null) return gold.Qualifier is null || Plain(gold.Qualifier) == Plain(one.Qualifier ?? "");
        if (gold.Low == gold.High) return one.Best == gold.Low || (one.Best is null && (one.Low == gold.Low || one.High == gold.Low));
        return one.Low == gold.Low && one.High == gold.High
            || (gold.High is null && (one.Low ?? one.Best) == gold.Low) || (gold.Low is null && (one.High ?? one.Best) == gold.High);

        static string Plain(string qualifier) => qualifier.Replace('-', ' ');
    }

    private string Describe(FigureView one) =>
        $"{one.Id} {one.Measure} {one.Low}..{one.Best}..{one.High} {one.Qualifier} of {story.Record.ActorNames(one.Subject).FirstOrDefault() ?? "-"} @ {story.Record.Place(one.Place)?.Names[0] ?? "-"} "
        + string.Join("; ", story.Record.Claims.Where(claim => one.Claims.Contains(claim.Id)).Take(2).Select(story.Describe));
}
