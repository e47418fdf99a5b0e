extern alias Measure;
using System.Collections.Immutable;
using System.Globalization;
using Measure::Sitrep.Eval;
using Measure::Sitrep.Eval.Data;
using Measure::Sitrep.Eval.Documents;
using Measure::Sitrep.Eval.Scores;
using Sitrep.Pipeline.Corroborate.Events.Words;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Events.Words;

namespace Sitrep.Train.Pairs;

/// <summary>Learns from ECB+ which two words name one happening, and writes <c>data/event-pairs.tsv</c>.</summary>
/// <remarks>Trained on the training topics; pairs are those of one story as the product sees stories. The development topics only measure.</remarks>
internal static class PairRecipe
{
    private const int Trees = 60, Depth = 4;

    /// <summary>Parts of the training topics of which each is measured by a forest that has not seen it.</summary>
    private const int Folds = 3;

    public static int Run(string datasets, string output, Action<string> log)
    {
        string folder = Path.Combine(datasets, "ecbplus");
        string[] files = Archive.Files(folder, "ecb.xml", "ecbplus.xml");
        Dictionary<string, string> lists = Archive.Texts(Archive.Files(folder, EcbMentions.ListEnding), EcbMentions.ListEnding).ToDictionary(list => list.Name, list => list.Text, StringComparer.Ordinal);
        EcbWords Words(string part) => EcbWords.Read(EcbMentions.Read(lists.Where(list => list.Key.Contains(part, StringComparison.Ordinal)).Select(list => list.Value), files), []);
        EcbWords train = Words("Train"), dev = Words("Dev");
        (WordKin kin, WordCounts counts) = (WordKin.Load(Product.Data), WordCounts.Load(Product.Data));
        (List<float[]> pairs, List<int> same, List<int> fold) = Pairs(train, kin, counts);
        log(string.Create(CultureInfo.InvariantCulture, $"{pairs.Count} pairs of {train.Gold.Count} words, {same.Sum()} of one happening"));
        var held = new List<(string, string)>();
        for (int f = 0; f < Folds; f++)
        {
            int[] seen = [.. Enumerable.Range(0, pairs.Count).Where(i => fold[i] != f)];
            var forest = new PairForest(new ForestTrainer(Trees, Depth).Train([.. seen.Select(i => pairs[i])], [.. seen.Select(i => same[i])]));
            EcbWords unseen = train with { Reports = [.. train.Reports.Where(report => FoldOf(train.StoryOf(report.ReportId)) == f)] };
            held.AddRange(Grouped(unseen, new EventWordGroups(kin, forest, counts)).Select(mention => (mention.Gold, $"{f} {mention.System}")));
        }
        Report("train, held out", held);
        ImmutableArray<ImmutableArray<PairNode>> trees = new ForestTrainer(Trees, Depth).Train(pairs, same);
        Report("dev", Grouped(dev, new EventWordGroups(kin, new PairForest(trees), counts)));
        Write(Path.Combine(output, "event-pairs.tsv"), trees);
        return 0;

        void Report(string part, List<(string, string)> mentions)
        {
            (double muc, double b3, double ceaf, double conll) = Coreference.Score(mentions);
            log(string.Create(CultureInfo.InvariantCulture, $"{part}: CoNLL {conll:0.000}, MUC {muc:0.000}, B-cubed {b3:0.000}, CEAF-e {ceaf:0.000}, {mentions.Count} mentions"));
        }
    }

    private static (List<float[]> Pairs, List<int> Same, List<int> Fold) Pairs(EcbWords words, WordKin kin, WordCounts counts)
    {
        var setting = new WordSetting(words.Reports, words.StoryOf, counts);
        (List<float[]> pairs, List<int> same, List<int> fold) = ([], [], []);
        foreach (var story in words.Reports.OrderBy(report => report.ReportId, StringComparer.Ordinal).GroupBy(report => words.StoryOf(report.ReportId), StringComparer.Ordinal).OrderBy(story => story.Key, StringComparer.Ordinal))
        {
            EventWord[] all = [.. story.SelectMany(report => report.Words)];
            for (int i = 0; i < all.Length; i++)
            {
                for (int j = i + 1; j < all.Length; j++)
                {
                    pairs.Add(WordPair.Of(all[i], all[j], kin, setting));
                    same.Add(words.Gold[all[i]] == words.Gold[all[j]] ? 1 : 0);
                    fold.Add(FoldOf(story.Key));
                }
            }
        }
        return (pairs, same, fold);
    }

    private static int FoldOf(string story) => story.Sum(c => c) % Folds;

    private static List<(string Gold, string System)> Grouped(EcbWords words, EventWordGroups groups)
    {
        IReadOnlyDictionary<EventWord, EventWord> found = groups.Find(words.Reports, words.StoryOf);
        var number = new Dictionary<EventWord, string>(ReferenceEqualityComparer.Instance);
        foreach (EventWord word in found.Keys) number[word] = number.Count.ToString(CultureInfo.InvariantCulture);
        return [.. found.Select(pair => (words.Gold[pair.Key], number[pair.Value]))];
    }

    private static void Write(string path, ImmutableArray<ImmutableArray<PairNode>> trees)
    {
        var rows = new List<string>
        {
            "# How likely two words name one happening: small decision trees whose leaves are added up, log odds. Learnt by tools/Sitrep.Train from ECB+; see models/event-pairs.md.",
            "# tree: rows of one tree stand together, its root first. number: what is asked (names in WordPair.cs); empty at a leaf. then, else: row of the tree to go on at, from 0.",
            "tree\tnumber\tat_most\tthen\telse\tvalue",
        };
        for (int t = 0; t < trees.Length; t++)
        {
            foreach (PairNode node in trees[t])
            {
                rows.Add(node.Feature < 0
                    ? string.Create(CultureInfo.InvariantCulture, $"{t}\t\t\t\t\t{node.Value:G5}")
                    : string.Create(CultureInfo.InvariantCulture, $"{t}\t{WordPair.Names[node.Feature]}\t{node.AtMost:G9}\t{node.Then}\t{node.Else}\t"));
            }
        }
        File.WriteAllText(path, string.Join('\n', rows) + "\n");
    }
}
