using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Corroborate.Events;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Disasters;

namespace Sitrep.Pipeline.Corroborate.Figures;

/// <summary>What is counted: figures that agree in it may be compared, and no others.</summary>
/// <param name="Place">Empty for all that the story is about.</param>
/// <param name="Population">Empty for people in general.</param>
/// <param name="Scope">Id of the one event counted; empty for a toll.</param>
/// <param name="Cause">What killed or hurt those counted, where the story tells of two causes; null elsewhere.</param>
/// <param name="Storm">Name of the storm that did, where the story tells of two; null elsewhere.</param>
internal sealed record CountOf(Measure Measure, string Story, string Place, string Population, string Scope, IncidentCause? Cause, string? Storm);

/// <summary>Which figure replaces which, and which stand against each other.</summary>
/// <remarks>Only figures of one measure, population, place and story are compared; others stand side by side as different quantities.</remarks>
internal sealed class FigureSeries(StoryMap stories, IReadOnlyDictionary<string, Actor> actors, IReadOnlyDictionary<string, Place> places, Witnesses witnesses, Parties parties, WordSets words, Func<ResolvedClaim, string, bool> isPart)
{
    /// <summary>A toll told as what the disaster did ("a quake that killed …") may be so many times the last count.</summary>
    private const int TimesMax = 10;

    /// <summary>Counts of the displaced by several sources that lie farther apart than this are of different things.</summary>
    private const int FarMax = 10;

    /// <summary>Days within which a round "more than" may repeat an exact count.</summary>
    private const int RoundedDays = 3;

    /// <summary>Opens the scope of counts of years: "since 1941".</summary>
    public const string SinceScope = "since/";

    /// <summary>A round number is of the same thing as one that differs by no more than this part of it.</summary>
    private const int AboutShare = 10;

    /// <summary>Counts that a country must have of its own before a story is held to be of several countries; one is an aside.</summary>
    private const int LandCountsMin = 2;

    /// <summary>Smallest number that a toll may go on from; smaller ones are told of many events.</summary>
    private const int OwnCount = 10;

    /// <summary>How many times the first count of an event its toll may be.</summary>
    private const int TollGrowth = 2;

    /// <summary>Days after an event within which a toll that names none is of it.</summary>
    private const int TollDays = 7;

    private readonly HashSet<string> _ofSeveralLands = new(StringComparer.Ordinal);

