using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Sitrep.Language;
using Sitrep.Language.Learning;
using Sitrep.Language.Names;
using Sitrep.Language.Parsing;
using Sitrep.Language.Tagging;
using Sitrep.Train;

// dotnet run -c Release --project tools/Sitrep.Train -- [--datasets DIR] [--out models] [--only names] [--test]
// --only names: keep the other models of --out. --only scores: train nothing. --test: print test scores too, to report, never to tune.
string datasets = Option("--datasets") ?? Environment.GetEnvironmentVariable("SITREP_DATASETS") ?? Path.Combine("..", "shared", "datasets");
string output = Option("--out") ?? "models";
bool onlyNames = Option("--only") == "names";
bool scoreOnly = Option("--only") == "scores";
const int Seed = 20171109;
// Largest weights kept per model. All files together stay under 8 MB; on 6,000 sentences half the parser's weights cost 0.1 LAS, three quarters 0.25.
const int TaggerBudget = 600_000, ParserBudget = 1_600_000, NamesBudget = 300_000;

var clock = Stopwatch.StartNew();
List<TreebankSentence> ewtTrain = Treebank("ud-english-ewt/en_ewt-ud-train.conllu.gz"), ewtDev = Treebank("ud-english-ewt/en_ewt-ud-dev.conllu");
List<TreebankSentence> gumTrain = Treebank("ud-english-gum/en_gum-ud-train.conllu.gz"), gumDev = Treebank("ud-english-gum/en_gum-ud-dev.conllu");
Directory.CreateDirectory(output);

if (!onlyNames && !scoreOnly)
{
    List<TreebankSentence> train = [.. ewtTrain, .. gumTrain];
    TagSet tags = WordsTrainer.Tags(train);
    Lexicon lexicon = WordsTrainer.Lexicon(train, tags);
    Lemmatiser lemmas = WordsTrainer.Lemmas(train, tags);
    Save(LanguageEngine.WordsFile, writer =>
    {
        lexicon.Write(writer);
        lemmas.Write(writer);
    });
    List<Example> examples = [.. train.Select(sentence => new Example(sentence, lexicon, tags))];
    List<Example> shouted = [.. train.Where((_, i) => i % 25 == 0).Select(sentence => new Example(sentence, lexicon, tags, shout: true))];
    TrainingModel taggerModel = TaggerTrainer.Train([.. examples, .. shouted], tags, epochs: 8, Seed);
    Save(LanguageEngine.TaggerFile, writer =>
    {
        tags.Write(writer);
        taggerModel.Write(writer, TaggerBudget);
    });
    Log("tagger trained");
    TaggerTrainer.Jackknife(examples, tags, folds: 4, epochs: 4, TaggerBudget, Seed);
    var tagger = new Tagger(tags, taggerModel.Freeze(TaggerBudget, tags.Count));
    List<Example> dev = [.. ewtDev.Select(sentence => new Example(sentence, lexicon, tags))];
    foreach (Example example in dev) tagger.Tag(example.Words, example.Tags);
    Log("training sentences tagged by taggers that have not seen them");
    Transitions transitions = ParserTrainer.Relations(train);
    TrainingModel parserModel = ParserTrainer.Train(examples, transitions, epochs: 8, Seed, (epoch, model) =>
    {
        if (epoch % 3 == 0) Log($"parser epoch {epoch}: EWT dev {Scores.Attachment(dev, new Parser(transitions, model.Freeze(ParserBudget, transitions.Count)))}");
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
IEnumerable<NamedSentence> newswire = Directory.GetFiles(PathOf("worldwide-newswire/processed_annotated"), "*.tsv").Order(StringComparer.Ordinal).SelectMany(path => NamedSentence.ReadColumns(path, 0, 1, ignoreOther: true));
ScoreNames("worldwide-newswire (never trained on)", engine, newswire);
Log("done");
return 0;

void TrainNames(Lexicon lexicon, Tagger tagger)
{
    List<NamedSentence> unerDev = NamedSentence.ReadColumns(PathOf("ner-open/uner-english-ewt/en_ewt-ud-dev.iob2"), 1, 2);
    NamesTrainer.Source[] sources =
    [
        new("wikigold", NamedSentence.ReadColumns(PathOf("ner-open/wikigold/wikigold.conll.txt"), 0, 1), 1, true),
        new("GUM", [.. NamedSentence.OfEntities(gumTrain)], 1, true),
        new("re3d", [.. NamedSentence.ReadRe3d(PathOf("re3d/CENTCOM")), .. NamedSentence.ReadRe3d(PathOf("re3d/US State Department"))], 1, false),
        new("WNUT17", NamedSentence.ReadColumns(PathOf("ner-open/wnut17/wnut17train.conll"), 0, 1), 4, true),
        new("BTC", [.. "abeg".SelectMany(part => NamedSentence.ReadColumns(PathOf($"ner-open/btc/{part}.conll"), 0, 1))], 4, false),
    ];
    var trial = new NameTagger(NamesTrainer.Train(sources, lexicon, tagger, epochs: 10, Seed).Freeze(NamesBudget, NameTagger.ClassCount));
    Score("names, UNER dev (not trained on)", lexicon, tagger, trial, unerDev);
    TrainingModel model = NamesTrainer.Train([.. sources, new("UNER dev", unerDev, 1, false)], lexicon, tagger, epochs: 10, Seed);
    Save(LanguageEngine.NamesFile, writer => model.Write(writer, NamesBudget));
    Log("names trained");
}

void ScoreNames(string set, LanguageEngine loaded, IEnumerable<NamedSentence> sentences) => Score(set, loaded.Lexicon, loaded.Tagger, loaded.Names, sentences);

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
