using System.Text;
using System.Text.Json;
using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Parse;

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
            if (extracts.EnumerateObject().Any(role => role.Value.GetArrayLength() > 0)) sheet.Details.Add($"muc4 {report} told: {OneReport.Told(read?.Read.Reading.Claims ?? [])}");
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
            if (claim.Event is not { } happened || claim.Stance == Stance.Expects || !(IsViolent(happened.Type) || happened.Lemma is "destroy" or "hijack")) continue;
            if (happened.Place is { Form: PlaceForm.Common } site && happened.Type is EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Other) if (!IsFighter(site.Span.Of(read.Read.Report.Text))) Add("Target", site.Span.Of(read.Read.Report.Text));
            foreach (RoleMention role in happened.Roles)
            {
                if (role.Actor.Form == ActorForm.Pronoun || FillerOf(happened.Type, role) is not { } filler) continue;
                Add(filler, role.Actor is { Form: ActorForm.Name, Kind: ActorKind.Person, Name: { } name } ? FullName(read, name) : role.Actor.Name ?? role.Actor.Words);
            }
        }
        if (!found.ContainsKey("Target") && !found.ContainsKey("Victim") && !found.ContainsKey("Weapon")) return [];
        foreach (string weapon in Weapons(read)) Add("Weapon", weapon);
        // Who is named as an armed group in a report of such an attack is held to have made it.
        if (found.Count > 0 && !found.ContainsKey("PerpOrg"))
        {
            string? group = read.Read.Reading.Actors.Where(actor => actor is { Form: ActorForm.Name, Name: not null, Kind: ActorKind.RebelGroup or ActorKind.Militia }).GroupBy(actor => actor.Name!, StringComparer.Ordinal).OrderByDescending(same => same.Count()).FirstOrDefault()?.Key;   // not null: filtered before
            if (group is not null) Add("PerpOrg", group);
        }
        return found;

        void Add(string filler, string mention)
        {
            if (!found.TryGetValue(filler, out List<HashSet<string>>? entities)) found[filler] = entities = [];
            string words = Normalised(mention);
            if (words.Length > 0 && !entities.Exists(entity => entity.Contains(words))) entities.Add([words]);
        }
    }

    /// <summary>The longest name of the report that ends in or holds this one.</summary>
    private static string FullName(OneReport read, string name) => read.Read.Reading.Actors.Where(actor => actor is { Kind: ActorKind.Person, Name: not null }).Select(actor => actor.Name!)   // not null: filtered before
        .Where(full => $" {full} ".Contains($" {name} ", StringComparison.OrdinalIgnoreCase)).OrderByDescending(full => full.Length).FirstOrDefault() ?? name;

    /// <summary>Weapons named in the sentences that tell of such attacks, with the words that say what kind they are.</summary>
    private static IEnumerable<string> Weapons(OneReport read)
    {
        TextSpan[] told = [.. read.Read.Reading.Claims.Where(claim => claim.Event is { } happened && claim.Stance != Stance.Expects && happened.Type is EventType.Attack or EventType.Bombing or EventType.Killing or EventType.Injury).Select(claim => claim.Span)];
        ParsedReport parsed = Product.Parse.Parse(read.Read.Report);
        foreach (Sentence sentence in parsed.Paragraphs.SelectMany(paragraph => paragraph.Sentences))
        {
            if (!told.Any(span => span.Start < sentence.End && sentence.Start < span.End)) continue;
            var tree = new Tree(parsed.Report.Text, sentence);
            for (int at = 0; at < tree.Count; at++)
            {
                if (tree[at].Upos != Upos.Noun || tree.Is(at, "compound") || tree[at].Lemma is "explosion" or "blast" or "strike" or "airstrike" or "shelling" or "aircraft" || Product.Lexicon.Nouns.ActorClass(tree[at].Lemma) != NounClass.Weapon) continue;
                int first = at;
                foreach (int child in tree.Children(at)) if (child < first && (tree.Is(child, "compound") || tree.Is(child, "amod"))) first = child;
                yield return tree.Words(first, at);
            }
        }
    }

    private static bool IsViolent(EventType type) => type is EventType.Attack or EventType.Bombing or EventType.Killing or EventType.Abduction or EventType.Strike or EventType.Injury or EventType.Accusation;

    private static string? FillerOf(EventType type, RoleMention role) => role.Role switch
    {
        _ when type == EventType.Accusation => role.Role == RoleKind.Target && role.Actor.Kind is ActorKind.RebelGroup or ActorKind.Militia ? "PerpOrg" : null,
        // The keys count terrorism, not what armies do to guerrillas.
        RoleKind.Actor when role.Actor.Kind is ActorKind.Military or ActorKind.State or ActorKind.Government => null,
        RoleKind.Target when role.Actor.Kind is ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia || role.Actor is { Form: ActorForm.Common, Noun: "people" or "person" or "member" } || IsFighter(role.Actor.Words) => null,
        RoleKind.Actor => role.Actor is { Form: ActorForm.Name, Kind: not ActorKind.Person } ? "PerpOrg" : "PerpInd",
        RoleKind.Target => type is EventType.Killing or EventType.Abduction or EventType.Injury || role.Actor.Kind is ActorKind.Person or ActorKind.Population ? "Victim" : "Target",
        RoleKind.Instrument => "Weapon",
        _ => null,
    };

    private static bool IsFighter(string words) => words.ToLowerInvariant().Split(' ').Any(word => word is "soldier" or "soldiers" or "army" or "troops" or "guerrilla" or "guerrillas" or "rebels" or "terrorists" or "forces" or "outskirts" or "area" or "areas");

    private static string Normalised(string mention)
    {
        var kept = new StringBuilder();
        foreach (char c in mention.ToLowerInvariant()) if (!char.IsPunctuation(c) && !char.IsSymbol(c)) kept.Append(c);
        return string.Join(' ', kept.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")));
    }
}
