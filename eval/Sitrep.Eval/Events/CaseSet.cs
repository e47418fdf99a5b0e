using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;

namespace Sitrep.Eval.Events;

/// <summary>Types of conflict events in snippets: CASE 2021, task 2 (Haneczok et al. 2021).</summary>
internal static class CaseSet
{
    private static readonly HashSet<string> Added = new(["ORG_CRIME", "NATURAL_DISASTER", "MAN_MADE_DISASTER", "DIPLO", "ATTRIB"], StringComparer.Ordinal);

    public static EvalSet Of(Locations locations) => PublicSet.Of(locations, "case2021", ["case2021"], folder => Parts.Scored(DataFiles.Find(folder, ".tsv")), Score);

    private static void Score(string[] files, TallySheet sheet)
    {
        var items = new List<(string Gold, string Found)>();
        int number = 0;
        foreach (string path in files)
        {
            foreach (string[] cells in DataFiles.Lines(path).Skip(1).Select(line => line.Split('\t')))
            {
                if (cells.Length < 3 || cells[^1].Trim().Length == 0) continue;
                int report = number++;
                OneReport? read = sheet.Timed(() => OneReport.Of(report, string.Join(' ', cells[1..^1]).Trim('"', ' '), clean: false));
                items.Add((cells[^1].Trim(), read is null ? "OTHER" : TypeOf(read)));
            }
        }
        if (items.Count == 0) return;
        sheet.Set("weighted_f1", items, Classes.Weighted);
        sheet.Set("macro_f1", items, Classes.Macro);
        sheet.Set("micro_f1", items, Classes.Accuracy);   // one label an item: the two are the same
        (string Gold, string Found)[] seen = [.. items.Where(item => !Added.Contains(item.Gold))];
        sheet.Set("weighted_f1_25", seen, Classes.Weighted);
        foreach ((string type, double f1, int count) in Classes.ByClass(items)) sheet.Details.Add(FormattableString.Invariant($"case2021 {type} {f1:0.000} of {count}"));
    }

    /// <summary>Type of the first event told, violent ones before talk.</summary>
    private static string TypeOf(OneReport read)
    {
        Event? first = read.Happened.OrderBy(one => one.Type is EventType.Statement or EventType.Accusation or EventType.Other or EventType.Killing or EventType.Injury).FirstOrDefault() ?? read.Record.Events.FirstOrDefault();
        if (first is null) return "OTHER";
        string words = string.Join(' ', read.Record.Claims.Where(claim => claim.About == first.Id && claim.Claim.Event is not null)
            .Select(claim => $"{claim.Claim.Event!.Lemma} {string.Join(' ', claim.Claim.Event.Roles.Select(role => role.Actor.Words))}")).ToLowerInvariant();   // not null: filtered in the line before
        bool Says(params ReadOnlySpan<string> any)
        {
            foreach (string word in any) if (words.Contains(word, StringComparison.Ordinal)) return true;
            return false;
        }
        return first.Type switch
        {
            EventType.Capture => first.Codes.Acled is [_, "Non-state actor overtakes territory"] ? "NON_STATE_ACTOR_OVERTAKES_TER" : "GOV_REGAINS_TERIT",
            EventType.Withdrawal or EventType.Surrender => "NON_VIOL_TERRIT_TRANSFER",
            EventType.Siege or EventType.Clash => "ARMED_CLASH",
            EventType.Strike => Says("air", "plane", "jet", "drone") ? "AIR_STRIKE" : "ART_MISS_ATTACK",
            EventType.Bombing => Says("suicide") ? "SUIC_BOMB" : Says("grenade") ? "GRENADE" : "REM_EXPLOS",
            EventType.Attack => Says("grenade") ? "GRENADE" : Says("chemical", "gas") ? "CHEM_WEAP" : "ATTACK",
            EventType.Killing or EventType.Injury => "ATTACK",
            EventType.Detention => "ARREST",
            EventType.Abduction => "ABDUCT_DISSAP",
            EventType.Agreement or EventType.Ceasefire => "AGREEMENT",
            EventType.Movement or EventType.Support or EventType.Declaration or EventType.Displacement => "CHANGE_TO_GROUP_ACT",
            EventType.Protest => "PEACE_PROTEST",
            EventType.Meeting => "DIPLO",
            EventType.Accusation => "ATTRIB",
            EventType.Disaster => "NATURAL_DISASTER",
            _ => "OTHER",
        };
    }
}
