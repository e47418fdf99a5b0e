using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Store;

namespace Sitrep.Web.Records;

/// <summary>The record of a store as of any day, folded once for each state of the store and day.</summary>
internal sealed class RecordBook(string storePath, Task<SitrepPipeline> pipeline, TimeProvider clock) : IDisposable
{
    /// <summary>Records kept at a time: an analyst moves between a few days, and one record of a thousand reports is some tens of megabytes.</summary>
    private const int ViewsMax = 8;

    /// <summary>How old the last look at the store may be: another process may write into it, and looking for every request would fold for every report.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    private static readonly string ProgramVersion = typeof(RecordBook).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    private readonly Lock _gate = new();
    private readonly Lock _reading = new();
    private readonly RecordStore _store = RecordStore.Open(storePath);
    private readonly List<(string Version, Task<RecordView> View)> _views = [];
    private string _state = "";
    private long _looked;
    private Content? _content;

    private sealed record Content(string State, KnownReports Known, IReadOnlyList<Problem> SetAside, SharedTexts SharedTexts, IReadOnlyList<Ruling> Rulings);

    /// <summary>How long the last fold took.</summary>
    public TimeSpan FoldTime { get; private set; }

    /// <summary>True once word lists and models are there.</summary>
    public bool IsReady => pipeline.IsCompletedSuccessfully;

    /// <summary>Looks at the store at the next request, however short ago the last look was: something was written into it.</summary>
    public void Refresh()
    {
        lock (_gate) _looked = 0;
    }

    /// <summary>The record as of a day; null for everything.</summary>
    public async Task<RecordView> ViewAsync(DateOnly? asOf, CancellationToken cancel)
    {
        SitrepPipeline stages = await pipeline.WaitAsync(cancel);
        Task<RecordView> view;
        lock (_gate)
        {
            string state = Look(), version = StableId.Of('v', ProgramVersion, storePath, state, asOf?.ToString("O", CultureInfo.InvariantCulture) ?? "")[1..];
            int at = _views.FindIndex(kept => kept.Version == version && !kept.View.IsFaulted);
            view = at >= 0 ? _views[at].View : Task.Run(() => Fold(stages, asOf, state, version), CancellationToken.None);
            if (at >= 0) _views.RemoveAt(at);
            else if (_views.Count == ViewsMax) _views.RemoveAt(0);
            _views.Add((version, view));   // the last is the one asked for last
        }
        return await view.WaitAsync(cancel);
    }

    /// <summary>Looks names up in the gazetteer that the record was placed by; the largest entry first.</summary>
    public async Task<Func<string, ImmutableArray<GazetteerPlace>>> GazetteerAsync(CancellationToken cancel)
    {
        SitrepPipeline stages = await pipeline.WaitAsync(cancel);
        return stages.PlacesNamed;
    }

    public void Dispose() => _store.Dispose();

    private string Look()
    {
        if (_looked != 0 && clock.GetElapsedTime(_looked) < LookEvery) return _state;
        lock (_reading) _state = _store.State();
        _looked = clock.GetTimestamp();
        return _state;
    }

    private RecordView Fold(SitrepPipeline stages, DateOnly? asOf, string state, string version)
    {
        long began = clock.GetTimestamp();
        Content content;
        lock (_reading)
        {
            if (_content?.State != state) _content = new Content(state, _store.LoadReports(_content?.Known ?? KnownReports.None), _store.LoadSetAside(), _store.LoadSharedTexts(), _store.LoadRulings());
            content = _content;
        }
        var view = new RecordView(stages.Fold(content.Known.Reports, content.SetAside, asOf, content.SharedTexts, content.Rulings), version, stages.CountryName);
        FoldTime = clock.GetElapsedTime(began);
        return view;
    }
}
