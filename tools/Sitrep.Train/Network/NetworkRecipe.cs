using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Sitrep.Language.Names;
using Sitrep.Language.Network;
using Sitrep.Language.Tagging;

namespace Sitrep.Train.Network;

/// <summary>What the network learns from, and in which order.</summary>
internal sealed class NetworkRecipe(Lexicon lexicon, TagSet tags, NameLists lists, Func<string, string?> option, Action<string> log)
{
    /// <summary>Trains, and reports on development parts as it goes.</summary>
    /// <param name="plain">News without trees, already cut into words.</param>
    public WordNetwork Train(List<TreebankSentence> train, IReadOnlyList<NameSource> names, List<(string[] Forms, string?[]? Penn)> plain, List<TreebankSentence> ewtDev, List<TreebankSentence> gumDev, List<NamedSentence> unerDev, int seed)
    {
        string[] relations = [.. train.SelectMany(s => s.Relations).CountBy(r => r).Where(pair => pair.Value >= 10).Select(pair => pair.Key).Order(StringComparer.Ordinal)];
        bool withNames = Number("--names", 1) > 0;
        Vocabulary vocabulary = LessonMaker.Words([.. train.Select(s => s.Forms), .. plain.Select(s => s.Forms), .. withNames ? names.Where(s => s.Weight > 0.5f).SelectMany(s => s.Sentences).Select(s => s.Forms) : []], (int)Number("--least", 3));
        var shape = new NetworkShape(vocabulary.Count, 16384, NetworkInput.TraitCount, (int)Number("--wordwidth", 128), (int)Number("--piecewidth", 64), 32,
            (int)Number("--layers", 3), (int)Number("--hidden", 128), (int)Number("--arc", 128), (int)Number("--label", 96), tags.Count, relations.Length, NameClasses.Count);
        var maker = new LessonMaker(lexicon, tags, relations, lists.Book, vocabulary, shape.Pieces);
        List<Lesson> trees = [.. train.Select(s => maker.OfTree(s))];
        if (Number("--variants", 1) > 0) trees.AddRange(Variants(train, maker, seed));
        List<Lesson> named = [];
        if (withNames) named.AddRange(names.SelectMany(source => source.Sentences.Where(s => s.Forms.Length > 0).Select(s => maker.OfNames(s, source.OtherKnown, source.Weight * Number("--nameweight", 1)))));
        List<Lesson> ewt = [.. ewtDev.Select(s => maker.OfTree(s))], gum = [.. gumDev.Where(s => s.Genre != "conversation").Select(s => maker.OfTree(s))], news = [.. gumDev.Where(s => s.Genre == "news").Select(s => maker.OfTree(s))];
        List<(Lesson, (int, int)[])> uner = [.. unerDev.Select(s => (maker.OfNames(s, true, 1), s.Ignored))];
        log($"{trees.Count} sentences with trees, {trees.Sum(l => l.Words)} words; {named.Count} with names; {plain.Count} without either; {vocabulary.Count} words with rows, {tags.Count} tags, {relations.Length} relations");
        int epochs = (int)Number("--epochs", 10);
        if (plain.Count > 0)
        {
            var teachers = new WordNetwork[2];
            for (int i = 0; i < teachers.Length; i++) teachers[i] = Of(NetworkTrainer.Train(shape, [.. trees, .. named], Schedule((int)Number("--teacherepochs", 6), unchecked(seed + 101 + i), 0), Report));
            List<(WordRows, string?[]?)> unread = [.. plain.Select(s => (maker.Features(s.Forms), s.Penn))];
            List<Lesson> agreed = AgreedReadings.Of(unread, teachers[0], teachers[1], Number("--autoweight", 0.5f));
            log($"{agreed.Count} sentences read by two networks, {agreed.Sum(l => l.Words)} words, {agreed.Sum(l => l.Heads.Count(h => h > -2))} heads agreed");
            trees = [.. AgreedReadings.WithNames(trees, teachers[0], teachers[1]), .. agreed];
        }
        // The development names have done their work by now; few sets mark as they do.
        if (withNames && Number("--dev", 1) > 0) named.AddRange(unerDev.Select(s => maker.OfNames(s, false, Number("--devweight", 2))));
        return Of(NetworkTrainer.Train(shape, [.. trees, .. named], Schedule(epochs, seed, Number("--more", 0.05f)), Report));

        WordNetwork Of(NetworkWeights weights) => new(tags, relations, lists.Book, vocabulary, weights);

        void Report(int epoch, string losses, NetworkWeights now)
        {
            log($"epoch {epoch}: {losses}; weights {Fingerprint(now)}");
            if (epoch % 4 != 0 && epoch != epochs) return;
            log($"  EWT dev {NetworkScores.Trees(ewt, now, tags, relations)}");
            log($"  GUM dev {NetworkScores.Trees(gum, now, tags, relations)}; news {NetworkScores.Trees(news, now, tags, relations)}");
            if (withNames) log($"  UNER dev {NetworkScores.Names(uner, now)}");
        }
    }

    private Schedule Schedule(int epochs, int seed, float more) => new(epochs, (int)Number("--batch", 500), Number("--rate", 0.002f), 0,
        new Dropout(Number("--din", 0.15f) + more, Number("--dlayer", 0.12f) + more, Number("--dhead", 0.15f) + more, Number("--rare", 0.5f), Number("--hide", 0.15f)), seed);

    /// <summary>Capitals and small letters throughout, as in headlines and captions; other names and verbs.</summary>
    private IEnumerable<Lesson> Variants(List<TreebankSentence> train, LessonMaker maker, int seed)
    {
        var variants = new SentenceVariants(train, lexicon, seed);
        var reporting = new ReportingVariants(train, seed);
        log($"{reporting.Clauses} reporting clauses");
        foreach ((int i, TreebankSentence sentence) in train.Index())
        {
            if (i % 30 == 0) yield return maker.OfTree(sentence, form => form.ToUpperInvariant());
            if (i % 40 == 1) yield return maker.OfTree(sentence, form => form.ToLowerInvariant());
            if (i % 40 == 2) yield return maker.OfTree(sentence, form => form.Length > 3 ? char.ToUpperInvariant(form[0]) + form[1..] : form);
            if (reporting.Of(sentence, i) is { } reported) yield return maker.OfTree(reported);
            if (variants.Of(sentence, i) is { } other) yield return maker.OfTree(other);
        }
    }

    /// <summary>Start of the SHA-256 of all weights: two runs of one recipe can be compared pass by pass.</summary>
    private static string Fingerprint(NetworkWeights weights)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Matrix matrix in weights.All) hash.AppendData(MemoryMarshal.AsBytes(matrix.Values.AsSpan()));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private float Number(string name, float other) => option(name) is { } text ? float.Parse(text, CultureInfo.InvariantCulture) : other;
}
