using System.Collections.Immutable;
using Sitrep.Language;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Clean;
using Sitrep.Pipeline.Corroborate;
using Sitrep.Pipeline.Corroborate.Comparing;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Explain;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Details;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Second;
using Sitrep.Pipeline.Parse;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Actors;
using Sitrep.Pipeline.Resolve.Disasters;

namespace Sitrep.Pipeline;

/// <summary>One report read: cleaned, parsed, its claims extracted. Depends on nothing but the report.</summary>
/// <param name="Problems">What could not be read in it; the report is kept.</param>
public sealed record ReadReport(Report Report, Reading Reading, ImmutableArray<Problem> Problems)
{
    /// <summary>With the claims of a second reader among the built-in reader's, each where its words stand.</summary>
    public ReadReport With(SecondReading second)
    {
        var claims = ImmutableArray.CreateBuilder<Claim>();
        int next = 0;
        foreach (Claim claim in Reading.Claims)
        {
            while (next < second.Claims.Length && second.Claims[next].Span.Start < claim.Span.Start) claims.Add(second.Claims[next++]);
            claims.Add(claim);
        }
        claims.AddRange(second.Claims.Skip(next));
        return this with { Reading = Reading with { Claims = claims.DrainToImmutable() }, Problems = [.. Problems, .. second.Problems] };
    }
}

/// <summary>The stages in order. Stages 2, 4 and 5 see one report at a time; 3, 6 and 7 see all of them.</summary>
public sealed class SitrepPipeline
{
    /// <summary>Changes whenever the same report would be read differently; the store reads reports again that an older reader read.</summary>
    public const int ReaderVersion = 24;

    private readonly CleanStage _clean;
    private readonly ParseStage _parse;
    private readonly ExtractStage _extract;
    private readonly ResolveStage _resolve;
    private readonly CorroborateStage _corroborate;
    private readonly ClaimExplainer _explainer;

    private SitrepPipeline(CleanStage clean, ParseStage parse, ExtractStage extract, ResolveStage resolve, CorroborateStage corroborate, ClaimExplainer explainer) =>
        (_clean, _parse, _extract, _resolve, _corroborate, _explainer) = (clean, parse, extract, resolve, corroborate, explainer);

    /// <exception cref="IOException">A word list or a model is missing.</exception>
    /// <exception cref="InvalidDataException">A word list or a model is not what it should be; the message says where.</exception>
    public static SitrepPipeline Load(DataFolder data, string modelFolder) => Load(data, modelFolder, null);

    /// <param name="own">A user's own places, asked beside the gazetteer; null for none.</param>
    public static SitrepPipeline Load(DataFolder data, string modelFolder, IOwnPlaces? own)
    {
        // The models and the gazetteer are most of the start; they know nothing of each other.
        LanguageEngine? engine = null;
        Gazetteer? gazetteer = null;
        Parallel.Invoke(() => engine = LanguageEngine.Load(modelFolder), () => gazetteer = Gazetteer.Load(data, own));
        KnownActors actors = KnownActors.Load(data);
        ReadingLexicon lexicon = ReadingLexicon.Load(data, gazetteer!, gazetteer!.Countries, actors);
        return new SitrepPipeline(
            new CleanStage(data),
            new ParseStage(engine!, data),
            new ExtractStage(data, lexicon),
            new ResolveStage(gazetteer, actors, ActorGroups.Load(data), Allegiances.Load(data), DisasterKinds.Load(data)),
            CorroborateStage.Load(data),
            new ClaimExplainer(data, lexicon.Frames, actors));
    }

    /// <summary>Told of every fault of ours in one report: its input, and what was thrown. Called on the thread that reads, of which there are several.</summary>
    public Action<string, Exception> Faulted { get; set; } = (_, _) => { };

    /// <summary>For who folds the same reports (the same objects) again and again, with a few more each time: what earlier folds worked out of them is kept. The records are the same either way.</summary>
    public bool Remembers
    {
        get => _corroborate.Memo is not null;
        set => _corroborate.Memo = value ? new StoryMemo() : null;
    }

    /// <summary>Clean, parse, extract. A fault of ours in one report sets that report aside, and no other.</summary>
    /// <returns>The report read, or the problem for which it was set aside.</returns>
    public (ReadReport? Report, Problem? SetAside) Read(RawReport raw)
    {
        try
        {
            Cleaned cleaned = _clean.Clean(raw);
            if (cleaned.Report is not { } report) return (null, cleaned.Problems[0]);
            return (new ReadReport(report, _extract.Extract(_parse.Parse(report)), cleaned.Problems), null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, SetAside(raw.Input, ReasonCode.ReadingFailed, e));
        }
    }

    /// <summary>The problem of a report in which a fault of ours showed.</summary>
    public Problem SetAside(string input, ReasonCode code, Exception fault)
    {
        Faulted(input, fault);
        return new Problem(input, null, code, Fault.Words(input, fault), SetAside: true);
    }

