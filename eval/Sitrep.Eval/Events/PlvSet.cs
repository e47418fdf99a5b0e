using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Language.Tokens;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Relations;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Eval.Events;

/// <summary>Who did what to whom in PLOVER's codes, source and target given (Hu et al. 2024, Zero-Shot-PLOVER).</summary>
internal static class PlvSet
{
    private const string None = "none";

    private static readonly Lazy<RelationReader> Relations = new(() => new RelationReader(Product.Lexicon));

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
                if (text.Length == 0) text = sentence;
                TextSpan nobody = new(0, 0);
                string root = sheet.Timed(() => Product.OrNull(() => Root(text, report, source ?? nobody, target ?? nobody))) ?? None;
                if (root != Cell("gold_root")) sheet.Details.Add($"plv {Cell("gold_root")} read as {root}: {marked}");
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

    /// <summary>Code of what joins the marked parties; of several sentences the first that joins them.</summary>
    private static string Root(string text, int number, TextSpan source, TextSpan target)
    {
        Report report = PlainReport.Whole(number, text);
        foreach (ParsedParagraph paragraph in Product.Parse.Parse(report).Paragraphs)
        {
            foreach (Sentence sentence in paragraph.Sentences)
            {
                if (sentence.Tokens.Length == 0 || (sentence.End <= source.Start && sentence.End <= target.Start)) continue;
                if (Relations.Value.Between(new Tree(report.Text, sentence), source, target) is { } root) return root == PloverRoot.Retreat ? "YIELD" : root.ToString().ToUpperInvariant();   // the name that PLOVER gave it first
            }
        }
        return None;
    }

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
