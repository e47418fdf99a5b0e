using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;

namespace Sitrep.Tests.Pipeline.Publish;

/// <summary>Reports built by hand, as Clean would hand them on.</summary>
internal static class TestReports
{
    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A report received as plain text: the zones stand a blank line apart.</summary>
    public static Report Text(string id, string? title, string? outlet, string? agency, string? published, params ReadOnlySpan<(ZoneKind Kind, string Words)> zones)
    {
        var text = new StringBuilder();
        var spans = ImmutableArray.CreateBuilder<Zone>();
        foreach ((ZoneKind kind, string words) in zones)
        {
            if (text.Length > 0) text.Append("\n\n");
            spans.Add(new Zone(kind, new TextSpan(text.Length, text.Length + words.Length)));
            text.Append(words);
        }
        string received = text.ToString();
        return Make(id, $"{id}.txt", Markup.Text, received, received, OffsetMap.Identity(received.Length), title, outlet, agency, published, spans.ToImmutable());
    }

    /// <summary>A report received as HTML: each zone a paragraph, <c>&amp;</c> written as an entity.</summary>
    public static Report Html(string id, string? title, string? outlet, string? agency, string? published, params ReadOnlySpan<(ZoneKind Kind, string Words)> zones)
    {
        var received = new StringBuilder("<html><body>\n");
        var clean = new StringBuilder();
        var runs = ImmutableArray.CreateBuilder<OffsetMap.Run>();
        var spans = ImmutableArray.CreateBuilder<Zone>();
        foreach ((ZoneKind kind, string words) in zones)
        {
            if (clean.Length > 0) clean.Append("\n\n");
            spans.Add(new Zone(kind, new TextSpan(clean.Length, clean.Length + words.Length)));
            received.Append("<p class=\"story\">");
            foreach (char letter in words)
            {
                string written = letter == '&' ? "&amp;" : letter.ToString();
                runs.Add(new OffsetMap.Run(clean.Length, 1, received.Length, written.Length));
                received.Append(written);
                clean.Append(letter);
            }
            received.Append("</p>\n");
        }
        received.Append("</body></html>\n");
        return Make(id, $"{id}.html", Markup.Html, received.ToString(), clean.ToString(), new OffsetMap(runs.ToImmutable()), title, outlet, agency, published, spans.ToImmutable());
    }

    private static Report Make(
        string id, string input, Markup markup, string received, string text, OffsetMap map, string? title, string? outlet, string? agency, string? published, ImmutableArray<Zone> zones) =>
        new(id, input, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(received))), markup, received, text, map, title, outlet, null, agency, null,
            [], null, published is null ? null : Day(published), published is null ? DateBasis.Unknown : DateBasis.Metadata, zones, []);
}
