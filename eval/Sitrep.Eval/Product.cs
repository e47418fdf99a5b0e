using Sitrep.Language;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Clean;
using Sitrep.Pipeline.Data;

namespace Sitrep.Eval;

/// <summary>What is measured, loaded once when first asked for.</summary>
internal static class Product
{
    private static readonly Lazy<LanguageEngine> LoadedEngine = new(() => LanguageEngine.Load(Models));
    private static readonly Lazy<SitrepPipeline> LoadedPipeline = new(() => SitrepPipeline.Load(DataFolder.Find(), Models));

    private static readonly Lazy<CleanStage> LoadedClean = new(() => new CleanStage(DataFolder.Find()));

    public static string Models => Environment.GetEnvironmentVariable("SITREP_MODELS") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "models");

    public static LanguageEngine Engine => LoadedEngine.Value;

    public static CleanStage Clean => LoadedClean.Value;

    public static SitrepPipeline Pipeline => LoadedPipeline.Value;
}
