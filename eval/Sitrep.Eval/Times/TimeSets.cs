using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
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
        var factuality = new Factuality(Product.Lexicon);
        foreach (string path in files)
        {
            TimeMl document = TimeMl.Read(DataFiles.Text(path));
            Timex[] found = [.. sheet.Timed(() => Product.OrNull(() => Find(document, dates, factuality).ToArray())) ?? []];
            Compare(sheet, document.Expressions, found, document.Text, Path.GetFileName(path));
        }
    }

    /// <summary>Adds one document. Expressions match one to one, in order, best overlap first come.</summary>
    public static void Compare(TallySheet sheet, IReadOnlyList<Timex> gold, IReadOnlyList<Timex> found, string text, string name)
    {
        int strict = 0, relaxed = 0, type = 0, value = 0;
        bool[] taken = new bool[found.Count];
        foreach (Timex wanted in gold)
        {
            int match = -1;
            for (int i = 0; i < found.Count; i++)
            {
                if (taken[i] || found[i].Span.End <= wanted.Span.Start || wanted.Span.End <= found[i].Span.Start) continue;
                if (match < 0 || found[i].Span == wanted.Span) match = i;
            }
            if (match < 0)
            {
                sheet.Details.Add($"{name} missed: {wanted.Span.Of(text)} {wanted.Value}");
                continue;
            }
            taken[match] = true;
            relaxed++;
            if (found[match].Span == wanted.Span) strict++;
            if (found[match].Type == wanted.Type) type++;
            if (found[match].Value == wanted.Value) value++;
            if (found[match] != wanted) sheet.Details.Add($"{name} differs: {wanted.Span.Of(text)} {wanted.Type} {wanted.Value} | {found[match].Span.Of(text)} {found[match].Type} {found[match].Value}");
        }
        for (int i = 0; i < found.Count; i++) if (!taken[i]) sheet.Details.Add($"{name} too much: {found[i].Span.Of(text)} {found[i].Value}");
        // F1 times the share of matches that agree is the F1 with those matches as the right ones.
        foreach ((string metric, int right) in ((string, int)[])[("strict", strict), ("relaxed", relaxed), ("type", type), ("value", value)]) sheet.Add(metric, new Tally(right, found.Count, gold.Count));
        sheet.EndDocument();
    }

    private static IEnumerable<Timex> Find(TimeMl document, DateFinder dates, Factuality factuality)
    {
        DateOnly? reference = document.Created;
        foreach (Sentence sentence in Product.Engine.Analyze(document.Text, 0, document.Text.Length, new NameVotes()))
        {
            Tree? tree = null;
            foreach (FoundDate date in dates.Find(document.Text, sentence))
            {
                tree ??= new Tree(document.Text, sentence);
                bool refers = date.Mention.Value.Contains("UNDEF-REF", StringComparison.Ordinal);
                (string type, string value) = TimexValue.Of(date.Mention.Value, refers ? reference : document.Created, DirectionOf(tree, date, factuality));
                if (type == "DATE" && DateOnly.TryParseExact(value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateOnly day)) reference = day;
                yield return new Timex(date.Mention.Span, type, value);
            }
        }
    }

    /// <summary>Forward under a verb that the product takes for a plan or a forecast, as it does for claims.</summary>
    private static Direction DirectionOf(Tree tree, FoundDate date, Factuality factuality)
    {
        int at = date.First;
        for (int steps = 0; steps <= tree.Count && tree[at].Upos != Upos.Verb; steps++)
        {
            if (tree.Head(at) < 0) return Direction.Past;
            at = tree.Head(at);
        }
        return factuality.Of(tree, at, tree.Count) == Stance.Expects ? Direction.Future : Direction.Past;
    }
}