    /// <returns>The figures that may be compared, each list in the order in which its numbers became known.</returns>
    public ImmutableArray<(CountOf Of, ImmutableArray<FigureGroup> InOrder)> Compare(IEnumerable<FigureGroup> groups)
    {
        var all = ImmutableArray.CreateBuilder<(CountOf, ImmutableArray<FigureGroup>)>();
        // What nobody dates cannot be put in order.
        FigureGroup[] comparable = [.. groups.Where(group => group.Day is not null && group.Reading.Measure != Measure.Other && !IsPast(group) && !group.Elsewhere)];
        _ofSeveralLands.UnionWith(comparable.Where(group => group.ToldPlace is not null && places.TryGetValue(group.ToldPlace, out Place? land) && land.Precision == PlacePrecision.Country)
            .GroupBy(group => (group.Story, group.ToldPlace)).Where(land => land.Count() >= LandCountsMin).GroupBy(land => land.Key.Story, StringComparer.Ordinal).Where(story => story.Count() > 1).Select(story => story.Key));
        // The sick and the displaced of one place stand beside those of all, told without a place; a toll without one may be a later count of the same.
        ILookup<(Measure, string, string, string), long?> wide = comparable.Where(group => (group.ToldPlace is not null || group.Reading.Measure is Measure.Affected or Measure.Displaced or Measure.Refugees or Measure.Detained) && IsWide(group.ToldPlace, group.Story)).SelectMany(group => group.Claims.Select(claim => (Key: (group.Reading.Measure, group.Story, Population(group.Subject), claim.Dispatch), group.Number))).ToLookup(one => one.Key, one => one.Number);
        // A disaster's toll without one that is many times the town's in the same telling is no later count of the town's.
        ILookup<(Measure, string, string), long?> unplaced = comparable.Where(group => group.OfDisaster && group.ToldPlace is null).SelectMany(group => group.Claims.Select(claim => (Key: (group.Reading.Measure, group.Story, claim.Dispatch), group.Number))).ToLookup(one => one.Key, one => one.Number);
        // What the words say another number took the place of, or took the place of it, is counted as that one is.
        HashSet<(Measure, string, long?)> revised = [.. comparable.Where(group => group.Reading.Revises is not null).Select(group => (group.Reading.Measure, group.Story, group.Reading.Revises))];
        foreach (FigureGroup group in comparable) group.Running = IsToll(group) || group.Event is null || group.Reading.Revises is not null || revised.Contains((group.Reading.Measure, group.Story, group.Number));
        JoinTolls(comparable);
        // Floods and shootings of one town may lie in one story; their dead are two counts.
        // What is told of a count in a word that fits several of them is of the one that the story mostly tells of.
        Dictionary<string, IncidentCause> mixed = comparable.Where(group => group.Cause is not null).GroupBy(group => group.Story, StringComparer.Ordinal).Where(story => story.Any(one => story.Any(other => IncidentCauses.Differ(one.Cause, other.Cause))))
            .ToDictionary(story => story.Key, story => story.GroupBy(group => group.Cause!.Value).OrderByDescending(cause => cause.Count()).ThenBy(cause => cause.Key).First().Key, StringComparer.Ordinal);
        // Two storms of one land, a week apart: what names neither is of the one that most counts are of.
        Dictionary<string, string> storms = comparable.Where(group => group.Storm is not null).GroupBy(group => group.Story, StringComparer.Ordinal).Where(story => story.Select(group => group.Storm).Distinct(StringComparer.Ordinal).Skip(1).Any())
            .ToDictionary(story => story.Key, story => story.GroupBy(group => group.Storm!, StringComparer.Ordinal).OrderByDescending(storm => storm.Count()).ThenBy(storm => storm.Key, StringComparer.Ordinal).First().Key, StringComparer.Ordinal);   // not null: filtered above
        foreach (var series in comparable.GroupBy(group => new CountOf(group.Reading.Measure, group.Story, PlaceOf(group, wide, unplaced), Population(group.Subject), group.SinceYear is { } year ? SinceScope + year : group.Running ? "" : group.Event!, mixed.TryGetValue(group.Story, out IncidentCause main) ? IncidentCauses.Differ(group.Cause, main) ? group.Cause : main : null, storms.TryGetValue(group.Story, out string? most) ? group.Storm ?? most : null)))   // what does not run counts an event
        {
            // "fell to 165 from 218": the number that falls comes behind the one it fell from.
            FigureGroup? head = null;
            var standing = new List<FigureGroup>();
            ImmutableArray<FigureGroup> inOrder = [.. series.OrderBy(group => group.Day).ThenBy(group => group.Known ?? DateOnly.MaxValue).ThenBy(group => Math.Max(group.Number ?? 0, group.Reading.Revises ?? 0)).ThenBy(group => group.Reading.Revises is not null).ThenBy(group => group.Id, StringComparer.Ordinal)];
            bool hasWhole = inOrder.Any(group => !group.Reading.Part);
            foreach (FigureGroup group in inOrder)
            {
                // "six new deaths", "including 15 deaths": beside counts of the whole they are parts, and revise nothing.
                if (hasWhole && group.Reading is { Part: true, Revises: null })
                {
                    group.IsPart = true;
                    continue;
                }
                if (!group.Claims.Any(claim => claim.Claim.Stance == Stance.Affirms))
                {
                    group.Change = group.Claims.Any(claim => claim.Claim.Stance == Stance.Denies) ? SeriesChange.Denied : SeriesChange.Beside;
                    continue;
                }
                head = Next(head, group, standing);
                standing.RemoveAll(earlier => earlier.RevisedBy is not null || earlier.IsPart || earlier.IsApart);
                if (!group.IsPart && !group.IsApart) standing.Add(group);
            }
            all.Add((series.Key, inOrder));
        }
        // "6,000 people, up from 2,839": the words join what differs in whom it counts.
        ILookup<(Measure, string, long?), FigureGroup> byNumber = comparable.ToLookup(group => (group.Reading.Measure, group.Story, group.Number));
        foreach (FigureGroup group in comparable.Where(group => group.Reading.Revises is not null))
        {
            foreach (FigureGroup earlier in byNumber[(group.Reading.Measure, group.Story, group.Reading.Revises)].Where(other => other != group && other.RevisedBy is null && (other.Known ?? DateOnly.MaxValue) <= group.Known)) group.Outdate(earlier);
        }
        return all.DrainToImmutable();
    }

