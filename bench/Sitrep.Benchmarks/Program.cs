using BenchmarkDotNet.Running;
using Sitrep.Benchmarks;

if (args is ["process", .. string[] folders])
{
    string program = Path.Combine(Corpus.Root, "src", "Sitrep.Cli", "bin", "Release", "net10.0", "sitrep.dll");
    if (folders.Length == 0) folders = [.. Directory.GetDirectories(Corpus.Samples).Order(StringComparer.Ordinal)];
    foreach (string folder in folders) WholeProcess.Run(program, folder);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
