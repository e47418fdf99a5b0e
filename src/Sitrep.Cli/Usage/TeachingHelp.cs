using System.CommandLine;
using System.CommandLine.Invocation;

namespace Sitrep.Cli.Usage;

/// <summary>The library's help, then examples and exit codes.</summary>
internal sealed class TeachingHelp(SynchronousCommandLineAction inner) : SynchronousCommandLineAction
{
    private static readonly (string Line, string Purpose)[] FirstSteps =
    [
        ("sitrep report reports/", "read a folder, print the situation report"),
        ("sitrep report reports/ --out out", "write report.md, report.html and record.json"),
        ("sitrep report reports/ --as-of 2017-11-09", "what one could know that evening"),
        ("sitrep ingest reports/ --store crisis.db", "keep reports in a file; run it again when more arrive"),
        ("sitrep doctor", "check this installation"),
    ];

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        inner.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        IReadOnlyList<(string Line, string Purpose)> examples = (parseResult.CommandResult.Command as TeachingCommand)?.Examples ?? FirstSteps;
        output.WriteLine("Examples:");
        foreach ((string line, string purpose) in examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {purpose}");
        }
        output.WriteLine();
        output.WriteLine("Exit codes:");
        output.WriteLine("  0  done");
        output.WriteLine("  1  done, but some inputs were set aside; each is named on standard error with its reason");
        output.WriteLine("  2  failed, or the command line was not understood");
        return ExitCode.Done;
    }
}
