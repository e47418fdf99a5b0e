using System.Globalization;
using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Eval.Events;

/// <summary>Press releases as records (Strick van Linschoten and Kuehn 2011; data set of 2024): exact values of each field.</summary>
internal static class IsafSet
{
    /// <summary>"Several" counts as so many in this set.</summary>
    private const long Several = 3;

    /// <summary>The set's codes for groups, and what their names hold.</summary>
    private static readonly (string Code, string[] Words)[] Groups =
    [
        ("haqqani", ["haqqani"]), ("imu", ["islamic movement of uzbekistan", "imu"]), ("hig", ["gulbuddin", "hezb-e islami", "hizb-e islami", "hig"]), ("let", ["lashkar-e-tayyiba", "lashkar-e-taiba", "lashkar-e tayyiba", "let"]),
        ("iju", ["islamic jihad union", "iju"]), ("ttp", ["tehrik-e taliban pakistan", "tehrik-i-taliban", "ttp"]), ("aq", ["al-qaida", "al-qaeda", "al qaeda", "al-qa'ida"]), ("taliban", ["taliban"]),
    ];

    public static EvalSet Of(Locations locations) => PublicSet.Of(locations, "isaf", ["isaf"], folder => DataFiles.Find(folder, ".jsonl"), Score);

    private static void Score(string[] files, TallySheet sheet)
    {
        int number = 0;
        foreach (JsonElement row in files.SelectMany(JsonLines.Read))
        {
            string Message(string from) => row.GetProperty("conversations").EnumerateArray().First(message => message.GetProperty("from").GetString() == from).GetProperty("value").GetString() ?? "";
            string text = Message("human").Replace("PRESS RELEASE TEXT:", "", StringComparison.Ordinal).Trim();
            string[] provinces = [.. Quoted(Message("system"), "provinces")];
            using JsonDocument answer = JsonDocument.Parse(Message("gpt"));
            JsonElement gold = answer.RootElement;
            int report = number++;
            OneReport? read = sheet.Timed(() => OneReport.Of(report, text, clean: true));
            (long killed, long captured) = (Count(read, Measure.Killed, EventType.Killing), Count(read, Measure.Detained, EventType.Detention));
            bool airstrike = (read?.Read.Reading.Claims ?? []).Any(claim => claim is { Stance: Stance.Affirms, Event: { Type: EventType.Strike } strike } && strike.Lemma.Contains("air", StringComparison.Ordinal));
            (string, bool)[] answers =
            [
                ("date", Date(read) == gold.GetProperty("start_date").GetString()),
                ("province", Province(read, provinces).Select(Folded).ToHashSet(StringComparer.Ordinal).SetEquals(Values(gold, "province").Select(Folded))),
                ("type", Types(killed, captured, airstrike).SetEquals(Values(gold, "event_type"))),
                ("group", Group(read).SetEquals(Values(gold, "target_group"))),
                ("killed", killed == Number(gold, "min_killed")),
                ("captured", captured == Number(gold, "min_captured")),
                ("killq", killed > 0 == gold.GetProperty("killq").GetBoolean()),
                ("captureq", captured > 0 == gold.GetProperty("captureq").GetBoolean()),
                ("airstrike", airstrike == gold.GetProperty("airstrike").GetBoolean()),
            ];
            foreach ((string metric, bool right) in answers) sheet.Add(metric, Tally.Answer(right));
            sheet.EndDocument();
            sheet.Details.Add($"isaf {report}: wrong {string.Join(' ', answers.Where(one => !one.Item2).Select(one => one.Item1))} | {Date(read)} {string.Join(';', Province(read, provinces))} {string.Join(';', Group(read))} {killed} of {Number(gold, "min_killed")} {captured} of {Number(gold, "min_captured")} | {OneReport.Told(read?.Read.Reading.Claims ?? [])}");
        }
    }

