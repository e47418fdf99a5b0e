using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest;

namespace Sitrep.Tests.Pipeline.Ingest;

public sealed class IngestStageTests : IDisposable
{
    private const string Sentence = "Nine people died in the flood, officials said.";

    private readonly string _folder = Directory.CreateTempSubdirectory("sitrep-ingest").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Folder_is_read_in_order_without_hidden_files_and_junk()
    {
        foreach (string name in (string[])["b.txt", "a/c.txt", "a/B.txt", ".hidden", "Thumbs.db", "half.html.part", "a/.DS_Store", "picture.png"]) Write(name, name == "picture.png" ? "\u0089PNG\u0000\u0000\u0001\u0002" : Sentence);
        Assert.Equal(["a/B.txt", "a/c.txt", "b.txt", "picture.png!UnknownKind"], Names(_folder));
    }

    [Fact]
    public void File_given_twice_is_read_once()
    {
        Write("a.txt", Sentence);
        Assert.Equal(["a.txt"], Names(Path.Combine(_folder, "a.txt"), _folder, Path.Combine(_folder, "*.txt"), Path.Combine(_folder, ".", "a.txt")));
    }

    [Theory]
    [InlineData("*.txt", "a.txt")]
    [InlineData("**/*.txt", "a.txt x/b.txt x/y/c.txt")]
    [InlineData("x/*/?.txt", "y/c.txt")]
    [InlineData("x/**", "b.txt y/c.txt")]
    [InlineData("*.html", "*.html!NotFound")]
    public void Patterns_reach_what_they_say(string pattern, string expected)
    {
        foreach (string name in (string[])["a.txt", "x/b.txt", "x/y/c.txt"]) Write(name, Sentence);
        string[] names = Names($"{_folder}/{pattern}");
        Assert.Equal(expected, string.Join(' ', names));
    }

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes("Zürich — Überflutung") },
        { "utf-8 bom", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("Zürich — Überflutung")] },
        { "utf-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Zürich — Überflutung")] },
        { "utf-16 without mark", Encoding.Unicode.GetBytes("Zürich — Überflutung") },
        { "utf-16 be without mark", Encoding.BigEndianUnicode.GetBytes("Zürich — Überflutung") },
        { "utf-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes("Zürich — Überflutung")] },
        { "windows-1252", [0x5A, 0xFC, .. "rich "u8, 0x97, 0x20, 0xDC, .. "berflutung"u8] },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Text_is_decoded(string encoding, byte[] bytes)
    {
        Assert.NotEmpty(encoding);
        File.WriteAllBytes(Path.Combine(_folder, "a.txt"), bytes);
        Assert.Equal("Zürich — Überflutung", Assert.Single(Read(_folder)).Report?.Received);
    }

    [Fact]
    public void Page_is_decoded_as_it_declares()
    {
        File.WriteAllBytes(Path.Combine(_folder, "a.html"), [.. "<html><head><meta charset=\"windows-1251\"></head><p>"u8, 0xCC, 0xE8, 0xF0]);
        Assert.EndsWith("Мир", Assert.Single(Read(_folder)).Report?.Received, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "", ReasonCode.Empty)]
    [InlineData("a.txt", " \n ", ReasonCode.Empty)]
    [InlineData("a.txt", "\u0000\u0001\u0002\u0003", ReasonCode.NotText)]
    [InlineData("a.json", "{", ReasonCode.BadJson)]
    [InlineData("a.json", "{\"title\":\"x\"}", ReasonCode.JsonWithoutText)]
    [InlineData("a.json", "[1,2", ReasonCode.BadJson)]
    [InlineData("a.xml", "<?xml version=\"1.0\"?><rss/>", ReasonCode.Empty)]
    [InlineData("a.xml", "<?xml version=\"1.0\"?><invoice/>", ReasonCode.UnknownKind)]
    public void Unreadable_inputs_are_set_aside_with_the_reason(string name, string content, ReasonCode code)
    {
        Write(name, content);
        Problem? problem = Assert.Single(Read(_folder)).Problem;
        Assert.Equal((code, name, true), (problem?.Code, problem?.Input, problem?.SetAside));
        Assert.Contains("xpected", problem?.Message, StringComparison.Ordinal);
    }

    [Fact(Timeout = 20_000)]
    public async Task Named_pipe_in_a_folder_does_not_block()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Named pipes lie in folders on Unix only.");
        Write("a.txt", Sentence);
        using (var made = System.Diagnostics.Process.Start("mkfifo", Path.Combine(_folder, "pipe.txt"))) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["a.txt", "pipe.txt!Empty"], await Task.Run(() => Names(_folder), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Deeply_nested_json_is_set_aside()
    {
        Write("a.json", new string('[', 100_000));
        Assert.Equal(ReasonCode.BadJson, Assert.Single(Read(_folder)).Problem?.Code);
    }

    [Fact]
    public void File_over_the_limit_is_set_aside()
    {
        using (FileStream file = File.Create(Path.Combine(_folder, "a.txt"))) file.SetLength(IngestStage.MaxBytes + 1);
        Assert.Equal(ReasonCode.TooLarge, Assert.Single(Read(_folder)).Problem?.Code);
    }

    [Fact]
    public void Link_back_to_a_folder_above_is_told_and_not_followed()
    {
        Write("x/a.txt", Sentence);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "x", "loop"), _folder);
        Assert.Equal(["x/a.txt", "x/loop!Unreadable"], Names(_folder));
    }

    [Fact]
    public void News_article_gives_its_metadata()
    {
        Write("a.json", """{"@graph":[{"@type":"Person","name":"x"},{"@type":"NewsArticle","headline":"Flood","articleBody":"Nine people died.","datePublished":"2021-05-03","author":[{"name":"A B"},{"name":"C D"}],"publisher":{"name":"Post"},"mainEntityOfPage":{"@id":"https://p.example/1"}}]}""");
        RawReport? report = Assert.Single(Read(_folder)).Report;
        Assert.Equal("Nine people died.", report?.Received);
        Assert.Equal(new SuppliedMetadata("Flood", "Post", "https://p.example/1", "2021-05-03", "A B, C D"), report?.Supplied);
    }

    [Fact]
    public void Bad_line_sets_only_itself_aside()
    {
        Write("a.jsonl", "{\"text\":\"One.\"}\n\n{\"text\":\n{\"body\":\"<p>Two.</p>\",\"source\":\"AFP\"}\n{\"text\":\"half \\ud83d pair\",\"x\":1e999,\"text\":\"again\"}\n");
        Assert.Equal(["a.jsonl#1", "a.jsonl#3!BadJson", "a.jsonl#4", "a.jsonl#5"], Names(_folder));
        Ingested[] read = Read(_folder);
        Assert.Equal(Markup.Html, read[2].Report?.Markup);
        Assert.Equal("half \uFFFD pair", read[3].Report?.Received);
    }

    [Fact]
    public void Array_items_are_numbered_from_one()
    {
        Write("a.json", "[{\"text\":\"One.\"},{\"x\":1},{\"content\":\"Three.\"}]");
        Assert.Equal(["a.json#1", "a.json#2!JsonWithoutText", "a.json#3"], Names(_folder));
    }

    [Theory]
    [InlineData("<html><p>Hi.</p></html>", Markup.Html)]
    [InlineData("Plain words.", Markup.Text)]
    [InlineData("{\"text\":\"Plain words.\"}", Markup.Text)]
    public void Standard_input_is_sniffed(string content, Markup markup)
    {
        Ingested one = Assert.Single(new IngestStage().Read(["-", "-"], new MemoryStream(Encoding.UTF8.GetBytes(content))));
        Assert.Equal((markup, "-"), (one.Report?.Markup, one.Report?.Input));
    }

    private void Write(string name, string content)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);   // a combined path always has a folder
        File.WriteAllText(path, content);
    }

    private static Ingested[] Read(params string[] inputs) => [.. new IngestStage().Read(inputs, Stream.Null)];

    private static string[] Names(params string[] inputs) => [.. Read(inputs).Select(one => one.Report?.Input ?? $"{one.Problem?.Input}!{one.Problem?.Code}")];
}
