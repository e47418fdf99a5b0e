using BenchmarkDotNet.Running;
using Sitrep.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(StoryBenchmarks).Assembly).Run(args);
