using System.CommandLine;

namespace Sitrep.Cli.Usage;

/// <summary>A command whose help shows how it is used.</summary>
/// <param name="examples">Command lines and what they are for.</param>
internal sealed class TeachingCommand(string name, string description, params (string Line, string Purpose)[] examples) : Command(name, description)
{
    public IReadOnlyList<(string Line, string Purpose)> Examples { get; } = examples;
}
