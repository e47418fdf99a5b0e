using BenchmarkDotNet.Attributes;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Benchmarks;

/// <summary>Loading the gazetteer, and looking names up in it: common, ambiguous, accented and absent ones.</summary>
[Config(typeof(OneProcess))]
public class GazetteerBenchmarks
{
    private static readonly string[] Names = ["Khartoum", "San Juan", "Córdoba", "Springfield", "Deir ez-Zor", "Nowhere-on-Sea"];

    private readonly DataFolder _data = DataFolder.Find();
    private Gazetteer _gazetteer = null!;   // set by Setup, which runs before any benchmark

    [GlobalSetup]
    public void Setup() => _gazetteer = Gazetteer.Load(_data);

    [Benchmark]
    public object Load() => Gazetteer.Load(_data);

    /// <summary>The answer is the number of entries found for all names.</summary>
    [Benchmark]
    public int Find() => Names.Sum(name => _gazetteer.Find(name).Length);
}
