using System.Text;
using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Eval.Events;

/// <summary>MUC-4 role fillers (Sundheim 1992), scored by CEAF-REE (Du, Rush and Cardie 2021).</summary>
internal static class Muc4Set
{
    private static readonly string[] Roles = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"];

    public static EvalSet Of(Locations locations) => PublicSet.Of(locations, "muc4", ["muc4"],
        folder => Parts.Scored([.. DataFiles.Find(folder, ".json", ".jsonl").Where(path => !path.Contains("train", StringComparison.OrdinalIgnoreCase))]), Score);

    private static void Score(string[] files, TallySheet sheet)
    {
        int number = 0;
        foreach (JsonElement document in files.SelectMany(JsonLines.Read))
        {
            if (!document.TryGetProperty("doctext", out JsonElement text) || !document.TryGetProperty("extracts", out JsonElement extracts)) continue;
            int report = number++;
            // The set is in small letters for its own baselines; the wires came in capitals. Four blanks stand for the end of a paragraph.
            OneReport? read = sheet.Timed(() => OneReport.Of(report, (text.GetString() ?? "").ToUpperInvariant().Replace("    ", "\n\n", StringComparison.Ordinal), clean: false));
            Dictionary<string, List<HashSet<string>>> found = read is null ? [] : Fillers(read);
            foreach (string role in Roles)
            {
                List<HashSet<string>> gold = [.. Entities(extracts, role)], system = found.GetValueOrDefault(role, []);
                var pairs = new List<(int, int, double)>();
                for (int s = 0; s < system.Count; s++) for (int g = 0; g < gold.Count; g++) if (system[s].IsSubsetOf(gold[g])) pairs.Add((s, g, 1));
                var tally = new Tally(Assignment.Best(pairs), system.Count, gold.Count);
                if (gold.Count + system.Count > 0) sheet.Details.Add($"muc4 {report} {role}: {string.Join("; ", gold.Select(entity => string.Join(" / ", entity)))} | {string.Join("; ", system.Select(entity => string.Join(" / ", entity)))}");
                sheet.Add("ceaf_ree", tally);
                sheet.Add($"ceaf_ree_{role.ToLowerInvariant()}", tally);
            }
            sheet.EndDocument();
        }
    }

    private static IEnumerable<HashSet<string>> Entities(JsonElement extracts, string role) => !extracts.TryGetProperty(role, out JsonElement entities) ? [] :
        entities.EnumerateArray().Select(entity => entity.EnumerateArray().Select(mention => Normalised(mention[0].GetString() ?? "")).ToHashSet(StringComparer.Ordinal));

    /// <summary>The parts of violent events, one entity for each different wording.</summary>
    private static Dictionary<string, List<HashSet<string>>> Fillers(OneReport read)
    {
        var found = new Dictionary<string, List<HashSet<string>>>(StringComparer.Ordinal);
        foreach (Claim claim in read.Read.Reading.Claims)
        {
            if (claim.Event is not { } happened || claim.Stance == Stance.Expects || !IsViolent(happened.Type)) continue;
            foreach (RoleMention role in happened.Roles)
            {
                if (role.Actor.Form == ActorForm.Pronoun || FillerOf(happened.Type, role) is not { } filler) continue;
                if (!found.TryGetValue(filler, out List<HashSet<string>>? entities)) found[filler] = entities = [];
                string words = Normalised(role.Actor.Name ?? role.Actor.Words);
                if (words.Length > 0 && !entities.Exists(entity => entity.Contains(words))) entities.Add([words]);
            }
        }
        return found;
    }

    private static bool IsViolent(EventType type) => type is EventType.Attack or EventType.Bombing or EventType.Killing or EventType.Abduction or EventType.Strike or EventType.Injury;

    private static string? FillerOf(EventType type, RoleMention role) => role.Role switch
    {
        RoleKind.Actor => role.Actor is { Form: ActorForm.Name, Kind: not ActorKind.Person } ? "PerpOrg" : "PerpInd",
        RoleKind.Target => type is EventType.Killing or EventType.Abduction or EventType.Injury || role.Actor.Kind is ActorKind.Person or ActorKind.Population ? "Victim" : "Target",
        RoleKind.Instrument => "Weapon",
        _ => null,
    };

    private static string Normalised(string mention)
    {
        var kept = new StringBuilder();
        foreach (char c in mention.ToLowerInvariant()) if (!char.IsPunctuation(c) && !char.IsSymbol(c)) kept.Append(c);
        return string.Join(' ', kept.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")));
    }
}
