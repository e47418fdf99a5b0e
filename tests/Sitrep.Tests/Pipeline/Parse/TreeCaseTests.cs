using Sitrep.Language.Tokens;

namespace Sitrep.Tests.Pipeline.Parse;

/// <summary>Cases under tests/cases/parse: the clauses of a sentence and who does what in them, as the stage hands them on.</summary>
/// <remarks>The shipped models and the repairs together: a case stands for a form of sentence, not for one of the two.</remarks>
public sealed class TreeCaseTests
{
    private const string Open = "open";
    private static readonly GoldenFile Golden = new("parse");
    private static readonly string[] Shown = ["root", "parataxis", "nsubj", "nsubj:pass", "obj", "ccomp", "xcomp", "advcl", "mark", "acl", "acl:relcl", "obl:agent"];

    public static TheoryData<string, int, string> Cases => Rows(file => file != Open);

    public static TheoryData<string, int, string> OpenCases => Rows(file => file == Open);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Trees_are_as_written_down(string file, int number, string input)
    {
        Assert.NotEmpty(input);
        Golden.Check(file, number, Table(Golden.Read(file, number).Input));
    }

    [Theory]
    [MemberData(nameof(OpenCases))]
    public void Trees_we_know_to_miss(string file, int number, string input)
    {
        Assert.NotEmpty(input);
        (string why, string text, string expected) = Golden.Read(file, number);
        string[] found = Table(text).Split('\n');
        foreach (string line in expected.Split('\n')) if (!found.Contains(line)) Assert.Skip($"{why} Wanted: {line}");
    }

    private static string Table(string text) => string.Join('\n', Reader.Parse(text).Paragraphs
        .SelectMany(paragraph => paragraph.Sentences)
        .SelectMany(sentence => sentence.Tokens.Where(token => Shown.Contains(token.Relation)).Select(token => Line(sentence, token))));

    private static string Line(Sentence sentence, in Token token) =>
        token.Head < 0 ? $"{token.Form} root" : $"{token.Form} {token.Relation} {sentence.Tokens[token.Head].Form}";

    private static TheoryData<string, int, string> Rows(Func<string, bool> wanted)
    {
        var rows = new TheoryData<string, int, string>();
        foreach ((string file, int number) in Golden.Cases.Where(one => wanted(one.File))) rows.Add(file, number, Golden.Read(file, number).Input);
        return rows;
    }
}
