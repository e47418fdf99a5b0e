using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Sitrep.Language;
using Sitrep.Language.Learning;
using Sitrep.Language.Names;
using Sitrep.Language.Parsing;
using Sitrep.Language.Tagging;
using Sitrep.Language.Words;
using Sitrep.Train;

// dotnet run -c Release --project tools/Sitrep.Train -- [--datasets DIR] [--out models] [--only names] [--test]
// --only names: keep the other models of --out. --only scores: train nothing. --test: print test scores too, to report, never to tune.
string datasets = Option("--datasets") ?? Environment.GetEnvironmentVariable("SITREP_DATASETS") ?? Path.Combine("..", "shared", "datasets");
string output = Option("--out") ?? "models";
bool onlyNames = Option("--only") == "names";
bool scoreOnly = Option("--only") == "scores";
const int Seed = 20171109;
// Largest weights kept per model. All files together stay under 8 MB; on 6,000 sentences half the parser's weights cost 0.1 LAS, three quarters 0.25.
const int TaggerBudget = 600_000, ParserBudget = 1_600_000, NamesBudget = 300_000, NamesEpochs = 10;

var clock = Stopwatch.StartNew();
List<TreebankSentence> ewtTrain = Treebank("ud-english-ewt/en_ewt-ud-train.conllu.gz"), ewtDev = Treebank("ud-english-ewt/en_ewt-ud-dev.conllu");
List<TreebankSentence> gumTrain = [.. Treebank("ud-english-gum/en_gum-ud-train.conllu.gz").Where(s => s.Genre != "conversation")], gumDev = Treebank("ud-english-gum/en_gum-ud-dev.conllu");
Directory.CreateDirectory(output);

if (!onlyNames && !scoreOnly)
{
    List<TreebankSentence> train = [.. ewtTrain, .. gumTrain];
    TagSet tags = WordsTrainer.Tags(train);
    Lexicon lexicon = WordsTrainer.Lexicon(train, tags);
    Lemmatiser lemmas = LemmaTrainer.Train(train, tags);
    Save(LanguageEngine.WordsFile, writer =>
    {
        lexicon.Write(writer);
        lemmas.Write(writer);
    });
    List<Example> examples = [.. train.Select(sentence => new Example(sentence, lexicon, tags))];
    List<Example> more = MoreTagged(train, lexicon, tags);
    more.AddRange(MascTagged(examples, more, lexicon, tags).Select(sentence => new Example(sentence, lexicon, tags)));
    (TrainingModel first, TrainingModel second) = new TaggerTrainer(tags, TaggerBudget, Seed).Train(examples, more, epochs: 8);
    Save(LanguageEngine.TaggerFile, writer =>
    {
        tags.Write(writer);
        first.Write(writer, TaggerBudget);
        second.Write(writer, TaggerBudget);
    });
    Log("tagger trained");
    var tagger = new Tagger(tags, first.Freeze(TaggerBudget, tags.Count), second.Freeze(TaggerBudget, tags.Count));
    var trial = new Tagger(tags, first.Freeze(TaggerBudget, tags.Count), null);
    Report("EWT dev tags, first pass", Scores.Tags(ewtDev, lexicon, trial));
    Report("GUM dev tags, first pass", Scores.Tags(gumDev, lexicon, trial));
    Report("EWT dev tags", Scores.Tags(ewtDev, lexicon, tagger));
    Report("GUM dev tags", Scores.Tags(gumDev, lexicon, tagger));
    Report("GUM news dev tags", Scores.Tags(gumDev.Where(s => s.Genre == "news"), lexicon, tagger));
    if (Option("--only") == "tagger") return 0;
    List<Example> dev = [.. ewtDev.Select(sentence => new Example(sentence, lexicon, tags))];
    foreach (Example example in dev) tagger.Tag(example.Words, example.Tags);
    Log("training sentences tagged by taggers that have not seen them");
    List<Example> gumExamples = [.. gumDev.Select(sentence => new Example(sentence, lexicon, tags))];
    foreach (Example example in gumExamples) tagger.Tag(example.Words, example.Tags);
    Transitions transitions = ParserTrainer.Relations(train);
    List<Example> edited = [.. examples.Where(example => example.Sentence.Genre is "news" or "interview" or "voyage")];
    TrainingModel parserModel = ParserTrainer.Train([.. examples, .. edited], transitions, tags.Roles, epochs: 9, Seed, (epoch, model) =>
    {
        if (epoch % 4 == 0) Log($"parser epoch {epoch}: EWT dev {Scores.Attachment(dev, new Parser(transitions, tags.Roles, model.Freeze(ParserBudget, transitions.Count)))}; GUM dev {Scores.Attachment(gumExamples, new Parser(transitions, tags.Roles, model.Freeze(ParserBudget, transitions.Count)))}");
    });
    Save(LanguageEngine.ParserFile, writer =>
    {
        transitions.Write(writer);
        parserModel.Write(writer, ParserBudget);
    });
    Log("parser trained");
    TrainNames(lexicon, tagger);
}
else if (onlyNames)
{
    WriteManifest();
    Dictionary<string, string> manifest = ModelFile.ReadManifest(output);
    TrainNames(LanguageEngine.LoadWords(output, manifest).Lexicon, LanguageEngine.LoadTagger(output, manifest));
}
if (!scoreOnly) WriteManifest();

