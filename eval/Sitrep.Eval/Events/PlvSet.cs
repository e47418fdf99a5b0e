using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Model.Record;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Events;

/// <summary>Who did what to whom in PLOVER's codes, source and target given (Hu et al. 2024, Zero-Shot-PLOVER).</summary>
internal static class PlvSet
{
    private const string None = "none";

    public static EvalSet Of(Locations locations) => PublicSet.Of(locations, "plv", ["plv"], folder => Parts.Scored(DataFiles.Find(folder, ".tsv")), Score);

    private static void Score(string[] files, TallySheet sheet)
    {
        var roots = new List<(string, string)>();
        var quads = new List<(string, string)>();
        int number = 0;
        foreach (string path in files)
        {
            string[]? header = null;
            foreach (string[] cells in DataFiles.Lines(path).Select(line => line.Split('\t')))
            {
                if (header is null)
                {
                    header = cells;
                    continue;
                }
                string Cell(string name) => Array.IndexOf(header, name) is >= 0 and int at && at < cells.Length ? cells[at].Trim() : "";
                string sentence = Cell("sentence"), marked = Cell("marked_sentence");
                if (sentence.Length == 0 || Cell("gold_root").Length == 0) continue;
                TextSpan? source = Marked(marked, 's', out string text), target = Marked(marked, 't', out _);
                int report = number++;
                OneReport? read = sheet.Timed(() => OneReport.Of(report, text.Length > 0 ? text : sentence, clean: false));
                string root = read is null ? None : Root(read, source, target);
                roots.Add((Cell("gold_root"), root));
                quads.Add((Cell("gold_penta"), QuadOf(root)));
            }
        }
        if (roots.Count == 0) return;
        sheet.Set("root", roots, Classes.Macro);
        sheet.Set("quad", quads, Classes.Macro);
        sheet.Set("root_accuracy", roots, Classes.Accuracy);
        sheet.Set("quad_accuracy", quads, Classes.Accuracy);
        sheet.Set("answered", (double)roots.Count(item => item.Item2 != None) / roots.Count, roots.Count);
        foreach ((string root, double f1, int count) in Classes.ByClass(roots)) sheet.Details.Add(FormattableString.Invariant($"plv {root} {f1:0.000} of {count}"));
    }

    /// <summary>Code of the event whose parties are the marked ones; of several the one with most of them, then the first.</summary>
    private static string Root(OneReport read, TextSpan? source, TextSpan? target)
    {
        string best = None;
        int most = 0;
        foreach (LedgerClaim told in read.Record.Claims)
        {
            if (told.Claim.Event is not { } happened || read.Record.Events.FirstOrDefault(one => one.Id == told.About) is not { Codes.Plover: [var code, ..] }) continue;
            bool acts = Any(happened, source, RoleKind.Actor, RoleKind.With) || (told.Claim.By.Source is { } speaker && Overlap(speaker.Span, source));
            bool suffers = Any(happened, target, RoleKind.Target, RoleKind.With, RoleKind.To, RoleKind.From);
            int fit = 1 + (acts ? 2 : 0) + (suffers ? 2 : 0);
            if (fit > most) (best, most) = (code, fit);
        }
        return best == "RETREAT" ? "YIELD" : best;   // the name that PLOVER gave it first
    }

    private static bool Any(EventReading happened, TextSpan? span, params ReadOnlySpan<RoleKind> kinds)
    {
        foreach (RoleMention role in happened.Roles) if (kinds.Contains(role.Role) && Overlap(role.Actor.Span, span)) return true;
        return false;
    }

    private static bool Overlap(TextSpan one, TextSpan? other) => other is { } span && one.Start < span.End && span.Start < one.End;

    /// <summary>Quadrants of the PLOVER manual.</summary>
    private static string QuadOf(string root) => root switch
    {
        "AGREE" or "CONSULT" or "SUPPORT" => "1",
        "COOPERATE" or "AID" or "YIELD" => "2",
        "REQUEST" or "ACCUSE" or "REJECT" or "THREATEN" => "3",
        None => None,
        _ => "4",
    };

    /// <summary>Takes <c>&lt;s&gt;…&lt;/s&gt;</c> or <c>&lt;t&gt;…&lt;/t&gt;</c> out of a sentence.</summary>
    /// <param name="text">The sentence without any marks.</param>
    private static TextSpan? Marked(string marked, char mark, out string text)
    {
        text = Plain(marked);
        int open = marked.IndexOf($"<{mark}>", StringComparison.Ordinal), close = marked.IndexOf($"</{mark}>", StringComparison.Ordinal);
        return open < 0 || close < open ? null : new TextSpan(Plain(marked[..open]).Length, Plain(marked[..close]).Length);
    }

    private static string Plain(string marked) => marked.Replace("<s>", "", StringComparison.Ordinal).Replace("</s>", "", StringComparison.Ordinal).Replace("<t>", "", StringComparison.Ordinal).Replace("</t>", "", StringComparison.Ordinal);
}
