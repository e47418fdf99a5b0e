using System.Text.Json;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Store.Search;
using Sitrep.Web.Pages.Search;

namespace Sitrep.Web.Records;

/// <summary>One record, as of one day, with what pages and answers look up in it. Immutable; made once, read by many requests.</summary>
internal sealed class RecordView
{
    private readonly Lazy<byte[]> _json;
    private readonly Lazy<JsonDocument> _document;
    private readonly Lazy<SearchIndex> _search;
    private readonly Dictionary<string, string> _dispatchOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RecordSource> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _colours = new(StringComparer.Ordinal);

    /// <summary>Colours of holders that a reader can tell apart.</summary>
    private const int Colours = 6;

    private readonly Func<string, string?> _countryName;

    /// <param name="version">The same for the same content of the store, day and program.</param>
    /// <param name="countryName">The usual name of a country by its code; null for an unknown one.</param>
    public RecordView(SituationRecord record, string version, Func<string, string?> countryName)
    {
        (Whole, Version, _countryName) = (record, version, countryName);
        Index = new RecordIndex(record);
        Record = Index.Record;
        Ranking = new EventRanking(Index);
        Confidence = new Confidence(Index);
        foreach (Dispatch dispatch in record.Dispatches)
        {
            foreach (string report in dispatch.Reports) _dispatchOf.TryAdd(report, dispatch.Id);
        }
        foreach (string holder in record.Control.SelectMany(control => control.Spans).Select(span => span.Holder).OfType<string>()) _colours.TryAdd(holder, _colours.Count % Colours + 1);
        foreach (RecordSource source in record.Sources) _sources.TryAdd(source.Id, source);
        KnownDays = [.. record.Reports.Select(report => report.Published).OfType<DateOnly>().Distinct().Order()];
        DateOnly[] happened = [.. record.Events.Where(happening => !Ranking.IsBackground(happening)).SelectMany(Days)];
        Happened = happened.Length == 0 ? null : (happened.Min(), happened.Max());
        _json = new Lazy<byte[]>(() =>
        {
            using var output = new MemoryStream();
            PublishStage.Write(record, PublishFormat.Json, output);
            return output.ToArray();
        });
        _document = new Lazy<JsonDocument>(() => JsonDocument.Parse(_json.Value));
        _search = new Lazy<SearchIndex>(() => new SearchIndex(SearchItems.Of(Index, Country)));
    }

    /// <summary>With what analysts rejected.</summary>
    public SituationRecord Whole { get; }

    /// <summary>Without what analysts rejected: that is in no list and no count; <see cref="Index"/> still finds it by its id.</summary>
    public SituationRecord Record { get; }

    public string Version { get; }

    public RecordIndex Index { get; }

    public EventRanking Ranking { get; }

    public Confidence Confidence { get; }

    /// <summary>Days on which something was published, in order.</summary>
    public IReadOnlyList<DateOnly> KnownDays { get; }

    /// <summary>First and last day of what is news; null when nothing is dated.</summary>
    public (DateOnly First, DateOnly Last)? Happened { get; }

    /// <summary>The record in its published form.</summary>
    public byte[] Json => _json.Value;

    /// <summary>The same, parsed: parts of it are answered as they stand there.</summary>
    public JsonElement Document => _document.Value.RootElement;

    /// <summary>Full-text search over this record; made when it is first asked for.</summary>
    public SearchIndex Search => _search.Value;

    /// <summary>Somebody whose word counts once; null when there is no such one.</summary>
    public RecordSource? Source(string? id) => id is null ? null : _sources.GetValueOrDefault(id);

    /// <summary>Who holds a place at some time, each with the number of its colour, from 1.</summary>
    public IEnumerable<(string Holder, int Colour)> Holders => _colours.Select(pair => (pair.Key, pair.Value));

    /// <summary>Number of a holder's colour, from 1; 0 for nobody.</summary>
    public int Colour(string? holder) => holder is null ? 0 : _colours.GetValueOrDefault(holder);

    /// <summary>The name of a country; its code where that is unknown.</summary>
    public string Country(string code) => _countryName(code) ?? code;

    /// <summary>What a place lies in, in words: "Deir ez-Zor, Syria"; without what its own name says, and empty for what is not placed.</summary>
    public string Surroundings(Place place)
    {
        string? country = place.Country is { } code ? Country(code) : null;
        return Wording.Line(string.Join(", ", new[] { place.Admin1, country }.OfType<string>().Where(part => !string.Equals(part, place.Name, StringComparison.OrdinalIgnoreCase))));
    }

    /// <summary>A side by the name of its actor; a state that has no actor in the record by the name of its country.</summary>
    public string SideName(string side) => Index.Actor(side) is null ? Country(side) : Index.ActorName(side);

    public string DispatchOf(string report) => _dispatchOf[report];

    /// <summary>The first day on which somebody published something of this; null when no report is dated.</summary>
    public DateOnly? KnownSince(IEnumerable<string> claims) => claims.Select(id => Index.Report(Index.Claim(id).Claim.ReportId).Published).Min();

    private static IEnumerable<DateOnly> Days(Event happening) => EventRanking.Day(happening) is { } day ? [day, happening.When?.End ?? day] : [];
}
