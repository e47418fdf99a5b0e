using System.Text.Json;
using Sitrep.Eval.Scores;
using Sitrep.Eval.Stories;

namespace Sitrep.Tests.Eval;

public sealed class StoryScorerTests
{
    private const string Text = "The army took Portville on Sunday, it said. Rebels denied the town had fallen. Analysts expect more fighting.";

    private const string Gold = """
        { "reports": [{"id": "r", "published": "2024-03-03", "readerComments": 0}, {"id": "s"}],
          "dispatches": {"sameText": [["r", "s"]], "independentTellings": 1},
          "sameActor": [["Ruritanian army", "the army"]],
          "placesNear": {"Portville": [10.0, 20.0], "toleranceKm": 25},
          "events": [
            {"id": "E1", "must": true, "type": ["capture"], "place": "Portville", "actor": ["Ruritanian army"], "when": ["2024-03-03"], "claims": [
              {"source": "Ruritanian army", "stance": "affirms", "report": "r", "quoteHas": "took Portville"},
              {"source": "Rebels", "stance": "denies", "said": "2024-03-03", "report": "r", "quoteHas": "denied the town"}]},
            {"id": "E2", "type": ["forecast"], "claims": [{"report": "r", "stance": "expects", "quoteHas": "expect more fighting"}]}],
          "figures": [{"id": "F1", "must": true, "measure": "killed", "low": 4, "high": 4, "report": "r"}],
          "control": [{"id": "K1", "must": true, "place": "Portville", "asOf": "2024-03-03", "holder": "contested (army claims it)"}],
          "mustNot": ["count r and s as two sources", "report the expected fighting as something that happened", "merge the rebels' denial into the affirmations", "sing"] }
        """;

    [Fact]
    public void A_right_record_finds_everything()
    {
        SetResult result = Score(Record());
        Assert.Equal(1, Value(result, "must"));
        Assert.Equal(0, Value(result, "mustnot"));
        Assert.Equal(1, Value(result, "claims"));
        Assert.Equal(1, Value(result, "said"));
        Assert.Equal(1, Value(result, "dispatches"));
        Assert.Equal(3, result.Scores.Single(score => score.Metric == "mustnot").Count);
        Assert.Contains(result.Details, line => line == "not checked: must not sing");
    }

    [Fact]
    public void A_denial_read_as_an_affirmation_is_a_violation_and_no_claim()
    {
        SetResult result = Score(Record(denial: "affirms"));
        Assert.Equal(1, Value(result, "mustnot"));
        Assert.Equal(2.0 / 3, Value(result, "claims"), 3);
        Assert.Equal(1, Value(result, "must"));   // one of two claims is half of them
    }

    [Fact]
    public void A_copy_in_another_dispatch_is_a_violation() => Assert.Equal(1, Value(Score(Record(copyDispatch: "d2")), "mustnot"));

    [Fact]
    public void A_forecast_told_as_fact_is_a_violation()
    {
        SetResult result = Score(Record(expected: false, forecast: "affirms"));
        Assert.Equal(1, Value(result, "mustnot"));
        Assert.Equal(0.5, Value(result, "events"));
    }

    [Fact]
    public void A_wrong_day_misses_the_event_and_the_nearest_is_named()
    {
        SetResult result = Score(Record(day: "2024-03-10"));
        Assert.Equal(2.0 / 3, Value(result, "must"), 3);
        Assert.Contains(result.Details, line => line.Contains("nearest: e1", StringComparison.Ordinal) && line.EndsWith("wrong: when", StringComparison.Ordinal));
    }

    [Fact]
    public void A_place_matches_by_nearness_under_another_name() => Assert.Equal(1, Value(Score(Record(place: "Puerto", lat: 10.1)), "must"));

    [Fact]
    public void A_far_place_under_another_name_does_not_match() => Assert.Equal(1.0 / 3, Value(Score(Record(place: "Puerto", lat: 11)), "must"), 3);

    [Fact]
    public void An_empty_record_finds_nothing_and_does_not_fail() =>
        Assert.Equal(0, Value(Score("""{"schema": "sitrep-record/1", "reports": []}"""), "must"));

    private static double Value(SetResult result, string metric) => result.Scores.Single(score => score.Metric == metric).Value;

    private static SetResult Score(string record)
    {
        using JsonDocument gold = JsonDocument.Parse(Gold);
        using JsonDocument json = JsonDocument.Parse(record);
        var received = new Dictionary<string, string>(StringComparer.Ordinal) { ["r1"] = Text, ["r2"] = Text };
        return StoryScorer.Score("story", new Story(new StoryGold(gold.RootElement), new RecordView(json.RootElement), received), "hash", 0.1);
    }

    private static string Record(
        string denial = "denies", string copyDispatch = "d1", bool expected = true, string forecast = "expects", string day = "2024-03-03", string place = "Portville", double lat = 10)
    {
        string Claim(string id, string about, string stance, string? source, string words)
        {
            int at = Text.IndexOf(words, StringComparison.Ordinal);
            string by = source is null ? "null" : $"\"{source}\"";
            return $$"""{"id": "{{id}}", "about": "{{about}}", "stance": "{{stance}}", "source": {{by}}, "via": [], "said": {"start": "{{day}}", "end": "{{day}}"}, "report": "r1", "span": {"start": {{at}}, "end": {{at + words.Length}}, "exact": "{{words}}"} }""";
        }
        return $$"""
            { "schema": "sitrep-record/1",
              "reports": [{"id": "r1", "input": "r.txt", "published": "2024-03-03", "dispatch": "d1", "zones": []}, {"id": "r2", "input": "s.txt", "dispatch": "{{copyDispatch}}", "zones": []}],
              "actors": [{"id": "a1", "name": "Ruritanian troops", "aliases": ["the army"]}, {"id": "a2", "name": "Rebels", "aliases": []}],
              "places": [{"id": "p1", "name": "{{place}}", "aliases": [], "lat": {{lat.ToString(System.Globalization.CultureInfo.InvariantCulture)}}, "lon": 20.0, "precision": "town"}],
              "events": [
                {"id": "e1", "type": "capture", "place": "p1", "when": {"start": "{{day}}", "end": "{{day}}"}, "roles": [{"role": "actor", "actor": "a1"}], "expected": false},
                {"id": "e2", "type": "clash", "place": null, "when": null, "roles": [], "expected": {{(expected ? "true" : "false")}}}],
              "figures": [{"id": "f1", "measure": "killed", "low": 4, "best": 4, "high": 4, "claims": ["c1"]}],
              "claims": [
                {{Claim("c1", "e1", "affirms", "a1", "army took Portville")}},
                {{Claim("c2", "e1", denial, "a2", "town had fallen")}},
                {{Claim("c3", "e2", forecast, null, "more fighting")}}],
              "control": [{"place": "p1", "spans": [{"from": "2024-03-01", "to": "2024-03-05", "state": "contested", "holder": "a1"}]}],
              "persons": [], "photos": [] }
            """;
    }
}
