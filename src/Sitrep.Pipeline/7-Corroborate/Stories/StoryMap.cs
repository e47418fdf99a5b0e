using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve;

namespace Sitrep.Pipeline.Corroborate.Stories;

/// <summary>Which reports tell of one story, and which place a report is mostly about.</summary>
/// <remarks>"The toll" of a report that names no place can only be compared with that of another report of the same story. Reports are of
/// one story when they dwell on one place within a few weeks of each other; a chain of such reports is one story however long it lasts.</remarks>
public sealed class StoryMap
{
    /// <summary>Days between two reports of one story: news of a crisis seldom pauses longer.</summary>
    private const int GapMax = 21;

    /// <summary>Places a report is held to dwell on.</summary>
    private const int PlacesMax = 3;

    private readonly Dictionary<string, string> _storyOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _focusOf = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly PlaceSpotter _spotter;

    public StoryMap(IReadOnlyList<Report> reports, IEnumerable<ResolvedClaim> claims, IReadOnlyDictionary<string, Place> places)
    {
        var claimed = claims.Where(claim => claim.Place is not null).ToLookup(claim => claim.Claim.ReportId, claim => claim.Place!, StringComparer.Ordinal);
        _spotter = new PlaceSpotter(places.Values);
        var root = new Dictionary<string, string>(StringComparer.Ordinal);
        var last = new Dictionary<string, (DateOnly? Day, string Report)>(StringComparer.Ordinal);
        foreach (Report report in reports.OrderBy(report => report.Anchor ?? DateOnly.MaxValue).ThenBy(report => report.Id, StringComparer.Ordinal))
        {
            string[] dwelt = Dwelt(_spotter.Count(report), claimed[report.Id], places);
            _focusOf[report.Id] = dwelt.FirstOrDefault();
            _texts[report.Id] = report.Text;
            root[report.Id] = report.Id;
            foreach (string place in dwelt)
            {
                bool near = last.TryGetValue(place, out (DateOnly? Day, string Report) before)
                    && (before.Day is null || report.Anchor is null || report.Anchor.Value.DayNumber - before.Day.Value.DayNumber <= GapMax);
                if (near) Join(root, before.Report, report.Id);
                last[place] = (report.Anchor ?? before.Day, report.Id);
            }
        }
        foreach (Report report in reports) _storyOf[report.Id] = Root(root, report.Id);
    }

    /// <summary>Id of the report that stands for the story.</summary>
    public string Of(string report) => _storyOf.GetValueOrDefault(report, report);

    /// <summary>The place a report is mostly about, towns before regions before countries; null when it names none.</summary>
    public string? FocusOf(string report) => _focusOf.GetValueOrDefault(report);

    /// <summary>The place a claim without one is about: the report's own, unless its sentence names another.</summary>
    public string? FocusFor(ResolvedClaim claim)
    {
        if (FocusOf(claim.Claim.ReportId) is not { } focus || !_texts.TryGetValue(claim.Claim.ReportId, out string? text)) return null;
        return _spotter.Count(text, claim.Claim.Span).Keys.All(place => place == focus) ? focus : null;
    }

    // A country is dwelt on by too many stories to tell one by.
    private static string[] Dwelt(Dictionary<string, int> spotted, IEnumerable<string> claimed, IReadOnlyDictionary<string, Place> places)
    {
        foreach (string place in claimed) spotted[place] = spotted.GetValueOrDefault(place) + 2;
        string[] ranked = [.. spotted.Where(place => place.Value > 1).OrderByDescending(place => place.Value).ThenBy(place => places[place.Key].Precision).ThenBy(place => place.Key, StringComparer.Ordinal).Select(place => place.Key)];
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