LanguageEngine engine = LanguageEngine.Load(output);
Log("loaded");
Report("EWT dev, gold tokens", Scores.OnGoldTokens(ewtDev, engine));
Report("EWT dev, raw text", Scores.OnRawText(ewtDev, engine));
Report("GUM dev, gold tokens", Scores.OnGoldTokens(gumDev, engine));
Report("GUM dev, raw text", Scores.OnRawText(gumDev, engine));
Report("GUM news dev, gold tokens", Scores.OnGoldTokens(gumDev.Where(s => s.Genre == "news"), engine));
if (args.Contains("--test"))
{
    List<TreebankSentence> ewtTest = Treebank("ud-english-ewt/en_ewt-ud-test.conllu"), gumTest = Treebank("ud-english-gum/en_gum-ud-test.conllu");
    Report("EWT test, gold tokens", Scores.OnGoldTokens(ewtTest, engine));
    Report("EWT test, raw text", Scores.OnRawText(ewtTest, engine));
    Report("GUM test, gold tokens", Scores.OnGoldTokens(gumTest, engine));
    Report("GUM news test, gold tokens", Scores.OnGoldTokens(gumTest.Where(s => s.Genre == "news"), engine));
    ScoreNames("UNER EWT test", engine, NamedSentence.ReadColumns(PathOf("ner-open/uner-english-ewt/en_ewt-ud-test.iob2"), 1, 2));
}
ScoreNewswire("worldwide-newswire (never trained on)", engine.Lexicon, engine.Tagger, engine.Names);
Log("done");
return 0;

// What teaches the tagger alone: capitals, other names and verbs.
static List<Example> MoreTagged(List<TreebankSentence> train, Lexicon lexicon, TagSet tags)
{
    List<Example> more = [.. train.Where((_, i) => i % 25 == 0).Select(sentence => new Example(sentence, lexicon, tags, shout: true))];
    var variants = new SentenceVariants(train, lexicon, Seed);
    foreach ((int i, TreebankSentence sentence) in train.Index())
    {
        if (variants.Of(sentence, i) is { } other) more.Add(new Example(other, lexicon, tags, origin: sentence));
    }
    return more;
}

// MASC with the tags that a tagger of the treebanks agrees with.
IEnumerable<TreebankSentence> MascTagged(List<Example> examples, List<Example> more, Lexicon lexicon, TagSet tags)
{
    var tagger = new Tagger(tags, new TaggerTrainer(tags, TaggerBudget, Seed).Pass([.. examples, .. more], epochs: 4, Seed, again: false).Freeze(TaggerBudget, tags.Count), null);
    return MascSentence.Read(PathOf("masc-tagged/masc_tagged.zip"), heldOut: false).Select(sentence => sentence.Map(lexicon, tagger));
}

