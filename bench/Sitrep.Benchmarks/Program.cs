using BenchmarkDotNet.Running;
using Sitrep.Benchmarks;

if (args is ["process", .. string[] folders])
{
    string program = Path.Combine(Corpus.Root, "src", "Sitrep.Cli", "bin", "Release", "net10.0", "sitrep.dll");
    if (folders.Length == 0) folders = [.. Directory.GetDirectories(Corpus.Samples).Order(StringComparer.Ordinal)];
    foreach (string folder in folders) WholeProcess.Run(program, folder);
    return;
}
if (args is ["copies", .. string[] most])
{
    CopyIndexGrowth.Run(most.Length > 0 ? int.Parse(most[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
    return;
}
BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