    /// <summary>The first day of the first event that is what these releases tell; else of the first event at all; else the day the report counts from.</summary>
    private static string Date(OneReport? read)
    {
        Event? first = read?.Happened.FirstOrDefault(one => IsDay(one.When) && IsTold(one.Type)) ?? read?.Happened.FirstOrDefault(one => IsDay(one.When));
        return (first?.When?.Start ?? read?.Read.Report.Anchor)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>A day, or the night from one to the next.</summary>
    private static bool IsDay(Interval? when) => when is { Precision: TimePrecision.Day or TimePrecision.Time } or { Precision: TimePrecision.Days } && when.End.DayNumber - when.Start.DayNumber <= 1;

    private static bool IsTold(EventType type) => type is EventType.Killing or EventType.Detention or EventType.Strike or EventType.Clash or EventType.Attack or EventType.Bombing;

    private static HashSet<string> Province(OneReport? read, string[] provinces)
    {
        if (read is null) return [];
        // What the release itself calls a province comes first.
        foreach (PlaceMention mention in read.Read.Reading.Places)
        {
            if ((mention.Hint is "province" or "Province" || mention.Words.EndsWith(" Province", StringComparison.Ordinal)) && provinces.FirstOrDefault(province => Folded(province) == Folded(mention.Words)) is { } called) return [called];
        }
        IEnumerable<Place?> places = read.Happened.OrderByDescending(one => IsTold(one.Type)).Select(one => read.Place(one.Place)).Concat(read.Record.Places);
        foreach (Place place in places.OfType<Place>())
        {
            foreach (string? name in (string?[])[place.Precision == PlacePrecision.Region ? place.Name : null, place.Admin1])
            {
                if (name is not null && provinces.FirstOrDefault(province => Folded(province) == Folded(name)) is { } match) return [match];
            }
        }
        // Else the first toponym of the report that is one of them.
        return read.Read.Reading.Places.Select(place => provinces.FirstOrDefault(province => Folded(province) == Folded(place.Words))).OfType<string>().Take(1).ToHashSet();
    }

    private static HashSet<string> Types(long killed, long captured, bool airstrike) =>
        airstrike ? ["airstrike"] : killed > 0 && captured > 0 ? ["captureandkill"] : captured > 0 ? ["detention"] : killed > 0 ? ["insurgentskilled"] : [];

    /// <summary>The listed group that the report's actors name first.</summary>
    private static HashSet<string> Group(OneReport? read)
    {
        foreach (ActorMention actor in read?.Read.Reading.Actors ?? [])
        {
            string words = actor.Words.ToLowerInvariant();
            foreach ((string code, string[] names) in Groups)
            {
                if (names.Any(name => $" {words} ".Contains($" {name}", StringComparison.Ordinal) && (name.Length > 3 || words.Split(' ').Contains(name)))) return [code];
            }
        }
        return [];
    }

    /// <summary>Persons of whom a kind of event is told: by what they are called the largest number told, all of these together. Who is told of again ("the leader") is not counted again.</summary>
    private static long Count(OneReport? read, Measure measure, EventType type)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        void Told(string key, long count) => counts[key] = Math.Max(counts.GetValueOrDefault(key), count);
        foreach (Claim claim in read?.Read.Reading.Claims ?? [])
        {
            if (claim.Stance is Stance.Expects or Stance.Denies || claim.Event is { Background: true }) continue;
            FigureReading? figure = claim.Figure?.Measure == measure ? claim.Figure : null;
            if (claim.Event?.Type != type && (figure is null || claim.Event is not null)) continue;
            ActorMention[] targets = [.. (claim.Event?.Roles ?? []).Where(role => role.Role == RoleKind.Target).Select(role => role.Actor)];
            ActorMention? counted = targets.FirstOrDefault(target => figure?.Subject is { } subject && subject.Span == target.Span) ?? figure?.Subject ?? (figure is not null && targets.Length == 1 ? targets[0] : null);
            if (IsFriend(counted) || targets.Any(IsFriend)) continue;
            if (figure is not null) Told(KeyOf(counted), CountOf(figure.Quantity));
            foreach (ActorMention target in targets)
            {
                if (target == counted) continue;
                bool again = target.Form == ActorForm.Pronoun || target.Words.StartsWith("the ", StringComparison.OrdinalIgnoreCase);
                if (!again) Told(KeyOf(target), IsMany(target) ? Several : 1);
                else if (counts.Count == 0) Told(KeyOf(target), IsMany(target) ? Several : 1);
            }
            if (figure is null && targets.Length == 0 && counts.Count == 0) Told("", 1);
        }
        if (counts.Count > 1) counts.Remove("");
        return counts.Values.Sum();
    }

    // "more than five": at least six.
    private static long CountOf(QuantityMention quantity) =>
        (quantity.Best ?? quantity.Low ?? 0) + (quantity.Qualifier == Qualifier.AtLeast && quantity.Words.StartsWith("more than", StringComparison.OrdinalIgnoreCase) ? 1 : 0);

    /// <summary>A leader or a named man is one; insurgents, suspects and men are the others.</summary>
    private static string KeyOf(ActorMention? actor) => actor is null ? "" : actor.Form == ActorForm.Name || actor.Noun is "leader" or "commander" or "facilitator" or "official" or "chief" or "governor" or "head" ? "leader" : "others";

    private static bool IsMany(ActorMention actor) => actor.Form != ActorForm.Name && actor.Words.EndsWith('s');

    private static bool IsFriend(ActorMention? actor) => actor is not null && actor.Words.ToLowerInvariant().Split(' ').Any(word => word is "soldier" or "soldiers" or "civilian" or "civilians" or "troops" or "policemen" or "policeman" or "officer" or "officers" or "children" or "people" or "residents" or "force" or "forces");

    private static long Number(JsonElement gold, string name) => gold.GetProperty(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt64() : 0;

    private static HashSet<string> Values(JsonElement gold, string name) =>
        [.. gold.GetProperty(name).EnumerateArray().SelectMany(value => (value.GetString() ?? "").ToLowerInvariant().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Values of "name = ['a', 'b']" in the instructions.</summary>
    private static IEnumerable<string> Quoted(string instructions, string name)
    {
        int at = instructions.IndexOf(name + " = [", StringComparison.Ordinal);
        int end = at < 0 ? -1 : instructions.IndexOf(']', at);
        if (end < 0) yield break;
        string[] parts = instructions[at..end].Split('\'');
        for (int i = 1; i < parts.Length; i += 2) yield return parts[i];
    }

    // "sar_e_pul" is Sar-e Pul, "paktya" Paktia, "bamyan" Bamiyan.
    private static string Folded(string name) => string.Concat(name.ToLowerInvariant().Replace("maidan", "", StringComparison.Ordinal).Replace("province", "", StringComparison.Ordinal).Where(char.IsAsciiLetter)).Replace("iy", "y", StringComparison.Ordinal).Replace('i', 'y');
}
