using Sitrep.Eval.Scores;

namespace Sitrep.Eval.Stories;

/// <summary>A record against what a careful reader wrote down.</summary>
internal static class StoryScorer
{
    public static SetResult Score(string set, Story story, string goldHash, double seconds)
    {
        var events = new EventMatcher(story);
        var facts = new FactMatcher(story);
        Item[] eventItems = [.. story.Gold.Events.Select(events.Match)];
        Item[] figures = [.. story.Gold.Figures.Select(facts.Match)];
        Item[] persons = [.. story.Gold.Persons.Select(facts.Match)];
        Item[] control = [.. story.Gold.Control.Select(facts.Match)];
        Item[] all = [.. eventItems, .. figures, .. persons, .. control];
        Item[] must = [.. all.Where(item => item.Must)];

        var scores = new List<Score>();
        var details = new List<string> { "", $"=== {set}" };
        Share("must", must.Count(item => item.Found), must.Length);
        var prohibitions = new Prohibitions(story);
        (string Sentence, IReadOnlyList<string>? Violations)[] mustNot = [.. story.Gold.MustNot.Select(sentence => (sentence, prohibitions.Check(sentence)))];
        scores.Add(new Score(set, "mustnot", mustNot.Count(one => one.Violations?.Count > 0), mustNot.Count(one => one.Violations is not null), seconds));
        Share("claims", eventItems.Sum(item => item.ClaimsFound), eventItems.Sum(item => item.Claims));
        Share("said", eventItems.Sum(item => item.SaidRight), eventItems.Sum(item => item.Said));
        Share("events", eventItems.Count(item => item.Found), eventItems.Length);
        Share("figures", figures.Count(item => item.Found), figures.Length);
        Share("control", control.Count(item => item.Found), control.Length);
        var ledger = new LedgerMatcher(story);
        LedgerItem[] byDay = [.. ledger.Control()], series = [.. ledger.Series()], statuses = [.. ledger.Statuses()];
        Share("series", series.Count(item => item.Right), series.Length);
        Share("statuses", statuses.Count(item => item.Right), statuses.Length);
        LedgerItem[] asked = [.. byDay, .. series, .. statuses], read = [.. asked.Where(item => item.Read)];
        if (series.Length + statuses.Length > 0)
        {
            Share("ledger", asked.Count(item => item.Right), asked.Length);
            Share("ledger_read", read.Count(item => item.Right), read.Length);
        }

        foreach (Item item in all)
        {
            details.Add($"{(item.Found ? "found " : item.Must ? "MISSED" : "missed")} {item.Id}{(item.Must ? " (must)" : "")}{(item.Claims > 0 ? $"  claims {item.ClaimsFound}/{item.Claims}" : "")}");
            details.AddRange(item.Notes.Select(note => $"         {note}"));
        }
        details.AddRange(series.Concat(statuses).Select(item => $"{(item.Right ? "right " : item.Read ? "WRONG " : "unread")} {item.Id}: {item.Note}"));
        foreach ((string sentence, IReadOnlyList<string>? violations) in mustNot)
        {
            details.Add($"{(violations is null ? "not checked" : violations.Count > 0 ? "VIOLATED" : "kept")}: must not {sentence}");
            details.AddRange((violations ?? []).Take(5).Select(violation => $"         {violation}"));
        }
        foreach (var cause in all.SelectMany(item => item.Causes).GroupBy(cause => cause, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)) details.Add($"claims missed: {cause.Count()} {cause.Key}");
        var checks = new ReportChecks(story);
        Several("dispatches", checks.Dispatches());
        Several("metadata", checks.Metadata());
        Several("actors", ReportChecks.Identity(story.Gold.SameActor, story.Record.Actors));
        Several("places", ReportChecks.Identity(story.Gold.SamePlace, story.Record.Places));
        return new SetResult(set, scores, goldHash, null, details);

        void Several(string metric, (double Right, int Of, List<string> Notes) result)
        {
            Share(metric, result.Right, result.Of);
            details.AddRange(result.Notes.Select(note => $"{metric}: {note}"));
        }

        void Share(string metric, double right, int of)
        {
            if (of > 0) scores.Add(new Score(set, metric, right / of, of, seconds));
        }
    }
}