void TrainNames(Lexicon lexicon, Tagger tagger)
{
    var lists = new NameLists(Option("--data") ?? "data", Option("--lists") ?? Path.Combine("tools", "Sitrep.Train", "lists"));
    List<NamedSentence> unerDev = NamedSentence.ReadColumns(PathOf("ner-open/uner-english-ewt/en_ewt-ud-dev.iob2"), 1, 2);
    NamesTrainer.Source[] sources =
    [
        new("wikigold", NamedSentence.ReadColumns(PathOf("ner-open/wikigold/wikigold.conll.txt"), 0, 1), 1, true),
        new("GUM", [.. NamedSentence.OfEntities(gumTrain, lists)], 1, true),
        new("ECB+", [.. EcbNames.Read(PathOf("ecbplus/ecbplus.zip"), lexicon, lists)], 1, false),
        new("re3d", [.. NamedSentence.ReadRe3d(PathOf("re3d/CENTCOM"), lists), .. NamedSentence.ReadRe3d(PathOf("re3d/US State Department"), lists)], 1, false),
        new("WNUT17", NamedSentence.ReadColumns(PathOf("ner-open/wnut17/wnut17train.conll"), 0, 1), 4, true),
        new("BTC", [.. "abeg".SelectMany(part => NamedSentence.ReadColumns(PathOf($"ner-open/btc/{part}.conll"), 0, 1))], 4, false),
    ];
    foreach (NamesTrainer.Source source in sources) Log($"{source.Name}: {source.Sentences.Count} sentences, {source.Sentences.Sum(s => s.Classes.Count(c => c > 0 && !NameTagger.IsInside(c)))} names, {source.Sentences.Sum(s => s.Classes.Count(c => c < 0))} unknown words");
    if (Option("--only") == "names")
    {
        (TrainingModel one, TrainingModel two) = NamesTrainer.Train(sources, lists.Book, lexicon, tagger, NamesEpochs, NamesBudget, Seed);
        var trial = new NameTagger(lists.Book, one.Freeze(NamesBudget, NameTagger.ClassCount), null);
        Score("names, UNER dev (not trained on), first pass", lexicon, tagger, trial, unerDev);
        ScoreNewswire("worldwide-newswire, first pass", lexicon, tagger, trial);
        trial = new NameTagger(lists.Book, one.Freeze(NamesBudget, NameTagger.ClassCount), two.Freeze(NamesBudget, NameTagger.ClassCount));
        Score("names, UNER dev (not trained on)", lexicon, tagger, trial, unerDev);
        ScoreNewswire("worldwide-newswire", lexicon, tagger, trial);
    }
    (TrainingModel first, TrainingModel second) = NamesTrainer.Train([.. sources, new("UNER dev", unerDev, 1, false)], lists.Book, lexicon, tagger, NamesEpochs, NamesBudget, Seed);
    Save(LanguageEngine.NamesFile, writer =>
    {
        lists.Book.Write(writer);
        first.Write(writer, NamesBudget);
        second.Write(writer, NamesBudget);
    });
    Log("names trained");
}

void ScoreNames(string set, LanguageEngine loaded, IEnumerable<NamedSentence> sentences) => Score(set, loaded.Lexicon, loaded.Tagger, loaded.Names, sentences);

void ScoreNewswire(string set, Lexicon lexicon, Tagger tagger, NameTagger names) => Score(set, lexicon, tagger, names,
    Directory.GetFiles(PathOf("worldwide-newswire/processed_annotated"), "*.tsv").Order(StringComparer.Ordinal).SelectMany(path => NamedSentence.ReadColumns(path, 0, 1, ignoreOther: true)));

void Score(string set, Lexicon lexicon, Tagger tagger, NameTagger names, IEnumerable<NamedSentence> sentences)
{
    (double precision, double recall, double f1, int gold) = NamesTrainer.Score(sentences, lexicon, tagger, names);
    Report(set, string.Create(CultureInfo.InvariantCulture, $"{gold} names: P {100 * precision:F1} R {100 * recall:F1} F1 {100 * f1:F1}"));
}

void WriteManifest()
{
    using FileStream file = File.Create(Path.Combine(output, ModelFile.ManifestName));
    using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
    {
        json.WriteStartObject();
        json.WriteNumber("format", ModelFile.Format);
        json.WriteStartArray("models");
        foreach (string name in (string[])[LanguageEngine.WordsFile, LanguageEngine.TaggerFile, LanguageEngine.ParserFile, LanguageEngine.NamesFile])
        {
            if (!File.Exists(Path.Combine(output, name))) continue;
            byte[] bytes = File.ReadAllBytes(Path.Combine(output, name));
            json.WriteStartObject();
            json.WriteString("file", name);
            json.WriteNumber("bytes", bytes.Length);
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(bytes)));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
    file.Write("\n"u8);
}

void Save(string name, Action<BinaryWriter> write) => File.WriteAllBytes(Path.Combine(output, name), ModelFile.Pack(write));

List<TreebankSentence> Treebank(string name) => TreebankSentence.Read(PathOf(name));

string PathOf(string name) => Path.Combine(datasets, name.Replace('/', Path.DirectorySeparatorChar));

string? Option(string name) => Array.IndexOf(args, name) is var at && at >= 0 && at + 1 < args.Length ? args[at + 1] : null;

void Report(string what, string result) => Console.WriteLine($"{what}: {result}");

void Log(string what) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{clock.Elapsed.TotalSeconds,6:F1} s] {what}"));
