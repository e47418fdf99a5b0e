namespace Sitrep.Eval.Stories;

/// <summary>A record, what it should hold, and the texts it was read from.</summary>
internal sealed class Story
{
    public Story(StoryGold gold, RecordView record, IReadOnlyDictionary<string, string> receivedByReport, IReadOnlyDictionary<DateOnly, RecordView>? earlier = null)
    {
        (Gold, Record, Received) = (gold, record, receivedByReport);
        Earlier = (earlier ?? new Dictionary<DateOnly, RecordView>()).ToDictionary(day => day.Key, day => new Story(gold, day.Value, receivedByReport));
        Actors = new Names(gold.SameActor);
        Places = new Names(gold.SamePlace);
    }

    public StoryGold Gold { get; }
    public RecordView Record { get; }

    /// <summary>Text as received, by id of the record's report.</summary>
    public IReadOnlyDictionary<string, string> Received { get; }

    /// <summary>The same story as it was known by earlier days.</summary>
    public IReadOnlyDictionary<DateOnly, Story> Earlier { get; }

    public Names Actors { get; }
    public Names Places { get; }

    public bool IsPlace(string wanted, string? placeId)
    {
        if (Record.Place(placeId) is not { } place) return false;
        if (Places.MatchPlace(wanted, place.Names)) return true;
        return place is { Lat: { } lat, Lon: { } lon, Precision: not ("region" or "country") }
            && Gold.Near.TryGetValue(wanted, out (double Lat, double Lon) near) && Kilometres(near.Lat, near.Lon, lat, lon) <= Gold.ToleranceKm
            && !Gold.Near.Keys.Any(other => other != wanted && Places.MatchPlace(other, place.Names));   // a near place with its own name is another place
    }

    public bool IsActor(string wanted, string? actorId) => actorId is not null && Actors.Match(wanted, Record.ActorNames(actorId));

    /// <summary>True when the claim's report is the one meant, or a copy of it.</summary>
    public bool IsReport(string? goldId, ClaimView claim)
    {
        if (goldId is null) return true;
        if (Record.ReportOf(goldId) is not { } wanted) return false;
        return claim.Report == wanted.Id || (wanted.Dispatch is not null && Record.Report(claim.Report)?.Dispatch == wanted.Dispatch);
    }

    public bool IsSource(string? wanted, ClaimView claim)
    {
        if (wanted is null) return true;
        List<string> names = [.. Record.ActorNames(claim.Source), .. Record.ActorNames(Record.Actor(claim.Source)?.MemberOf), .. claim.Via.SelectMany(Record.ActorNames)];
        if (claim.SourceWords is not null) names.Add(claim.SourceWords);
        return names.Count > 0 && Actors.MatchSource(wanted, names);
    }

    /// <summary>True when the claim's words are, hold or touch the quoted ones.</summary>
    public bool HasWords(string? quote, ClaimView claim)
    {
        if (quote is null) return true;
        if (Quotes.Fold(claim.Exact).Contains(Quotes.Fold(quote).Trim(), StringComparison.Ordinal)) return true;
        return Received.TryGetValue(claim.Report, out string? text) && Quotes.Find(text, quote) is { } at && claim.Start < at.End && at.Start < claim.End;
    }

    public string Describe(EventView one) =>
        $"{one.Id} {one.Type}{(one.Expected ? " (expected)" : "")} @ {Record.Place(one.Place)?.Names[0] ?? "-"} {one.When?.ToString() ?? "undated"} "
        + $"[{string.Join("; ", one.Roles.Select(role => $"{role.Role} {Record.ActorNames(role.Actor).FirstOrDefault()}"))}] \"{one.Summary}\"";

    public string Describe(ClaimView one) =>
        $"{one.Id} {one.Stance} by {Record.ActorNames(one.Source).FirstOrDefault() ?? one.SourceWords ?? "narration"}{(one.SourceWords is null ? "" : $" (\"{one.SourceWords}\")")} "
        + $"in {Record.Report(one.Report)?.Input}: \"{(one.Exact.Length > 140 ? one.Exact[..140] + "…" : one.Exact).ReplaceLineEndings(" ")}\"";

    /// <summary>Great-circle distance on a sphere of 6,371 km (haversine).</summary>
    public static double Kilometres(double lat1, double lon1, double lat2, double lon2)
    {
        double north = double.DegreesToRadians(lat2 - lat1), east = double.DegreesToRadians(lon2 - lon1);
        double a = Math.Pow(Math.Sin(north / 2), 2) + Math.Cos(double.DegreesToRadians(lat1)) * Math.Cos(double.DegreesToRadians(lat2)) * Math.Pow(Math.Sin(east / 2), 2);
        return 2 * 6371 * Math.Asin(Math.Min(1, Math.Sqrt(a)));
    }
}

/// <summary>One thing looked for.</summary>
/// <param name="Must">True when a report may not miss it.</param>
/// <param name="Notes">What was looked for and what came nearest.</param>
internal sealed record Item(string Id, bool Must, bool Found, IReadOnlyList<string> Notes)
{
    public int Claims { get; init; }
    public int ClaimsFound { get; init; }
    public int Said { get; init; }
    public int SaidRight { get; init; }

    /// <summary>For each claim that was not found, what was wrong with the nearest.</summary>
    public IReadOnlyList<string> Causes { get; init; } = [];
}
