using Sitrep.Language;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Details;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Second;
using Sitrep.Pipeline.Parse;

namespace Sitrep.Tests.Pipeline;

/// <summary>Stages 4 and 5 with the shipped models and word lists, loaded once for a test run: text in, what was read in it out.</summary>
internal static class Reader
{
    private static readonly Lazy<(ParseStage Parse, ExtractStage Extract)> Stages = new(Load);

    public static ParsedReport Parse(string text) => Stages.Value.Parse.Parse(Report(text));

    public static Reading Read(string text) => Stages.Value.Extract.Extract(Parse(text));

    public static TellingDetails Details(string text) => Stages.Value.Extract.Details(Parse(text));

    /// <summary>What judges another reader's items on the text.</summary>
    public static ItemCheck Check(string text, string readBy = "test-model")
    {
        ParsedReport parsed = Parse(text);
        return Stages.Value.Extract.Check(parsed.Report, parsed, Stages.Value.Extract.Extract(parsed), readBy);
    }

    private static (ParseStage, ExtractStage) Load()
    {
        DataFolder data = DataFolder.At(Path.Combine(Repository.Root, "data"));
        Gazetteer gazetteer = Gazetteer.Load(data);
        LanguageEngine engine = LanguageEngine.Load(Path.Combine(Repository.Root, "models"));
        return (new ParseStage(engine, data), new ExtractStage(data, ReadingLexicon.Load(data, gazetteer, gazetteer.Countries, KnownActors.Load(data))));
    }

    // Every paragraph is body: what a page makes of it is the business of Clean's tests.
    private static Report Report(string text)
    {
        var zones = new List<Zone>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            if (end > start) zones.Add(new Zone(ZoneKind.Body, new TextSpan(start, end)));
            start = end + 2;
        }
        return new Report("r1", "case.txt", "", Markup.Text, text, text, OffsetMap.Identity(text.Length), null, null, null, null, null, [], null,
            new DateOnly(2024, 5, 15), DateBasis.Metadata, [.. zones], []);
    }
}