    /// <summary>"killed at least 52", and on the morrow "the death toll rose to 54": where the story tells of one event that the toll can be of, the toll goes on from its count.</summary>
    private void JoinTolls(FigureGroup[] comparable)
    {
        foreach (var story in comparable.Where(group => group.Reading is { Measure: Measure.Killed or Measure.Injured, Part: false } && Population(group.Subject).Length == 0).GroupBy(group => (group.Story, group.Reading.Measure)))
        {
            foreach (var town in story.Where(group => group.ToldPlace is not null && !IsWide(group.ToldPlace, group.Story)).GroupBy(group => group.ToldPlace, StringComparer.Ordinal)) JoinTown([.. town]);
            FigureGroup? toll = story.Where(group => group.Running && group.Reading.Stock && group.Number >= OwnCount && IsWide(group.ToldPlace, group.Story)).MinBy(group => group.Day);
            if (toll is null) continue;
            var events = story.Where(group => !group.Running && group.Event is not null && !IncidentCauses.Differ(group.Cause, toll.Cause)).GroupBy(group => group.Event!, StringComparer.Ordinal)
                .Where(counts => counts.Max(group => group.Number) is { } most && most >= OwnCount && most <= toll.Number && toll.Number <= TollGrowth * most
                    && counts.All(group => group.Day <= toll.Day && toll.Day!.Value.DayNumber - group.Day!.Value.DayNumber <= TollDays)).Take(2).ToArray();   // comparable ones have days
            if (events is [var counted]) foreach (FigureGroup group in counted) (group.Running, group.OfToll) = (true, true);
        }
    }

    // "the toll from the strike in X was revised down to 40": a toll of a town goes on from the one event there that it can be of, up or down.
    private static void JoinTown(FigureGroup[] town)
    {
        foreach (FigureGroup toll in town.Where(group => group.Running && group.Reading.Stock))
        {
            var events = town.Where(group => !group.Running && group.Event is not null && !IncidentCauses.Differ(group.Cause, toll.Cause) && group.Day <= toll.Day && toll.Day!.Value.DayNumber - group.Day!.Value.DayNumber <= TollDays   // comparable ones have days
                    && !(toll.Blow is { } struck && group.Blow is { } before && struck.DaysApart(before) > EventMatcher.DatedGapMax))
                .GroupBy(group => group.Event!, StringComparer.Ordinal).Take(2).ToArray();
            if (events is [var counted] && counted.Max(group => group.Number) is { } most && toll.Number <= TollGrowth * most && most <= TollGrowth * toll.Number) foreach (FigureGroup group in counted) group.Running = true;
        }
    }

    // A count of the place that the story is about is the story's count, unless the same telling gives a wider one beside it.
    private string PlaceOf(FigureGroup group, ILookup<(Measure, string, string, string), long?> wide, ILookup<(Measure, string, string), long?> unplaced)
    {
        if (group.OfToll || IsWide(group.ToldPlace, group.Story)) return "";
        bool whole = group.ToldPlace is not null && (group.ToldPlace == stories.FocusOf(group.Story) || group.Struck) && !group.Claims.Any(claim => isPart(claim, places[group.ToldPlace].Name)) && !group.Claims.Any(claim => wide[(group.Reading.Measure, group.Story, Population(group.Subject), claim.Dispatch)].Any(number => number > group.Number))
            && !group.Claims.Any(claim => unplaced[(group.Reading.Measure, group.Story, claim.Dispatch)].Any(number => number > TollGrowth * group.Number));
        return whole ? "" : group.ToldPlace!;   // what is not wide has a place
    }

