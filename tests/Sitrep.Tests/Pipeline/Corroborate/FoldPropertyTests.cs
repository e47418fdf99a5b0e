using Sitrep.Model.Record;
using Sitrep.Tests.Pipeline.Publish;

namespace Sitrep.Tests.Pipeline.Corroborate;

/// <summary>What holds for every set of claims: their order does not matter, and an earlier day's record is that of the reports known by then.</summary>
public sealed class FoldPropertyTests
{
    private static readonly string[] Places = ["Harbo", "Millen", "Upland"];
    private static readonly string?[] Sources = ["army", "rebels", "observers", "agency", null];
    private static readonly EventType[] Types = [EventType.Capture, EventType.Withdrawal, EventType.Holding, EventType.Clash, EventType.Siege, EventType.Attack];
    private static readonly Stance[] Stances = [Stance.Affirms, Stance.Affirms, Stance.Affirms, Stance.Denies, Stance.Doubts, Stance.Expects];

    [Fact]
    public void The_order_of_claims_does_not_matter()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            string once = Text(Story(seed, 30, order: 0, until: null).Fold());
            for (int order = 1; order < 4; order++) Assert.Equal(once, Text(Story(seed, 30, order, until: null).Fold()));
        }
    }

    [Fact]
    public void An_earlier_day_has_the_record_of_what_was_known_by_then()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            // A record of twelve days' claims holds every claim of its first six unchanged, and those six days alone give one record whatever came later.
            SituationRecord early = Story(seed, 30, 0, until: 6).Fold(), again = Story(seed, 60, 0, until: 6, keep: 30).Fold();
            Assert.Equal(Text(early), Text(again));
        }
    }

    [Fact]
    public void Everything_judged_names_its_rule_and_rests_on_claims()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            SituationRecord record = Story(seed, 40, 0, until: null).Fold();
            HashSet<string> claims = [.. record.Claims.Select(claim => claim.Claim.Id)], sources = [.. record.Sources.Select(source => source.Id)];
            Assert.All(record.Events, happening => Assert.True(happening.StatusRule is not null && happening.Credibility is { Grade: >= 1 and <= 6 } && happening.Witnesses.All(witness => sources.Contains(witness.Claimant))));
            Assert.All(record.Figures, figure => Assert.NotNull(figure.StatusRule));
            Assert.All(record.Control.SelectMany(control => control.Spans), span => Assert.True(span.Rule is not null && span.AgeDays >= 0 && span.Voices.All(voice => voice.Claims.All(claims.Contains))));
            Assert.All(record.Series, series => Assert.True(series.Points.Length > 0 && series.Ranges.Length == 3 && series.Points.All(point => point.Claims.All(claims.Contains))));
            Assert.All(record.Control, control => Assert.All(control.Spans.Zip(control.Spans.Skip(1)), pair => Assert.Equal(pair.First.To.AddDays(1), pair.Second.From)));
        }
    }

    private static string Text(SituationRecord record) => RecordChecks.PublishJson(record).GetRawText();

    /// <param name="order">0: as made; else another order of the same claims.</param>
    /// <param name="until">Last day of March of which reports are kept; null: all.</param>
    /// <param name="keep">Claims kept of those made; the others are of days after <paramref name="until"/>.</param>
    private static TestStory Story(int seed, int claims, int order, int? until, int? keep = null)
    {
        var random = new Random(seed);
        var made = new List<Action<TestStory>>();
        for (int i = 0; i < claims; i++)
        {
            int number = i, day = random.Next(1, 13), said = Math.Min(12, day + random.Next(0, 3));
            string place = Places[random.Next(Places.Length)];
            string? source = Sources[random.Next(Sources.Length)];
            EventType type = Types[random.Next(Types.Length)];
            Stance stance = Stances[random.Next(Stances.Length)];
            bool rebels = random.Next(2) == 0, counts = random.Next(4) == 0;
            long killed = random.Next(1, 200);
            if (keep is { } kept && number >= kept || until is { } last && said > last) continue;
            string report = $"r{said:D2}{(number % 5):D2}", id = $"k{number:D3}";
            made.Add(story =>
            {
                story.Named(id);
                if (counts) story.Figure(report, Measure.Killed, killed, place, source, said: $"2020-03-{said:D2}");
                else story.Event(report, type, place, $"2020-03-{day:D2}", source, rebels ? "rebels" : "army", rebels ? "army" : "rebels", stance, $"2020-03-{said:D2}");
            });
        }
        var shuffle = new Random(order);
        var story = new TestStory();
        foreach (string report in from day in Enumerable.Range(1, until ?? 12) from part in Enumerable.Range(0, 5) select $"r{day:D2}{part:D2}") story.Report(report, $"2020-03-{report[1..3]}", "Harbo, Millen and Upland.");
        foreach (Action<TestStory> make in order == 0 ? made : [.. made.OrderBy(_ => shuffle.Next())]) make(story);
        return story;
    }
}
