using System.Globalization;
using System.Xml.Linq;
using Sitrep.Eval.Data;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Places;

/// <summary>A marked toponym.</summary>
/// <param name="Latitude">Null where the set does not place it.</param>
/// <param name="GeonamesId">0 where the set gives none.</param>
/// <param name="Kind">The set's word for how the name is used; empty where it gives none.</param>
internal sealed record GoldToponym(TextSpan Span, double? Latitude, double? Longitude, int GeonamesId, string Kind);

/// <summary>An article with its marked toponyms.</summary>
internal sealed record GeoArticle(string Text, string? Title, string? Url, IReadOnlyList<GoldToponym> Toponyms)
{
    /// <summary>Reads GeoWebNews (Gritta et al. 2019), LGL (Lieberman et al. 2010) and TR-News (Kamalloo and Rafiei 2018): their files differ in names only. Offsets count code points.</summary>
    public static IEnumerable<GeoArticle> Read(string path)
    {
        foreach (XElement article in XDocument.Parse(DataFiles.Text(path)).Descendants("article"))
        {
            string text = article.Element("text")?.Value ?? "";
            int[] offsets = CodePointOffsets.Of(text);
            var toponyms = new List<GoldToponym>();
            foreach (XElement toponym in article.Descendants("toponym"))
            {
                if (Number(toponym, "start") is not { } start || Number(toponym, "end") is not { } end || start < 0 || end >= offsets.Length || end <= start) continue;
                var span = new TextSpan(offsets[(int)start], offsets[(int)end]);
                string? written = (toponym.Element("extractedName") ?? toponym.Element("phrase"))?.Value;
                if (written is not null && written.Trim() != span.Of(text).Trim()) continue;   // a row whose offsets are off
                XElement place = toponym.Element("gaztag") ?? toponym;
                double? id = place.Attribute("geonameid") is { } attribute && double.TryParse(attribute.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double known) ? known : Number(place, "geonamesID");
                toponyms.Add(new GoldToponym(span, Number(place, "latitude") ?? Number(place, "lat"), Number(place, "longitude") ?? Number(place, "lon"), (int)(id ?? 0), toponym.Element("type")?.Value ?? ""));
            }
            yield return new GeoArticle(text, article.Element("title")?.Value, (article.Element("url") ?? article.Element("link"))?.Value, toponyms);
        }
    }

    private static double? Number(XElement element, string name) =>
        double.TryParse(element.Element(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
}