    /// <returns>The figure that now stands.</returns>
    private FigureGroup Next(FigureGroup? main, FigureGroup group, List<FigureGroup> standing)
    {
        if (main is null) return group;
        bool tally = group.Reading.Measure is Measure.Killed or Measure.Injured, grows = tally || group.Reading.Measure is Measure.Displaced or Measure.Detained or Measure.Refugees;
        // What the words name is revised; else a source revises itself before it revises others, and a toll the nearest one below it.
        FigureGroup head = standing.LastOrDefault(earlier => group.Reading.Revises is { } old && old == earlier.Number) ?? standing.LastOrDefault(earlier => ShareClaimant(earlier, group))
            ?? (grows ? standing.Where(earlier => earlier.Number <= group.Number && earlier.Day < group.Day).MaxBy(earlier => earlier.Number) : null) ?? main;
        bool told = group.Reading.Revises is { } named && named == head.Number;
        if (!told && group.Reading.Part && !head.Reading.Part) return Part(group, main);   // however low the last count of the whole
        bool sameClaimant = ShareClaimant(head, group);
        if (!told && group.Number == head.Number)
        {
            group.Change = SeriesChange.Same;
            return main;
        }
        group.Change = SeriesChange.Beside;
        // Those detained in a town are some of those detained in the country.
        if (!told && group.Reading.Measure == Measure.Detained && Precision(head) is PlacePrecision.Town && Precision(group) is PlacePrecision.Country && group.Number > head.Number)
        {
            head.IsPart = true;
            return group;
        }
        // "Some claim that more than 340 died": a claim set against what is counted takes the place of nothing.
        if (!told && !sameClaimant && IsClaimed(group) && !IsClaimed(head))
        {
            if (!Agree(head.Reading.Quantity, group.Reading.Quantity)) (head.Contested, group.Contested) = (true, true);
            group.IsApart = true;
            return main;
        }
        // "80 dead: 31 on one side and 50 on the other": counts of one sentence are a whole and its parts.
        if (!told && head.Claims.Any(a => group.Claims.Any(b => a.Claim.ReportId == b.Claim.ReportId && a.Claim.Span == b.Claim.Span)))
        {
            if (group.Number < head.Number) return Part(group, main);
            head.IsPart = true;
            return group;
        }
        // "More than 1,000" told beside 1,526 is no fall: it is the same count, rounded.
        if (!told && group.Reading.Quantity.Qualifier == Qualifier.AtLeast && IsRound(group.Number) && group.Number < head.Number && group.Number >= head.Number / 2 && Math.Abs((group.Day ?? default).DayNumber - (head.Day ?? default).DayNumber) <= RoundedDays) return main;
        // "pulled four bodies from the rubble", and a toll of 154: what a day added is a part of it.
        if (!told && tally && !head.Reading.Stock && head.Event is null && group.Reading.Stock && group.Number / TimesMax >= head.Number)
        {
            head.IsPart = true;
            return group;
        }
        // A count of one event gives way to a toll; many times the toll is another disaster's.
        if (tally && !head.Running && group.Running && group.Number < head.Number) return group;
        if (tally && !group.Reading.Stock && group.Number / TimesMax > head.Number && !(group.ToldPlace is not null && group.ToldPlace == head.ToldPlace)) return main;
        // A count of what one event added, or one far below the toll, is of a part.
        if (!told && tally && (!group.Running && group.Number < head.Number || group.Number < head.Number / 2)) return Part(group, main);
        // One telling that gives two such unlike counts of the displaced speaks of two things: before this, and through this.
        if (!told && !tally && ShareDispatch(head, group) && Math.Max(group.Number ?? 0, head.Number ?? 0) / TimesMax > Math.Min(group.Number ?? 0, head.Number ?? 0))
        {
            FigureGroup far = group.Number > head.Number ? group : head;
            far.IsApart = true;
            return far == group ? main : group;
        }
        if (!told && !sameClaimant && AreEnemies(head, group))
        {
            if (!Agree(head.Reading.Quantity, group.Reading.Quantity)) (head.Contested, group.Contested) = (true, true);
            return group;
        }
        // Nor do two newsrooms that give such unlike counts speak of one thing: those who fled today, and all whom the war has displaced.
        if (!told && !tally && !sameClaimant && Math.Max(group.Number ?? 0, head.Number ?? 0) / FarMax > Math.Min(group.Number ?? 0, head.Number ?? 0))
        {
            FigureGroup far = group.Number > head.Number ? group : head;
            far.IsApart = true;
            return far == group ? main : group;
        }
        if (group.Day == head.Day && group.Known == head.Known && !told)
        {
            if (Agree(head.Reading.Quantity, group.Reading.Quantity)) return tally && group.Number > head.Number ? group : main;
            bool bothNamed = head.Claims.Any(claim => claim.Source is not null) && group.Claims.Any(claim => claim.Source is not null);
            bool oneTelling = ShareDispatch(head, group);
            if (!sameClaimant && !(oneTelling && !bothNamed))
            {
                (head.Contested, group.Contested) = (true, true);
                return group;
            }
        }
        // "39 have died since the 8th. Overall, 186 have died this season": one telling of one day that gives both and revises neither gives a part and the whole. A toll is what it rose to.
        if (!told && tally && !(group.Reading.Stock && group.Event is null) && group.Day == head.Day && group.Known == head.Known && ShareDispatch(head, group))
        {
            (group.Number < head.Number ? group : head).IsPart = true;
            return group.Number < head.Number ? main : group;
        }
        // The missing of an agency's list and of a village head's guess are two counts.
        if (!told && !sameClaimant && (group.Reading.Measure == Measure.Missing || !tally && !group.Running)) return group;
        group.Replace(head, sameClaimant);
        if (grows) foreach (FigureGroup earlier in standing.Where(earlier => earlier != head && earlier.Day < group.Day && earlier.Number <= group.Number && !AreEnemies(earlier, group))) group.Outdate(earlier);
        return group;
    }

