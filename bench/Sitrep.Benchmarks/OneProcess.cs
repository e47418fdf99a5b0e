using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Sitrep.Benchmarks;

/// <summary>Runs benchmarks in this process: nothing is generated, restored or built in order to measure.</summary>
internal sealed class OneProcess : ManualConfig
{
    public OneProcess() => AddJob(Job.Default.WithWarmupCount(3).WithIterationCount(10).WithToolchain(InProcessEmitToolchain.Instance)).AddDiagnoser(MemoryDiagnoser.Default);
}
