using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Events;

/// <summary>Triggers and arguments over whole documents: WikiEvents (Li, Ji and Han 2021).</summary>
internal static class WikiEventsSet
{
    public static EvalSet Of(Locations locations) => PublicSet.Of(locations, "wikievents", ["wikievents"], folder => Parts.Scored(DataFiles.Find(folder, ".jsonl")), Score);

    /// <summary>A part of an event: where it stands and what it is.</summary>
    private readonly record struct Mark(TextSpan Span, string Type);

    private static void Score(string[] files, TallySheet sheet)
    {
        int number = 0;
        foreach (JsonElement document in files.SelectMany(JsonLines.Read))
        {
            if (!document.TryGetProperty("sentences", out JsonElement sentences) || !document.TryGetProperty("event_mentions", out JsonElement mentions)) continue;
            var text = new Detokeniser();
            TextSpan[] words = [.. sentences.EnumerateArray().SelectMany(sentence => text.Add([.. sentence[0].EnumerateArray().Select(word => word[0].GetString() ?? "")]))];
            int report = number++;
            OneReport? read = sheet.Timed(() => OneReport.Of(report, text.Text, clean: false));
            EventReading[] found = [.. (read?.Read.Reading.Claims ?? []).Select(claim => claim.Event).OfType<EventReading>().DistinctBy(happened => happened.Trigger)];
            JsonElement[] gold = [.. mentions.EnumerateArray()];
            Mark[] triggers = [.. gold.Select(one => new Mark(Span(words, one.GetProperty("trigger")), TwoLevels(one.GetProperty("event_type").GetString() ?? "")))];
            Mark[] system = [.. found.Select(happened => new Mark(happened.Trigger, TypeOf(happened.Type)))];
            sheet.Add("trigger_id_f1", Match(triggers, system, typed: false));
            sheet.Add("trigger_f1", Match(triggers, system, typed: true));
            Mark[] wantedConflict = [.. triggers.Where(IsConflict)], foundConflict = [.. system.Where(IsConflict)];
            sheet.Add("conflict_trigger_f1", Match(wantedConflict, foundConflict, typed: true));
            foreach (Mark one in wantedConflict.Where(one => !foundConflict.Any(other => Overlap(one.Span, other.Span) && one.Type == other.Type))) sheet.Details.Add($"wikievents {report}: missed {one.Type}: {Around(text.Text, one.Span)}");
            foreach (Mark one in foundConflict.Where(one => !wantedConflict.Any(other => Overlap(one.Span, other.Span) && one.Type == other.Type))) sheet.Details.Add($"wikievents {report}: extra {one.Type}: {Around(text.Text, one.Span)}");

            Dictionary<string, TextSpan> entities = document.GetProperty("entity_mentions").EnumerateArray().ToDictionary(entity => entity.GetProperty("id").GetString() ?? "", entity => Span(words, entity), StringComparer.Ordinal);
            (Tally id, Tally role) = (default, default);
            for (int i = 0; i < gold.Length; i++)
            {
                Mark[] wanted = [.. gold[i].GetProperty("arguments").EnumerateArray().Where(argument => entities.ContainsKey(argument.GetProperty("entity_id").GetString() ?? ""))
                    .Select(argument => new Mark(entities[argument.GetProperty("entity_id").GetString() ?? ""], argument.GetProperty("role").GetString() ?? ""))];
                Mark[] answered = [.. found.Where(happened => Overlap(happened.Trigger, triggers[i].Span)).Take(1).SelectMany(Arguments)];
                id += Match(wanted, answered, typed: false);
                role += Match(wanted, answered, typed: true);
            }
            sheet.Add("arg_i", id);
            sheet.Add("arg_c", role);
            sheet.EndDocument();
        }
    }

    /// <summary>One to one; spans agree when they overlap, types when one is the other or, for parts, one of its names.</summary>
    private static Tally Match(IReadOnlyList<Mark> gold, IReadOnlyList<Mark> found, bool typed)
    {
        bool[] taken = new bool[found.Count];
        int right = 0;
        foreach (Mark wanted in gold)
        {
            for (int i = 0; i < found.Count; i++)
            {
                if (taken[i] || !Overlap(found[i].Span, wanted.Span) || (typed && !found[i].Type.Split('|').Contains(wanted.Type))) continue;
                taken[i] = true;
                right++;
                break;
            }
        }
        return new Tally(right, found.Count, gold.Count);
    }

    private static IEnumerable<Mark> Arguments(EventReading happened)
    {
        foreach (RoleMention role in happened.Roles)
        {
            string names = role.Role switch
            {
                RoleKind.Actor => "Attacker|Killer|Injurer|Jailer|Demonstrator|Transporter|Communicator|Participant|DamagerDestroyer",
                RoleKind.Target => "Target|Victim|Detainee|Recipient|PassengerArtifact|Artifact|Participant",
                RoleKind.With => "Participant",
                RoleKind.Instrument => "Instrument|ExplosiveDevice",
                RoleKind.From => "Origin",
                _ => "Destination|Recipient",
            };
            yield return new Mark(role.Actor.Span, names);
        }
        if (happened.Place is { Carried: false } place) yield return new Mark(place.Span, "Place|Destination|Origin");
    }

    private static string Around(string text, TextSpan span) =>
        $"{text[Math.Max(0, span.Start - 50)..span.Start]}[{span.Of(text)}]{text[span.End..Math.Min(text.Length, span.End + 40)]}".Replace('\n', ' ');

    private static bool IsConflict(Mark mark) => mark.Type.StartsWith("Conflict", StringComparison.Ordinal) || mark.Type is "Life.Die" or "Life.Injure";

    private static string TwoLevels(string type) => string.Join('.', type.Split('.').Take(2));

    private static string TypeOf(EventType type) => type switch
    {
        EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Clash or EventType.Siege or EventType.Capture => "Conflict.Attack",
        EventType.Protest => "Conflict.Demonstrate",
        EventType.Killing => "Life.Die",
        EventType.Injury => "Life.Injure",
        EventType.Detention => "Justice.ArrestJailDetain",
        EventType.Release => "Justice.ReleaseParole",
        EventType.Movement or EventType.Withdrawal or EventType.Displacement => "Movement.Transportation",
        EventType.Meeting or EventType.Statement or EventType.Agreement or EventType.Accusation => "Contact.Contact",
        _ => type.ToString(),
    };

    private static TextSpan Span(TextSpan[] words, JsonElement tokens)
    {
        int start = tokens.GetProperty("start").GetInt32(), end = tokens.GetProperty("end").GetInt32();
        return start < 0 || end > words.Length || end <= start ? throw new FormatException($"WikiEvents: tokens {start} to {end} of {words.Length}.") : new TextSpan(words[start].Start, words[end - 1].End);
    }

    private static bool Overlap(TextSpan one, TextSpan other) => one.Start < other.End && other.Start < one.End;
}
