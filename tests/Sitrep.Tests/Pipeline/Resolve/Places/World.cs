using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Tests.Pipeline.Resolve.Places;

/// <summary>The shipped gazetteer, read once for all tests of this folder.</summary>
internal static class World
{
    public static Gazetteer Gazetteer { get; } = Gazetteer.Load(DataFolder.At(Path.Combine(Repository.Root, "data")));
}
