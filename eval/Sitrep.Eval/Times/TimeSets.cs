using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Dates;
using Sitrep.Pipeline.Resolve.Dates;

namespace Sitrep.Eval.Times;

/// <summary>Time expressions: TempEval-3 task A (UzZaman et al. 2013).</summary>
internal static class TimeSets
{
    private const string TempEval = "tempeval3";

    public static IEnumerable<EvalSet> All(Locations locations) =>
        [PublicSet.Of(locations, TempEval, [TempEval, "tempeval3-tbaq"], folder => DataFiles.Find(folder, ".tml"), Score)];

    private static void Score(string[] files, TallySheet sheet)
    {
        var dates = new DateFinder(Product.Data);
        foreach (string path in files)
        {
            TimeMl document = TimeMl.Read(DataFiles.Text(path));
            GoldTimex[] found = [.. sheet.Timed(() => Product.OrNull(() => Find(document, dates).ToArray())) ?? []];
            Compare(sheet, document.Expressions, found, document.Text, Path.GetFileName(path));
        }
    }

    /// <summary>Adds one document. Expressions match one to one, in order, best overlap first come.</summary>
    public static void Compare(TallySheet sheet, IReadOnlyList<GoldTimex> gold, IReadOnlyList<GoldTimex> found, string text, string name)
    {
        int strict = 0, relaxed = 0, type = 0, value = 0;
        bool[] taken = new bool[found.Count];
        foreach (GoldTimex wanted in gold)
        {
            int match = -1;
            for (int i = 0; i < found.Count; i++)
            {
                if (taken[i] || found[i].Span.End <= wanted.Span.Start || wanted.Span.End <= found[i].Span.Start) continue;
                if (match < 0 || found[i].Span == wanted.Span) match = i;
            }
            if (match < 0)
            {
                sheet.Details.Add($"{name} missed: {InContext(text, wanted.Span)} {wanted.Type} {wanted.Value}");
                continue;
            }
            taken[match] = true;
            relaxed++;
            if (found[match].Span == wanted.Span) strict++;
            if (found[match].Type == wanted.Type) type++;
            if (found[match].Value == wanted.Value) value++;
            string kind = found[match].Span != wanted.Span ? "extent" : found[match].Type != wanted.Type ? "type" : "value";
            if (found[match] != wanted) sheet.Details.Add($"{name} {kind}: {InContext(text, wanted.Span)} {wanted.Type} {wanted.Value} | {found[match].Span.Of(text)} {found[match].Type} {found[match].Value}");
        }
        for (int i = 0; i < found.Count; i++) if (!taken[i]) sheet.Details.Add($"{name} false: {InContext(text, found[i].Span)} {found[i].Type} {found[i].Value}");
        // F1 times the share of matches that agree is the F1 with those matches as the right ones.
        foreach ((string metric, int right) in ((string, int)[])[("strict", strict), ("relaxed", relaxed), ("type", type), ("value", value)]) sheet.Add(metric, new Tally(right, found.Count, gold.Count));
        sheet.EndDocument();
    }

    private static string InContext(string text, TextSpan span) => string.Join(' ', $"{text[Math.Max(0, span.Start - 60)..span.Start]}[{span.Of(text)}]{text[span.End..Math.Min(text.Length, span.End + 30)]}".Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<GoldTimex> Find(TimeMl document, DateFinder dates)
    {
        var discourse = new DateDiscourse(document.Created);
        foreach (Sentence sentence in Product.Engine.Analyze(document.Text, 0, document.Text.Length, new NameVotes()))
        {
            Tree? tree = null;
            foreach (FoundDate date in dates.Find(document.Text, sentence))
            {
                tree ??= new Tree(document.Text, sentence);
                Direction direction = Looking.From(tree, date);
                foreach (Timex part in date.Parts) yield return new GoldTimex(part.Span, part.Type.ToString().ToUpperInvariant(), part.Type == TimexType.Set ? part.Value : TimexValue.Of(part.Value, document.Created, discourse, direction));
            }
        }
    }
}
