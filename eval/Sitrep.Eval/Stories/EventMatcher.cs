namespace Sitrep.Eval.Stories;

/// <summary>Finds the events a reader wrote down. Rules: eval/README.md.</summary>
internal sealed class EventMatcher(Story story)
{
    /// <summary>An event of the record may be dated this much more widely than the gold and still be that event, in days.</summary>
    private const int WidthMax = 31;

    public IEnumerable<EventView> Matches(GoldEvent gold) => story.Record.Events.Where(one => Misses(gold, one).Count == 0);

    public Item Match(GoldEvent gold)
    {
        EventView[] matched = [.. Matches(gold)];
        HashSet<string> related = [.. story.Record.Events.Where(one => Misses(gold, one).All(miss => miss is "actor" or "target" or "expected")).Select(one => one.Id)];
        var notes = new List<string> { $"looked for: {string.Join("|", gold.Types)} @ {gold.Place ?? "any place"} {string.Join(",", gold.When.Select(day => day.ToString()))} actor {string.Join("|", gold.Actors)} target {string.Join("|", gold.Targets)}" };
        if (matched.Length > 0) notes.AddRange(matched.Take(3).Select(one => $"matches: {story.Describe(one)}"));
        else notes.AddRange(Nearest(gold));

        var causes = new List<string>();
        int found = 0, said = 0, saidRight = 0;
        foreach (GoldClaim claim in gold.Claims)
        {
            ClaimView? hit = story.Record.Claims.FirstOrDefault(one => related.Contains(one.About) && Fits(claim, one, gold));
            if (hit is not null)
            {
                found++;
                if (claim.Said is { } day)
                {
                    said++;
                    if (hit.Said?.Overlaps(day) == true) saidRight++;
                    else notes.Add($"said {hit.Said?.ToString() ?? "undated"} instead of {day}: {story.Describe(hit)}");
                }
            }
            else
            {
                notes.Add($"no claim: {claim.Stance} by {claim.Source ?? "anyone"} in {claim.Report}: \"{claim.QuoteHas}\"");
                notes.AddRange(NearestClaims(claim, gold, related, out string cause));
                causes.Add(cause);
            }
        }
        bool enough = found * 2 >= gold.Claims.Length;   // half of them, rounded up
        return new Item(gold.Id, gold.Must, matched.Length > 0 && enough, notes) { Claims = gold.Claims.Length, ClaimsFound = found, Said = said, SaidRight = saidRight, Causes = causes };
    }

    private bool Fits(GoldClaim gold, ClaimView claim, GoldEvent of) =>
        story.IsReport(gold.Report, claim) && story.HasWords(gold.QuoteHas, claim) && StanceFits(gold, claim, of) && story.IsSource(gold.Source, claim);

    private bool StanceFits(GoldClaim gold, ClaimView claim, GoldEvent of) =>
        claim.Stance == gold.Stance || (EventTypes.IsForecast(of) && (claim.Stance == "expects" || story.Record.Event(claim.About)?.Expected == true));

    /// <summary>What of the gold an event does not have; empty when it matches.</summary>
    private List<string> Misses(GoldEvent gold, EventView one)
    {
        var misses = new List<string>();
        if (!EventTypes.Allows(gold, one.Type)) misses.Add("type");
        bool expected = one.Expected || (EventTypes.IsForecast(gold) && story.Record.Claims.Any(claim => claim.About == one.Id && claim.Stance == "expects"));
        if (expected != EventTypes.IsForecast(gold)) misses.Add("expected");
        if (gold.Place is not null && !story.IsPlace(gold.Place, one.Place)) misses.Add("place");
        if (gold.When.Length > 0 && !WhenFits(gold, one)) misses.Add("when");
        if (gold.Actors.Length > 0 && !HasRole(gold.Actors, one, ["actor", "with"])) misses.Add("actor");
        // Reports often leave the target out; a wrong one is a miss, none is not.
        if (gold.Targets.Length > 0 && one.Roles.Any(role => role.Role is "target" or "from") && !HasRole(gold.Targets, one, ["target", "from"])) misses.Add("target");
        return misses;
    }

    private static bool WhenFits(GoldEvent gold, EventView one) =>
        one.When is { } when && gold.When.Any(day => day.Overlaps(when) && when.Length <= Math.Max(WidthMax, day.Length));

    private bool HasRole(string[] wanted, EventView one, string[] roles) =>
        one.Roles.Any(role => roles.Contains(role.Role) && wanted.Any(name => story.IsActor(name, role.Actor)));

    private IEnumerable<string> Nearest(GoldEvent gold)
    {
        return story.Record.Events
            .Select(one => (Event: one, Misses: Misses(gold, one)))
            .OrderBy(pair => pair.Misses.Count + (pair.Misses.Contains("type") ? 1 : 0)).ThenBy(pair => pair.Event.Id, StringComparer.Ordinal)
            .Take(2).Select(pair => $"nearest: {story.Describe(pair.Event)}; wrong: {string.Join(", ", pair.Misses)}");
    }

    /// <param name="cause">What the claim that comes nearest has wrong, or that nothing was read.</param>
    private string[] NearestClaims(GoldClaim gold, GoldEvent of, HashSet<string> related, out string cause)
    {
        ClaimView[] there = [.. story.Record.Claims.Where(claim => story.IsReport(gold.Report, claim) && story.HasWords(gold.QuoteHas, claim))];
        if (there.Length == 0)
        {
            bool printed = gold.QuoteHas is null || gold.Report is null || (story.Record.ReportOf(gold.Report) is { } report
                && story.Received.TryGetValue(report.Id, out string? text) && Quotes.Find(text, gold.QuoteHas) is not null);
            cause = printed ? "nothing read" : "gold not in the report";
            return [printed ? "  nothing was read at these words" : "  these words do not stand in that report: check the gold"];
        }
        (ClaimView Claim, List<string> Wrong)[] near = [.. there.Select(claim => (claim, Wrong(claim))).OrderBy(one => one.Item2.Count).Take(3)];
        cause = string.Join(" and ", near[0].Wrong.Select(wrong => wrong.StartsWith("about ", StringComparison.Ordinal) ? EventCause(near[0].Claim, of) : wrong));
        return [.. near.Select(one => $"  there: {story.Describe(one.Claim)}; wrong: {string.Join(", ", one.Wrong)}")];

        List<string> Wrong(ClaimView claim)
        {
            var wrong = new List<string>();
            if (!StanceFits(gold, claim, of)) wrong.Add("stance");
            if (!story.IsSource(gold.Source, claim)) wrong.Add("source");
            if (!related.Contains(claim.About)) wrong.Add(story.Record.Event(claim.About) is { } about ? $"about {story.Describe(about)}" : $"about {claim.About}");
            return wrong;
        }
    }

    private string EventCause(ClaimView claim, GoldEvent of) =>
        story.Record.Event(claim.About) is { } about && Misses(of, about).Where(miss => miss is "type" or "place" or "when").ToArray() is [_, ..] misses ? $"event's {string.Join(" and ", misses)}" : "another event or figure";
}
