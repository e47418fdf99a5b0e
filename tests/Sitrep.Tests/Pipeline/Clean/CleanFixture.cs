using System.Security.Cryptography;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Clean;
using Sitrep.Pipeline.Data;

namespace Sitrep.Tests.Pipeline.Clean;

/// <summary>Text in, report out: the only place of these tests that knows how the stage is built.</summary>
internal static class CleanFixture
{
    public static CleanStage Stage { get; } = new(DataFolder.At(Path.Combine(Repository.Root, "data")));

    public static RawReport Raw(string text, Markup markup = Markup.Text, string name = "report.txt", SuppliedMetadata? supplied = null)
    {
        string sha = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new RawReport(StableId.Of('r', sha, name), name, sha, markup, text, supplied ?? SuppliedMetadata.None);
    }

    public static Report Clean(string text, Markup markup = Markup.Text, string name = "report.txt", SuppliedMetadata? supplied = null)
    {
        Cleaned cleaned = Stage.Clean(Raw(text, markup, name, supplied));
        Assert.NotNull(cleaned.Report);
        return cleaned.Report;
    }

    /// <summary>One line a zone: <c>kind [start..end) first words</c>.</summary>
    public static string Table(Report report)
    {
        var table = new StringBuilder();
        foreach (Zone zone in report.Zones)
        {
            string words = string.Join(' ', zone.Span.Of(report.Text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(6));
            table.Append(zone.Kind.ToString().ToLowerInvariant()).Append(' ').Append(zone.Span).Append(' ').Append(words).Append('\n');
        }
        return table.ToString();
    }

    /// <summary>What holds for the zones of every report.</summary>
    public static void CheckZones(Report report)
    {
        int at = 0;
        foreach (Zone zone in report.Zones)
        {
            Assert.True(zone.Span.Start >= at && zone.Span.Length > 0, $"{zone} does not follow {at}.");
            Assert.True(string.IsNullOrWhiteSpace(report.Text[at..zone.Span.Start]), $"\"{report.Text[at..zone.Span.Start]}\" is in no zone.");
            at = zone.Span.End;
            Assert.NotNull(report.Map.ToReceived(zone.Span));
        }
        Assert.True(string.IsNullOrWhiteSpace(report.Text[at..]), "The end of the text is in no zone.");
    }
}
