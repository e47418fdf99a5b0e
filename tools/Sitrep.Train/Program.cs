using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Sitrep.Language;
using Sitrep.Language.Learning;
using Sitrep.Language.Network;
using Sitrep.Language.Tagging;
using Sitrep.Language.Words;
using Sitrep.Train;
using Sitrep.Train.Network;
using Sitrep.Train.Pairs;

// dotnet run -c Release --project tools/Sitrep.Train -- [--datasets DIR] [--out models] [--only words|sentences|network|scores] [--test]
// --only PART: keep the other models of --out. --test: print test scores too, to report, never to tune. --errors: print what is taken for what.
// --only lists: take the names of the word lists (--data data) over for the next training (--lists tools/Sitrep.Train/lists).
// --only pairs: learn which two words name one happening, into the folder of word lists (--data data).
// --share 0.25: learn from a quarter of the trees, for a learning curve. --auto 0: no sentences without gold.
string datasets = Option("--datasets") ?? Environment.GetEnvironmentVariable("SITREP_DATASETS") ?? Path.Combine("..", "shared", "datasets");
string output = Option("--out") ?? "models";
string? only = Option("--only");
int seed = int.Parse(Option("--seed") ?? "20171109", CultureInfo.InvariantCulture);

if (VectorWidth.RunNarrow(args) is { } code) return code;
var clock = Stopwatch.StartNew();
string lists = Option("--lists") ?? Path.Combine("tools", "Sitrep.Train", "lists");
if (only == "lists")
{
    NameLists.Freeze(Option("--data") ?? "data", lists);
    return 0;
}
if (only == "pairs") return PairRecipe.Run(datasets, Option("--data") ?? "data", Log);
List<TreebankSentence> ewtTrain = Treebank("ud-english-ewt/en_ewt-ud-train.conllu.gz"), ewtDev = Treebank("ud-english-ewt/en_ewt-ud-dev.conllu");
List<TreebankSentence> gumTrain = [.. Treebank("ud-english-gum/en_gum-ud-train.conllu.gz").Where(s => s.Genre != "conversation")], gumDev = Treebank("ud-english-gum/en_gum-ud-dev.conllu");
List<TreebankSentence> gumNewsDev = [.. gumDev.Where(s => s.Genre == "news")];
Directory.CreateDirectory(output);

List<TreebankSentence> train = [.. ((List<TreebankSentence>)[.. ewtTrain, .. gumTrain]).Where((_, i) => i % 100 < 100 * Number("--share", 1))];
TagSet tags = WordsTrainer.Tags(train);
Lexicon lexicon = WordsTrainer.Lexicon(train, tags);
if (only is null or "words")
{
    Lemmatiser lemmas = LemmaTrainer.Train(train, tags);
    Save(LanguageEngine.WordsFile, writer =>
    {
        lexicon.Write(writer);
        lemmas.Write(writer);
    });
}
if (only is null or "sentences")
{
    Vocabulary common = LessonMaker.Words(train.Select(s => s.Forms), 30);
    var schedule = new Schedule(5, 1500, 0.003f, 0, new Dropout(0.35f, 0.4f, 0, 30, 0), seed);
    NetworkWeights weights = SplitterRecipe.Train(train, [("EWT dev", ewtDev), ("GUM dev", [.. gumDev.Where(s => s.Genre != "conversation")]), ("GUM news dev", gumNewsDev)], common, schedule, Option, Log);
    Save(LanguageEngine.SentencesFile, new SentenceNetwork(common, weights).Write);
    Log("sentences learnt");
}
if (only is null or "network")
{
    var known = new NameLists(Option("--data") ?? "data", lists);
    NameSource[] names = NameSource.All(PathOf, gumTrain, lexicon, known);
    foreach (NameSource source in names) Log($"{source.Name}: {source.Sentences.Count} sentences");
    List<NamedSentence> unerDev = NamedSentence.ReadColumns(PathOf("ner-open/uner-english-ewt/en_ewt-ud-dev.iob2"), 1, 2);
    List<(string[], string?[]?)> plain = [];
    if (Number("--auto", 1) > 0)
    {
        plain.AddRange(MascSentence.Read(PathOf("masc-tagged/masc_tagged.zip"), heldOut: false).Select(s => (s.Forms, (string?[]?)s.Penn)));
        plain.AddRange(EcbNames.ReadPlain(PathOf("ecbplus/ecbplus.zip")).Where(forms => forms.Length is > 4 and < 60).Select(forms => (forms, (string?[]?)null)));
        plain.AddRange(names.Where(source => source.Weight > 0.5f && source.Name is not ("ECB+" or "GUM")).SelectMany(source => source.Sentences).Where(s => s.Forms.Length is > 4 and < 60).Select(s => (s.Forms, (string?[]?)null)));
        Log($"{plain.Count} sentences without trees, {plain.Sum(s => s.Item1.Length)} words");
    }
    WordNetwork network = new NetworkRecipe(lexicon, tags, known, Option, Log).Train(train, names, plain, ewtDev, gumDev, unerDev, seed);
    Save(LanguageEngine.NetworkFileName, network.Write);
    Log("tags, trees and names learnt");
}
if (only != "scores") WriteManifest();

LanguageEngine engine = LanguageEngine.Load(output);
Log("loaded");
Report("EWT dev, gold tokens", Scores.OnGoldTokens(ewtDev, engine));
Report("EWT dev, raw text", Scores.OnRawText(ewtDev, engine));
Report("GUM dev, gold tokens", Scores.OnGoldTokens(gumDev, engine));
Report("GUM dev, raw text", Scores.OnRawText(gumDev, engine));
Report("GUM news dev, gold tokens", Scores.OnGoldTokens(gumNewsDev, engine));
if (args.Contains("--errors"))
{
    Console.WriteLine("EWT dev\n" + Confusions.Of(ewtDev, engine));
    Console.WriteLine("GUM dev without conversation\n" + Confusions.Of(gumDev.Where(s => s.Genre != "conversation"), engine));
}
if (args.Contains("--test"))
{
    List<TreebankSentence> ewtTest = Treebank("ud-english-ewt/en_ewt-ud-test.conllu"), gumTest = Treebank("ud-english-gum/en_gum-ud-test.conllu");
    Report("EWT test, gold tokens", Scores.OnGoldTokens(ewtTest, engine));
    Report("EWT test, raw text", Scores.OnRawText(ewtTest, engine));
    Report("GUM test, gold tokens", Scores.OnGoldTokens(gumTest, engine));
    Report("GUM news test, gold tokens", Scores.OnGoldTokens(gumTest.Where(s => s.Genre == "news"), engine));
}
Log("done");
return 0;

void WriteManifest()
{
    using FileStream file = File.Create(Path.Combine(output, ModelFile.ManifestName));
    using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
    {
        json.WriteStartObject();
        json.WriteNumber("format", ModelFile.Format);
        json.WriteStartArray("models");
        foreach (string name in (string[])[LanguageEngine.WordsFile, LanguageEngine.SentencesFile, LanguageEngine.NetworkFileName])
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

float Number(string name, float other) => Option(name) is { } text ? float.Parse(text, CultureInfo.InvariantCulture) : other;

void Report(string what, string result) => Console.WriteLine($"{what}: {result}");

void Log(string what) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{clock.Elapsed.TotalSeconds,6:F1} s] {what}"));