    private PlacePrecision? Precision(FigureGroup group) => group.ToldPlace is { } told && places.TryGetValue(told, out Place? place) ? place.Precision : null;

    // 1,000, 1,500, 40: two figures that count at most.
    private static bool IsRound(long? number) => number is { } n && n >= 10 && (n < 100 ? n % 10 == 0 : n % (long)Math.Pow(10, n.ToString(System.Globalization.CultureInfo.InvariantCulture).Length - 2) == 0);

    private static bool IsClaimed(FigureGroup group) => group.Claims.TrueForAll(claim => claim.Claim.By.Cue is "claim" or "allege");

    private static FigureGroup Part(FigureGroup group, FigureGroup main)
    {
        group.IsPart = true;
        return main;
    }

    private bool ShareClaimant(FigureGroup one, FigureGroup other) => one.Claims.Any(a => other.Claims.Any(b => witnesses.Claimant(a) == witnesses.Claimant(b)));

    private static bool ShareDispatch(FigureGroup one, FigureGroup other) => one.Claims.Any(a => other.Claims.Any(b => a.Dispatch == b.Dispatch));

    private bool AreEnemies(FigureGroup one, FigureGroup other) => Attributed(one).Any(a => Attributed(other).Any(b => parties.AreEnemies(a.Side!, b.Claimant)));   // Attributed has sides only

    private static IEnumerable<ResolvedClaim> Attributed(FigureGroup group) => group.Claims.Where(claim => claim is { Source: not null, Side: not null });

    // The dead of a disaster are counted as one toll, however they are told.
    private static bool IsToll(FigureGroup group) => group.Reading.Stock || group.OfDisaster && group.Reading.Measure is Measure.Killed or Measure.Injured;

    private static bool IsPast(FigureGroup group) =>
        group.Claims.Any(claim => claim.Dated && claim.When is { } when && when.End.DayNumber < group.Told!.Value.DayNumber - FigureGroup.PastDays);   // asked of dated ones only

    /// <summary>True when a place is all that the story is about: not told, the story's country, or the region of its town.</summary>
    public bool IsWide(string? place, string story)
    {
        if (place is null) return true;
        if (!places.TryGetValue(place, out Place? told) || told.Precision is not (PlacePrecision.Region or PlacePrecision.Country)) return false;
        if (stories.FocusOf(story) is not { } focus || !places.TryGetValue(focus, out Place? about)) return false;
        // "The toll in one country" is not that of a storm that struck three.
        if (told.Precision == PlacePrecision.Country) return told.Country == about.Country && !_ofSeveralLands.Contains(story);
        return told.Id == about.Id || told.Country == about.Country && about.Admin1 is { } admin && (admin.Contains(told.Name, StringComparison.OrdinalIgnoreCase) || told.Name.Contains(admin, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True for the place the story is about and for those around it.</summary>
    public bool IsOfStory(string place, string story) => place == stories.FocusOf(story) || IsWide(place, story);

    /// <summary>Who is counted; empty for people in general.</summary>
    public string Population(string? subject)
    {
        if (subject is null) return "";
        string name = actors.TryGetValue(subject, out Actor? known) ? known.Kind is ActorKind.Population or ActorKind.Other or ActorKind.Person ? known.Name : known.Id : subject;
        // "people dead", "people living in shelters": how they fare is the measure.
        if (name.StartsWith("people ", StringComparison.OrdinalIgnoreCase) && (name[7..] is "killed" || words.Has(WordSet.TheHarmed, name[7..]) || name[7..].StartsWith("living in ", StringComparison.Ordinal) || name[7..].StartsWith("staying in ", StringComparison.Ordinal))) return "";
        string who = name.ToLowerInvariant();
        return words.Has(WordSet.Anybody, who.StartsWith("more ", StringComparison.Ordinal) ? who[5..] : who) ? "" : name;
    }

    private static bool Agree(QuantityMention a, QuantityMention b) =>
        Least(a) <= Most(b) && Least(b) <= Most(a);

    // "nearly 400" may be the 373 of the same day.
    private static long Least(QuantityMention quantity) => quantity is { Qualifier: Qualifier.About, Best: { } about } ? about - about / AboutShare : quantity.Low ?? 0;

    private static long Most(QuantityMention quantity) => quantity is { Qualifier: Qualifier.About, Best: { } about } ? about + about / AboutShare : quantity.High ?? long.MaxValue;
}
