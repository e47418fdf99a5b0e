using System.Globalization;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Pipeline.Corroborate.Events.Words;
using Sitrep.Pipeline.Extract.Events.Words;

namespace Sitrep.Eval.Events;

/// <summary>Event coreference across documents: ECB+ (Cybulska and Vossen 2014). Gold mentions; stories as the product sees them among all the documents; singletons counted.</summary>
internal static class EcbCorefSet
{
    public static EvalSet Of(Locations locations) => PublicSet.Of(locations, "ecbplus-coref", ["ecbplus-coref", "ecbplus"],
        folder => [.. Archive.Files(folder, EcbMentions.ListEnding), .. Archive.Files(folder, "ecb.xml", "ecbplus.xml")], Score);

    private static void Score(string[] files, TallySheet sheet)
    {
        Dictionary<string, string> lists = Archive.Texts(files, EcbMentions.ListEnding).ToDictionary(list => list.Name, list => list.Text, StringComparer.Ordinal);
        IReadOnlyList<EcbMentions> documents = EcbMentions.Read(Parts.Scored([.. lists.Keys]).Select(name => lists[name]), files);
        if (documents.Count == 0) return;
        EventWordGroups product = EventWordGroups.Load(Product.Data);
        var alone = new List<string>();
        (EcbWords words, IReadOnlyDictionary<EventWord, EventWord> found) = sheet.Timed(() =>
        {
            EcbWords read = EcbWords.Read(documents, alone);
            return (read, product.Find(read.Reports, read.StoryOf));
        });
        var numbers = new Dictionary<EventWord, int>(ReferenceEqualityComparer.Instance);
        foreach (EventWord word in words.Gold.Keys) numbers[word] = numbers.Count;
        string Number(EventWord word) => numbers[word].ToString(CultureInfo.InvariantCulture);
        (string Gold, string System)[] mentions = [.. words.Gold.Select(mention => (mention.Value, Number(found[mention.Key]))), .. alone.Select((gold, i) => (gold, $"alone {i}"))];
        (double muc, double b3, double ceaf, double conll) = Coreference.Score(mentions);
        sheet.Set("conll", conll, mentions.Length);
        sheet.Set("muc", muc, mentions.Length);
        sheet.Set("b3", b3, mentions.Length);
        sheet.Set("ceaf_e", ceaf, mentions.Length);
        Tell(sheet, words, found, Number);
    }

    /// <summary>Each happening of the gold data that was cut, and each group that joins several.</summary>
    private static void Tell(TallySheet sheet, EcbWords words, IReadOnlyDictionary<EventWord, EventWord> found, Func<EventWord, string> number)
    {
        foreach (var gold in words.Gold.GroupBy(mention => mention.Value, mention => mention.Key, StringComparer.Ordinal).Where(gold => gold.Select(word => number(found[word])).Distinct(StringComparer.Ordinal).Count() > 1))
            sheet.Details.Add($"ecbplus-coref cut {gold.Key}: {string.Join(" | ", gold.GroupBy(word => number(found[word]), StringComparer.Ordinal).Select(part => string.Join(", ", part.Select(word => word.Words))))}");
        foreach (var system in words.Gold.GroupBy(mention => number(found[mention.Key]), StringComparer.Ordinal).Where(system => system.Select(mention => mention.Value).Distinct(StringComparer.Ordinal).Count() > 1))
            sheet.Details.Add($"ecbplus-coref joined {system.Key}: {string.Join(" | ", system.GroupBy(mention => mention.Value, StringComparer.Ordinal).Select(part => string.Join(", ", part.Select(mention => mention.Key.Words))))}");
    }
}
