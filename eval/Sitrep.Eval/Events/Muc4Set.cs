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
            if (found.Count > 0 || extracts.EnumerateObject().Any(role => role.Value.GetArrayLength() > 0)) sheet.Details.Add($"muc4 {report} told: {OneReport.Told(read?.Read.Reading.Claims ?? [])}");
            sheet.EndDocument();
        }
    }

    private static IEnumerable<HashSet<string>> Entities(JsonElement extracts, string role) => !extracts.TryGetProperty(role, out JsonElement entities) ? [] :
        entities.EnumerateArray().Select(entity => entity.EnumerateArray().Select(mention => Normalised(mention[0].GetString() ?? "")).ToHashSet(StringComparer.Ordinal));

    /// <summary>The parts of violent events, one entity for each different wording.</summary>
    private static Dictionary<string, List<HashSet<string>>> Fillers(OneReport read)
    {
        var found = new Dictionary<string, List<HashSet<string>>>(StringComparer.Ordinal);
        ParsedReport parsed = Product.Parse.Parse(read.Read.Report);
        bool terror = false;   // something was done to somebody who does not fight, or something blew up
        foreach (Claim claim in read.Read.Reading.Claims)
        {
            if (claim is { Stance: Stance.Affirms, Fate: { State: FateState.Dead or FateState.Wounded, Person: { Name: { } fallen } } }) Add("Victim", FullName(read, fallen));
            if (claim.Event is not { } happened || claim.Stance == Stance.Expects || !(IsViolent(happened.Type) || happened.Lemma is "destroy" or "hijack")) continue;
            bool civil = happened.Type != EventType.Accusation && happened.Roles.Any(role => role.Role == RoleKind.Target && IsCivil(role.Actor));
            terror |= civil || happened.Type == EventType.Bombing;
            if (happened.Place is { Form: PlaceForm.Common } site && Product.Lexicon.Nouns.PlaceClass(site.Words.Split(' ')[0]) == NounClass.Facility && happened.Type is EventType.Attack or EventType.Bombing or EventType.Strike or EventType.Other) if (PhraseAt(parsed, site.Span) is { Length: > 0 } where && !IsFighter(where)) Add("Target", where);
            foreach (RoleMention role in happened.Roles)
            {
                if (role.Actor.Form == ActorForm.Pronoun || FillerOf(happened.Type, role, civil) is not { } filler) continue;
                Add(filler, role.Actor is { Form: ActorForm.Name, Kind: ActorKind.Person, Name: { } name } ? FullName(read, name) : role.Actor.Name ?? (filler == "PerpInd" ? Counted(read.Read.Report.Text, role.Actor) : role.Actor.Words));
            }
        }
        bool told = found.ContainsKey("Target") || found.ContainsKey("Victim");
        if (!terror && !told) return [];
        foreach (string weapon in Weapons(read, parsed)) Add("Weapon", weapon);
        if (told && !found.ContainsKey("PerpInd"))
        {
            string? fighters = read.Read.Reading.Actors.Where(actor => actor.Form == ActorForm.Common && actor.Words.EndsWith('s') && Product.Lexicon.Nouns.ActorClass(actor.Noun ?? "") == NounClass.Militants && actor.Noun is not ("group" or "faction" or "movement" or "insurgency" or "cartel" or "gang" or "front" or "squad")).GroupBy(actor => actor.Noun!, StringComparer.Ordinal).OrderByDescending(same => same.Count()).FirstOrDefault()?.OrderByDescending(actor => actor.Words.EndsWith('s')).First().Words;   // not null: it has a class
            if (fighters is not null) Add("PerpInd", fighters);
        }
        // Who is named as an armed group in a report of such an attack is held to have made it.
        if (told && !found.ContainsKey("PerpOrg"))
        {
            string? group = read.Read.Reading.Actors.Where(actor => actor is { Form: ActorForm.Name, Name: not null, Kind: ActorKind.RebelGroup or ActorKind.Militia }).GroupBy(actor => actor.Name!, StringComparer.Ordinal).OrderByDescending(same => same.Count()).FirstOrDefault()?.Key;   // not null: filtered before
            if (group is not null) Add("PerpOrg", group);
        }
        return found;

        bool IsAlias(string one, string other) => read.Read.Reading.Aliases.Any(alias => (Normalised(alias.Alias), Normalised(alias.Name)) is var (brief, whole) && (brief == one && whole == other || brief == other && whole == one));

        void Add(string filler, string mention)
        {
            if (!found.TryGetValue(filler, out List<HashSet<string>>? entities)) found[filler] = entities = [];
            string words = Normalised(filler == "Target" ? Uncounted(mention) : mention);
            if (words.Length > 0 && !entities.Exists(entity => entity.Contains(words) || entity.Any(other => IsAlias(other, words)))) entities.Add([words]);
        }
    }

    /// <summary>The longest name of the report that ends in or holds this one.</summary>
    private static string FullName(OneReport read, string name) => read.Read.Reading.Actors.Where(actor => actor is { Kind: ActorKind.Person, Name: not null }).Select(actor => actor.Name!)   // not null: filtered before
        .Where(full => $" {full} ".Contains($" {name} ", StringComparison.OrdinalIgnoreCase)).OrderByDescending(full => full.Length).FirstOrDefault() ?? name;

    /// <summary>The words at a span, with those before them that say what kind they are.</summary>
    private static string PhraseAt(ParsedReport parsed, TextSpan span)
    {
        foreach (Sentence sentence in parsed.Paragraphs.SelectMany(paragraph => paragraph.Sentences).Where(sentence => sentence.Start <= span.Start && span.End <= sentence.End))
        {
            var tree = new Tree(parsed.Report.Text, sentence);
            for (int at = 0; at < tree.Count; at++) if (tree[at].End == span.End) return Kind(tree, at);
        }
        return "";
    }

    private static string Kind(Tree tree, int at)
    {
        int first = at;
        while (first > 0 && tree.Is(at, "compound") && tree.Is(first - 1, "compound") && tree.Head(first - 1) == tree.Head(at)) first--;   // "car bomb attack"
        foreach (int child in tree.Children(at)) if (child < first && (tree.Is(child, "compound") || tree.Is(child, "amod"))) first = child;
        return tree.Words(first, at);
    }

    /// <summary>Weapons named in the sentences that tell of such attacks, with the words that say what kind they are.</summary>
    private static IEnumerable<string> Weapons(OneReport read, ParsedReport parsed)
    {
        TextSpan[] told = [.. read.Read.Reading.Claims.Where(claim => claim.Event is { } happened && claim.Stance != Stance.Expects && happened.Type is EventType.Attack or EventType.Bombing or EventType.Killing or EventType.Injury).Select(claim => claim.Span)];
        foreach (Sentence sentence in parsed.Paragraphs.SelectMany(paragraph => paragraph.Sentences))
        {
            if (!told.Any(span => span.Start < sentence.End && sentence.Start < span.End)) continue;
            var tree = new Tree(parsed.Report.Text, sentence);
            for (int at = 0; at < tree.Count; at++)
            {
                if (tree[at].Upos != Upos.Noun || (tree.Is(at, "compound") && Product.Lexicon.Nouns.ActorClass(tree[tree.Head(at)].Lemma) == NounClass.Weapon && tree[tree.Head(at)].Lemma is not ("explosion" or "blast" or "strike" or "airstrike" or "shelling")) || tree[at].Lemma is "explosion" or "blast" or "strike" or "airstrike" or "shelling" or "aircraft" || Product.Lexicon.Nouns.ActorClass(tree[at].Lemma) != NounClass.Weapon) continue;
                yield return Kind(tree, at);
            }
        }
    }

    private static bool IsViolent(EventType type) => type is EventType.Attack or EventType.Bombing or EventType.Killing or EventType.Abduction or EventType.Strike or EventType.Injury or EventType.Accusation;

    private static string? FillerOf(EventType type, RoleMention role, bool civil) => role.Role switch
    {
        _ when type == EventType.Accusation => role.Role == RoleKind.Target && role.Actor.Kind is ActorKind.RebelGroup or ActorKind.Militia ? "PerpOrg" : null,
        // The keys count terrorism, not what armies do to guerrillas.
        RoleKind.Actor when role.Actor.Kind is ActorKind.State or ActorKind.Government || (role.Actor.Kind == ActorKind.Military && !(civil && type is EventType.Killing or EventType.Abduction)) => null,
        RoleKind.Target when role.Actor.Kind is ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia || role.Actor is { Form: ActorForm.Common, Noun: "people" or "person" or "member" } || IsFighter(role.Actor.Words) => null,
        RoleKind.Actor when role.Actor.Form == ActorForm.Common && role.Actor.Words.All(char.IsLetter) && !role.Actor.Words.EndsWith('s') => null,   // "guerrilla attack"
        RoleKind.Actor => role.Actor is { Form: ActorForm.Name, Kind: not ActorKind.Person } ? "PerpOrg" : "PerpInd",
        // The keys name victims; who has no name is not asked for.
        RoleKind.Target when role.Actor.Kind == ActorKind.Person => role.Actor.Form == ActorForm.Name ? "Victim" : null,
        RoleKind.Target => role.Actor.Kind == ActorKind.Population || type is EventType.Killing or EventType.Abduction or EventType.Injury ? null : "Target",
        RoleKind.Instrument => Product.Lexicon.Nouns.ActorClass(role.Actor.Noun ?? "") == NounClass.Weapon && role.Actor.Noun is not ("explosion" or "blast" or "strike" or "airstrike" or "shelling") ? "Weapon" : null,
        _ => null,
    };

    private static bool IsCivil(ActorMention actor) => actor.Kind is not (ActorKind.Military or ActorKind.RebelGroup or ActorKind.Militia or ActorKind.State) && actor.Form != ActorForm.Pronoun && !IsFighter(actor.Words);

    private static bool IsFighter(string words) => words.ToLowerInvariant().Split(' ').Any(word => word is "soldier" or "soldiers" or "army" or "troops" or "guerrilla" or "guerrillas" or "rebels" or "terrorists" or "forces" or "outskirts" or "area" or "areas");

    /// <summary>"two paid assassins": the keys name who did it with the number, which a reading keeps apart.</summary>
    private static string Counted(string text, ActorMention actor)
    {
        int end = actor.Span.Start;
        while (end > 0 && text[end - 1] == ' ') end--;
        int start = end;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1])) start--;
        string before = text[start..end];
        return actor.Form == ActorForm.Common && before.Length > 0 && Uncounted(before + " x") == "x" ? $"{before} {actor.Words}" : actor.Words;
    }

    /// <summary>"Approximately 50 neighboring residences": the keys name what was struck without its number.</summary>
    private static string Uncounted(string mention)
    {
        string[] words = mention.Split(' ');
        int first = 0;
        while (first < words.Length - 1 && (words[first].ToLowerInvariant() is "approximately" or "about" or "some" or "several" or "many" or "various" or "other" or "at" or "least" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten" || int.TryParse(words[first], out _))) first++;
        return string.Join(' ', words[first..]);
    }

    private static string Normalised(string mention)
    {
        var kept = new StringBuilder();
        foreach (char c in mention.ToLowerInvariant()) if (!char.IsPunctuation(c) && !char.IsSymbol(c)) kept.Append(c);
        return string.Join(' ', kept.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("a" or "an" or "the")));
    }
}