    /// <summary>Has a second reader read what the built-in one has read. Nothing of the built-in reading changes; <see cref="ReadReport.With"/> puts the two together.</summary>
    public SecondOutcome ReadSecond(ReadReport read, SecondReader reader)
    {
        try
        {
            return reader.Read(read.Report, _extract.Check(read.Report, _parse.Parse(read.Report), read.Reading, reader.Name.Model));
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            Faulted(read.Report.Input, e);
            return new SecondOutcome(null, ImmutableSortedDictionary<ReasonCode, int>.Empty, $"a fault of Sitrep's ({e.GetType().Name})", IsClosed: false);
        }
    }

    /// <summary>Dedupe, resolve, corroborate: the record of what was published up to the end of <paramref name="asOf"/> (null: everything).</summary>
    /// <param name="setAside">Inputs that could not be read, to be told in the record.</param>
    /// <param name="sharedTexts">What a store knows of who shares text with whom; null: the reports are compared here.</param>
    /// <param name="rulings">What analysts ruled, in their order; null: nothing.</param>
    public SituationRecord Fold(IReadOnlyList<ReadReport> reports, IReadOnlyList<Problem> setAside, DateOnly? asOf, SharedTexts? sharedTexts = null, IReadOnlyList<Ruling>? rulings = null)
    {
        ReadReport[] known = KnownOn(reports, asOf);
        try
        {
            return FoldKnown(known, setAside, asOf, sharedTexts, rulings);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A fault of ours, most likely in one report: those that break by themselves are left out. Any other is told as it is.
            (List<ReadReport> whole, List<Problem> broken) = Tried(known, asOf);
            if (broken.Count == 0) throw;
            return FoldKnown([.. whole], [.. setAside, .. broken], asOf, sharedTexts, rulings);
        }
    }

    private (List<ReadReport> Whole, List<Problem> Broken) Tried(ReadReport[] known, DateOnly? asOf)
    {
        var whole = new List<ReadReport>();
        var broken = new List<Problem>();
        foreach (ReadReport one in known)
        {
            try
            {
                FoldKnown([one], [], asOf, null, null);
                whole.Add(one);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                broken.Add(SetAside(one.Report.Input, ReasonCode.FoldingFailed, e));
            }
        }
        return (whole, broken);
    }

    private SituationRecord FoldKnown(ReadReport[] known, IReadOnlyList<Problem> setAside, DateOnly? asOf, SharedTexts? sharedTexts, IReadOnlyList<Ruling>? rulings)
    {
        Report[] texts = [.. known.Select(read => read.Report)];
        Copies copies = DedupeStage.Find(texts, sharedTexts);
        // Which reports tell one story needs their words only, and is half of the work.
        Task<StoryClusters> stories = Task.Run(() => _corroborate.Stories(texts, copies.Dispatches));
        Resolution resolution = _resolve.Resolve(known, copies);
        return _corroborate.Fold(texts, resolution, stories.GetAwaiter().GetResult(), [.. setAside, .. known.SelectMany(read => read.Problems)], asOf, rulings);
    }

    /// <summary>What two reports tell alike and differently: both are read again, by themselves.</summary>
    public TellingComparison Compare(Report first, Report second) => TellingComparison.Of(Details(first), Details(second));

    /// <summary>What one report tells, thing by thing, for <see cref="TellingComparison.Of"/>.</summary>
    public TellingDetails Details(Report report) => _extract.Details(_parse.Parse(report));

    /// <summary>Entries of the gazetteer, and of the user's own, by any spelling; the largest first.</summary>
    public ImmutableArray<GazetteerPlace> PlacesNamed(string name) => _resolve.PlacesNamed(name);

    /// <summary>The usual English name of a country; null for an unknown code.</summary>
    public string? CountryName(string code) => _resolve.CountryName(code);

    /// <summary>Which reports tell one story, by <see cref="StoryClusters"/>.</summary>
    public StoryClusters Stories(IReadOnlyList<Report> reports) => _corroborate.Stories(reports, DedupeStage.Find(reports, null).Dispatches);

    /// <summary>Why one claim says what it says: its report is read again, and all reports are resolved again.</summary>
    /// <param name="claimId">A claim of the record that <see cref="Fold"/> makes of the same reports and day.</param>
    public ImmutableArray<Evidence> Explain(IReadOnlyList<ReadReport> reports, DateOnly? asOf, string claimId, SharedTexts? sharedTexts = null)
    {
        ReadReport[] known = KnownOn(reports, asOf);
        (ReadReport read, Claim claim) = known.SelectMany(read => read.Reading.Claims.Select(claim => (Read: read, Claim: claim))).First(pair => pair.Claim.Id == claimId);
        Copies copies = DedupeStage.Find([.. known.Select(one => one.Report)], sharedTexts);
        return _explainer.Of(read.Report, claim, _extract.Explain(_parse.Parse(read.Report), claimId), _resolve.Explain(known, copies, claim));
    }

    private static ReadReport[] KnownOn(IReadOnlyList<ReadReport> reports, DateOnly? asOf)
    {
        Versions versions = Versions.Of(reports.Select(read => read.Report));
        return [.. reports.Where(read => asOf is not { } day || versions.KnownOn(read.Report) <= day).OrderBy(read => read.Report.Id, StringComparer.Ordinal)];
    }
}
