using System.Globalization;
using Sitrep.Eval.Attributions;
using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.Scores;
using Sitrep.Eval.Stories;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Places;

/// <summary>Toponyms found, and placed: exact spans, and the share placed within 100 miles of the right place (Gritta et al. 2019).</summary>
internal static class PlaceSets
{
    /// <summary>100 miles, the radius of the field.</summary>
    private const double NearKm = 161;

    public static IEnumerable<EvalSet> All(Locations locations) =>
    [
        PublicSet.Of(locations, "geowebnews", ["geowebnews"], Xml, (files, sheet) => Score(files, sheet, placedOnly: true)),
        PublicSet.Of(locations, "lgl", ["lgl"], Xml, (files, sheet) => Score(files, sheet, placedOnly: false)),
        PublicSet.Of(locations, "tr-news", ["tr-news"], Xml, (files, sheet) => Score(files, sheet, placedOnly: false)),
    ];

    private static string[] Xml(string folder) => DataFiles.Find(folder, ".xml");

    /// <param name="placedOnly">True: marked are places by name and what is named after them ("Kenyan troops"); only those with coordinates are to be found, the others (peoples, languages)
    /// are none. False: marked are names of places alone.</param>
    private static void Score(string[] files, TallySheet sheet, bool placedOnly)
    {
        int number = 0;
        foreach (GeoArticle article in files.SelectMany(GeoArticle.Read))
        {
            int id = number++;
            Report report = PlainReport.Whole(id, article.Text, article.Title, article.Url);
            ReadReport? read = sheet.Timed(() => Product.Read(report));
            IEnumerable<PlaceMention> toponyms = placedOnly ? read?.Reading.Toponyms ?? [] : (read?.Reading.Places ?? []).Where(place => place.Form == PlaceForm.Name);
            HashSet<TextSpan> found = [.. toponyms.Select(place => place.Span)];
            GoldToponym[] wanted = [.. article.Toponyms.Where(toponym => !placedOnly || toponym.Latitude is not null)];
            HashSet<TextSpan> spans = [.. wanted.Select(toponym => toponym.Span)];
            sheet.Add("span_f1", Tally.Of(found, spans));
            foreach (GoldToponym missed in wanted.Where(toponym => !found.Contains(toponym.Span))) sheet.Details.Add($"{id}: missed {missed.Kind} {Around(article.Text, missed.Span)}");
            foreach (TextSpan extra in found.Where(span => !spans.Contains(span)).Order(AttributionSpans.ByStart)) sheet.Details.Add($"{id}: extra {article.Toponyms.FirstOrDefault(toponym => toponym.Span == extra)?.Kind} {Around(article.Text, extra)}");
            GoldToponym[] placed = [.. article.Toponyms.Where(toponym => toponym is { Latitude: not null, Longitude: not null }).OrderBy(toponym => toponym.Span.Start)];
            Place?[] places = sheet.Timed(() => Product.OrNull(() => GivenSpans.Place(read ?? new ReadReport(report, new Reading(report.Id, [], [], [], []), []), placed))) ?? new Place?[placed.Length];
            for (int i = 0; i < placed.Length; i++)
            {
                Place? place = places[i];
                double error = place is { Latitude: { } latitude, Longitude: { } longitude } ? Story.Kilometres(placed[i].Latitude!.Value, placed[i].Longitude!.Value, latitude, longitude) : double.PositiveInfinity;   // both are there: filtered above
                sheet.Add("acc161", Tally.Answer(error <= NearKm));
                if (placed[i].GeonamesId > 0) sheet.Add("exact_id", Tally.Answer(place?.GeonamesId == placed[i].GeonamesId));
                if (error > NearKm) sheet.Details.Add(string.Create(CultureInfo.InvariantCulture, $"{id}: {placed[i].Span.Of(article.Text)} off by {error:0} km: {place?.Name}, {place?.Admin1}, {place?.Country}"));
            }
            sheet.EndDocument();
        }
    }

    private const int ContextMax = 40;

    private static string Around(string text, TextSpan span) =>
        $"{text[Math.Max(0, span.Start - ContextMax)..span.Start]}[{span.Of(text)}]{text[span.End..Math.Min(text.Length, span.End + ContextMax)]}".ReplaceLineEndings(" / ");
}
