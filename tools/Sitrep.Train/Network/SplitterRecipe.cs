using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Sitrep.Language.Network;
using Sitrep.Language.Tokens;

namespace Sitrep.Train.Network;

/// <summary>Teaches where sentences begin, from documents with their paragraphs and from the same with all sentences joined by one space.</summary>
internal static class SplitterRecipe
{
    /// <summary>Words that the splitter sees together.</summary>
    public const int Window = 192;

    private const int Cuts = 2, EditedCuts = 3;

    /// <summary>A document as running text with its gold sentence starts.</summary>
    private sealed record Running(string Text, List<RawToken> Tokens, int[] Starts, int GoldSentences, bool Edited);

    public static NetworkWeights Train(IReadOnlyList<TreebankSentence> train, IReadOnlyList<(string Name, IReadOnlyList<TreebankSentence> Sentences)> dev, Vocabulary vocabulary, Schedule schedule, Func<string, string?> option, Action<string> log)
    {
        int I(string name, int other) => option(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : other;
        var shape = new NetworkShape(vocabulary.Count, SentenceInput.PieceCount, SentenceInput.TraitCount, I("--sword", 32), 32, 32, I("--slayers", 2), I("--shidden", 96), 16, 16, 2, 0, 0);
        var lessons = new List<Lesson>();
        var random = new Random(schedule.Seed);
        var headings = new HeadingVariants(train, schedule.Seed);
        List<TreebankSentence> headed = [.. train.Where(s => IsEdited(s.Genre)).GroupBy(s => s.Document).SelectMany(headings.Of)];
        foreach (Running document in Documents(train, paged: false).Concat(Documents(headed, paged: false)).Concat(Documents(train, paged: true)).Concat(Documents(headed, paged: true)))
        {
            // Several cuts, so that no place is always the border of a window; edited text, where headings and captions stand between sentences, is rare and comes more often.
            int cuts = document.Edited ? EditedCuts : Cuts;
            for (int cut = 0; cut < cuts; cut++)
            {
                for (int at = cut == 0 ? 0 : random.Next(1, Window); at < document.Tokens.Count; at += Window)
                {
                    int end = Math.Min(document.Tokens.Count, at + Window);
                    bool shouted = random.Next(20) == 0;
                    var features = new WordRows();
                    SentenceInput.Add(features, document.Text, CollectionsMarshal.AsSpan(document.Tokens)[at..end], vocabulary, shouted);
                    int[] gold = document.Starts[at..end];
                    gold[0] = -1;
                    lessons.Add(new Lesson(features, gold, Lesson.Unknown(end - at, -2), Lesson.Unknown(end - at), []));
                }
            }
        }
        log($"splitter: {lessons.Count} windows");
        List<(string Name, List<Running> Documents)> held = [.. dev.SelectMany(set => new[] { (set.Name, Documents(set.Sentences, paged: false).ToList()), (set.Name + ", paragraphs kept", Documents(set.Sentences, paged: true).ToList()) })];
        return NetworkTrainer.Train(shape, lessons, schedule, (epoch, losses, weights) =>
        {
            if (epoch % 4 != 0 && epoch != schedule.Epochs) return;
            log($"splitter epoch {epoch}: {losses}");
            foreach ((string name, List<Running> documents) in held) log($"  {name}: {Score(documents, new SentenceNetwork(vocabulary, weights))}");
        });
    }

    private static string Score(List<Running> documents, SentenceNetwork network)
    {
        int right = 0, found = 0, gold = 0;
        var run = new NetworkRun(network.Weights);
        var features = new WordRows();
        var ends = new List<int>();
        foreach (Running document in documents)
        {
            int from = 0;
            network.Split(document.Text, CollectionsMarshal.AsSpan(document.Tokens), [document.Tokens.Count], features, run, ends);
            foreach (int end in ends)
            {
                found++;
                if (document.Starts[from] == 1 && (end == document.Tokens.Count || document.Starts[end] == 1) && !document.Starts.AsSpan(from + 1, end - from - 1).Contains(1)) right++;
                from = end;
            }
            gold += document.GoldSentences;
        }
        return string.Create(CultureInfo.InvariantCulture, $"sentence F1 {200.0 * right / (found + gold):F2} of {gold}");
    }

    private static IEnumerable<Running> Documents(IEnumerable<TreebankSentence> sentences, bool paged)
    {
        foreach (IGrouping<string, TreebankSentence> document in sentences.GroupBy(s => s.Document))
        {
            var text = new StringBuilder();
            var starts = new HashSet<int>();
            int count = 0;
            foreach (TreebankSentence sentence in document)
            {
                if (text.Length > 0) text.Append(paged && sentence.OpensParagraph ? "\n\n" : " ");
                starts.Add(text.Length);
                count++;
                for (int i = 0; i < sentence.Forms.Length; i++)
                {
                    text.Append(sentence.Forms[i]);
                    if (sentence.SpaceAfter[i] && i + 1 < sentence.Forms.Length) text.Append(' ');
                }
            }
            string whole = text.ToString();
            List<RawToken> tokens = Tokeniser.Scan(whole, 0, whole.Length);
            yield return new Running(whole, tokens, [.. tokens.Select(token => starts.Contains(token.Start) ? 1 : 0)], count, IsEdited(document.First().Genre));
        }
    }

    private static bool IsEdited(string genre) => genre is "news" or "interview" or "bio" or "voyage" or "textbook";
}
