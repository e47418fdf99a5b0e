using System.Collections.Concurrent;
using Sitrep.Language;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Clean;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Parse;
using Sitrep.Pipeline.Resolve;
using Sitrep.Pipeline.Resolve.Actors;

namespace Sitrep.Eval;

/// <summary>What is measured: the whole, and its stages one by one. Each is loaded when first asked for.</summary>
internal static class Product
{
    private static readonly Lazy<LanguageEngine> LoadedEngine = new(() => LanguageEngine.Load(Models));
    private static readonly Lazy<DataFolder> LoadedData = new(DataFolder.Find);
    private static readonly Lazy<SitrepPipeline> LoadedPipeline = new(LoadPipeline);
    private static readonly Lazy<CleanStage> LoadedClean = new(() => new CleanStage(Data));
    private static readonly Lazy<Gazetteer> LoadedGazetteer = new(() => Gazetteer.Load(Data));
    private static readonly Lazy<KnownActors> LoadedActors = new(() => KnownActors.Load(Data));
    private static readonly Lazy<ReadingLexicon> LoadedLexicon = new(() => ReadingLexicon.Load(Data, Gazetteer, Gazetteer.Countries, LoadedActors.Value));
    private static readonly Lazy<ParseStage> LoadedParse = new(() => new ParseStage(Engine, Data));
    private static readonly Lazy<ExtractStage> LoadedExtract = new(() => new ExtractStage(Data, Lexicon));
    private static readonly Lazy<ResolveStage> LoadedResolve = new(() => new ResolveStage(Gazetteer, LoadedActors.Value, ActorGroups.Load(Data), Allegiances.Load(Data), Sitrep.Pipeline.Resolve.Disasters.DisasterKinds.Load(Data)));

    public static string Models => Environment.GetEnvironmentVariable("SITREP_MODELS") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "models");

    public static DataFolder Data => LoadedData.Value;

    public static LanguageEngine Engine => LoadedEngine.Value;

    public static SitrepPipeline Pipeline => LoadedPipeline.Value;

    public static CleanStage Clean => LoadedClean.Value;

    public static KnownActors Actors => LoadedActors.Value;

    public static Gazetteer Gazetteer => LoadedGazetteer.Value;

    public static ReadingLexicon Lexicon => LoadedLexicon.Value;

    public static ParseStage Parse => LoadedParse.Value;

    public static ExtractStage Extract => LoadedExtract.Value;

    public static ResolveStage Resolve => LoadedResolve.Value;

    private static readonly ConcurrentDictionary<string, int> Seen = new(StringComparer.Ordinal);

    /// <summary>What the product broke on, with counts: each is a bug to be mended.</summary>
    public static IEnumerable<KeyValuePair<string, int>> Crashes => Seen.OrderBy(crash => crash.Key, StringComparer.Ordinal);

    /// <summary>Stages 2, 4 and 5 on one report.</summary>
    /// <returns>Null when it was set aside.</returns>
    public static ReadReport? Read(RawReport raw) => OrNull(() => Pipeline.Read(raw).Report);

    /// <summary>Stages 4 and 5 on a report that needs no cleaning.</summary>
    public static ReadReport? Read(Report report) => OrNull(() => new ReadReport(report, Extract.Extract(Parse.Parse(report)), []));

    /// <summary>Runs a piece of the product. One that breaks has found nothing, and the others are still scored.</summary>
    public static T? OrNull<T>(Func<T?> work) where T : class
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or IOException or InvalidDataException))
        {
            Count(e);
            return null;
        }
    }

    private static SitrepPipeline LoadPipeline()
    {
        SitrepPipeline pipeline = SitrepPipeline.Load(Data, Models);
        pipeline.Faulted = (_, fault) => Count(fault);
        return pipeline;
    }

    private static void Count(Exception e)
    {
        string where = e.StackTrace?.Split('\n').Select(line => line.Trim()).FirstOrDefault(line => line.StartsWith("at Sitrep", StringComparison.Ordinal)) ?? "";
        int path = where.IndexOf(" in ", StringComparison.Ordinal);
        Seen.AddOrUpdate($"{e.GetType().Name} {(path < 0 ? where : where[..path])}", 1, (_, count) => count + 1);
    }
}
