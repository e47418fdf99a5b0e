using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Which reports tell of one story, and which place a report is mostly about.</summary>
/// <remarks>"The toll" of a report that names no place can only be compared with that of another report of the same story. Reports are of
/// one story when <see cref="StoryClusters"/> says so, or when they dwell on one place within a few weeks of each other; a chain of such reports is one story
/// however long it lasts.</remarks>
public sealed class StoryMap
{
    /// <summary>Days between two reports of one story: news of a crisis seldom pauses longer.</summary>
    private const int GapMax = 21;

    /// <summary>Days between two reports of one story of which one names only the country.</summary>
    private const int CountryGapMax = 7;

    /// <summary>A report is about one place when it names it at least once in so many mentions of places.</summary>
    private const int FocusShare = 2;

    /// <summary>Places a report is held to dwell on.</summary>
    private const int PlacesMax = 3;

    private readonly Dictionary<string, string> _storyOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _focusOf = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _textOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, int>> _toldIn = new(StringComparer.Ordinal);
    private readonly PlaceSpotter _spotter;

    public StoryMap(IReadOnlyList<Report> reports, StoryClusters clusters, IEnumerable<ResolvedClaim> claims, IReadOnlyDictionary<string, Place> places)
    {
        var claimed = claims.Where(claim => claim.Place is not null).ToLookup(claim => claim.Claim.ReportId, claim => claim.Place!, StringComparer.Ordinal);
        _spotter = new PlaceSpotter(places.Values);
        var root = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = new Dictionary<string, (DateOnly? Day, string Report)>(StringComparer.Ordinal);
        foreach (Report report in reports.OrderBy(report => report.Anchor ?? DateOnly.MaxValue).ThenBy(report => report.Id, StringComparer.Ordinal))
        {
            Dictionary<string, int> told = _spotter.Count(report);
            foreach (string place in claimed[report.Id]) told[place] = told.GetValueOrDefault(place) + 2;
            string[] dwelt = Dwelt(told, places);
            _toldIn[report.Id] = told;
            _textOf[report.Id] = report.Text;
            root[report.Id] = report.Id;
            foreach (string place in dwelt) Link(place, GapMax);
            // A report that names only the country is of the story last told there.
            if (dwelt is [var only] && places[only] is { Precision: PlacePrecision.Country, Country: { } country }) Link("country/" + country, CountryGapMax);
            foreach (string code in dwelt.Select(place => places[place].Country).OfType<string>()) last["country/" + code] = (report.Anchor, report.Id);

            void Link(string key, int gap)
            {
                if (last.TryGetValue(key, out (DateOnly? Day, string Report) before) && (before.Day is null || report.Anchor is null || report.Anchor.Value.DayNumber - before.Day.Value.DayNumber <= gap)) Join(root, before.Report, report.Id);
                last[key] = (report.Anchor ?? before.Day, report.Id);
            }
        }
        foreach (Report report in reports) Join(root, clusters.Of(report.Id), report.Id);
        foreach (Report report in reports) _storyOf[report.Id] = Root(root, report.Id);
        foreach (var story in reports.GroupBy(report => _storyOf[report.Id], StringComparer.Ordinal))
        {
            var told = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (Report report in story) foreach ((string place, int count) in _toldIn[report.Id]) told[place] = told.GetValueOrDefault(place) + count;
            // What a story is about lies in the country it tells most of, whatever town of another it names often.
            string? home = told.Where(place => places[place.Key].Country is not null).GroupBy(place => places[place.Key].Country!, StringComparer.Ordinal).OrderByDescending(country => country.Sum(place => place.Value)).ThenBy(country => country.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
            _focusOf[story.Key] = Dwelt(told.Where(place => places[place.Key].Country is not { } land || land == home).ToDictionary(StringComparer.Ordinal), places).FirstOrDefault();
        }
    }

    /// <summary>Id of the report that stands for the story.</summary>
    public string Of(string report) => _storyOf.GetValueOrDefault(report, report);

    /// <summary>The place a story is mostly about; null when it names none.</summary>
    public string? FocusOf(string story) => _focusOf.GetValueOrDefault(story);

    /// <summary>The place a count without one is of: the report's own, if it dwells on one above all others and the sentence names no other.</summary>
    public string? FocusFor(ResolvedClaim claim)
    {
        Dictionary<string, int> told = _toldIn[claim.Claim.ReportId];
        if (told.Count == 0) return null;
        (string focus, int count) = told.OrderByDescending(place => place.Value).ThenBy(place => place.Key, StringComparer.Ordinal).Select(place => (place.Key, place.Value)).First();
        if (FocusShare * count < told.Values.Sum()) return null;
        return _spotter.Count(_textOf[claim.Claim.ReportId], claim.Claim.Span).Keys.All(place => place == focus) ? focus : null;
    }

    /// <summary>True when the claim's sentence names a place other than those given.</summary>
    public bool NamesOther(ResolvedClaim claim, Func<string, bool> own) => !_spotter.Count(_textOf[claim.Claim.ReportId], claim.Claim.Span).Keys.All(own);

    // A country is dwelt on by too many stories to tell one by.
    private static string[] Dwelt(Dictionary<string, int> told, IReadOnlyDictionary<string, Place> places)
    {
        string[] ranked = [.. told.Where(place => place.Value > 1).OrderByDescending(place => place.Value).ThenBy(place => places[place.Key].Precision).ThenBy(place => place.Key, StringComparer.Ordinal).Select(place => place.Key)];
        string[] finer = [.. ranked.Where(place => places[place].Precision != PlacePrecision.Country)];
        return finer.Length > 0 ? [.. finer.Take(PlacesMax)] : [.. ranked.Take(1)];
    }

    private static string Root(Dictionary<string, string> root, string report)
    {
        while (root[report] != report) report = root[report] = root[root[report]];
        return report;
    }

    private static void Join(Dictionary<string, string> root, string one, string other)
    {
        (string first, string second) = (Root(root, one), Root(root, other));
        if (first == second) return;
        if (string.CompareOrdinal(first, second) < 0) root[second] = first; else root[first] = second;
    }
}
