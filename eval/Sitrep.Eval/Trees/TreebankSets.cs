using Sitrep.Eval.Data;
using Sitrep.Eval.Scores;
using Sitrep.Language;
using Sitrep.Language.Names;

namespace Sitrep.Eval.Trees;

/// <summary>Universal Dependencies English: sentences, tokens, tags, lemmas and trees.</summary>
internal static class TreebankSets
{
    private const string Ewt = "ud-english-ewt", Gum = "ud-english-gum", Pud = "ud-english-pud";

    public static IEnumerable<EvalSet> All(Locations locations) =>
    [
        PublicSet.Of(locations, Ewt, [Ewt], Tests, (files, sheet) => Score(files, sheet, _ => true, given: "gold_")),
        PublicSet.Of(locations, $"{Ewt}-dev", [Ewt], Devs, (files, sheet) => Score(files, sheet, _ => true, given: "gold_")),
        PublicSet.Of(locations, "gum-news", ["gum-news", Gum], Tests, (files, sheet) => Score(files, sheet, IsNews, given: "")),
        PublicSet.Of(locations, "gum-news-dev", ["gum-news", Gum], Devs, (files, sheet) => Score(files, sheet, IsNews, given: "")),
        PublicSet.Of(locations, "gum", ["gum", Gum], Tests, (files, sheet) => Score(files, sheet, _ => true, given: "")),
        PublicSet.Of(locations, Pud, [Pud], Tests, (files, sheet) => Score(files, sheet, _ => true, given: "gold_")),
    ];

    private static bool IsNews(TreeDocument document) => document.Genre == "news" || document.Id.StartsWith("GUM_news", StringComparison.Ordinal);

    /// <summary>The test part; in a folder that does not say which is which, all that is neither for training nor for tuning.</summary>
    private static string[] Tests(string folder) => [.. DataFiles.Find(folder, ".conllu").Where(path => !Is(path, "train") && !Is(path, "dev"))];

    private static string[] Devs(string folder) => [.. DataFiles.Find(folder, ".conllu").Where(path => Is(path, "dev"))];

    private static bool Is(string path, string part) => Path.GetFileName(path).Contains(part, StringComparison.OrdinalIgnoreCase);

    /// <param name="given">Before the metrics with gold tokens. Empty: these are the main ones, and from raw text only sentences, tokens and words are told.</param>
    private static void Score(string[] files, TallySheet sheet, Func<TreeDocument, bool> wanted, string given)
    {
        LanguageEngine engine = Product.Engine;
        foreach (TreeDocument document in files.SelectMany(Treebank.Read).Where(wanted))
        {
            PlacedTree found = sheet.Timed(() => EngineTrees.Raw(engine, EngineTrees.TextOf(document)));
            if (given.Length > 0) TreeScorer.Raw(sheet, PlacedTree.Of(document), found);
            else TreeScorer.Segments(sheet, PlacedTree.Of(document), found);
            if (document.Sentences.Any(sentence => sentence.OpensParagraph))
            {
                sheet.Add("paged_sentences", TreeScorer.Sentences(PlacedTree.Of(document), sheet.Timed(() => EngineTrees.Raw(engine, EngineTrees.PagedTextOf(document)))));
            }
            var votes = new NameVotes();
            foreach (TreeSentence sentence in document.Sentences)
            {
                TreeScorer.GivenTokens(sheet, given, sentence.Words, sheet.Timed(() => EngineTrees.GivenTokens(engine, sentence, votes)));
            }
            sheet.EndDocument();
        }
    }
}
