using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Extract.Events.Words;

namespace Sitrep.Eval.Documents;

/// <summary>Documents of ECB+ with their event mentions read by the product, and the stories it sees in them.</summary>
/// <param name="Gold">The happening of each word in the gold data.</param>
internal sealed record EcbWords(IReadOnlyList<WordedReport> Reports, Func<string, string> StoryOf, IReadOnlyDictionary<EventWord, string> Gold)
{
    /// <param name="alone">Happenings of mentions in which the product finds no word; each stands by itself.</param>
    public static EcbWords Read(IReadOnlyList<EcbMentions> documents, ICollection<string> alone)
    {
        var reader = new EventWordReader(Product.Lexicon.Frames, Product.Lexicon.CueBook);
        var read = documents.AsParallel().AsOrdered().Select(document => Product.OrNull(() => Tuple.Create(reader.Read(Product.Parse.Parse(document.Report), [.. document.Mentions.Select(mention => mention.Spans)])))?.Item1).ToArray();
        var gold = new Dictionary<EventWord, string>(ReferenceEqualityComparer.Instance);
        for (int d = 0; d < documents.Count; d++)
        {
            for (int m = 0; m < documents[d].Mentions.Count; m++)
            {
                if (read[d]?.Found[m] is { } word) gold[word] = documents[d].Mentions[m].Gold;
                else alone.Add(documents[d].Mentions[m].Gold);
            }
        }
        StoryClusters stories = StoryClusters.Find([.. documents.Select(document => document.Report)], DedupeStage.Group([.. documents.Select(document => document.Report)]), WordCounts.Load(Product.Data));
        return new EcbWords([.. read.Where(one => one is not null).Select(one => one!.Value.Report)], stories.Of, gold);
    }
}
