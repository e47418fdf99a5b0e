using System.Text;

namespace Sitrep.Cli;

/// <summary>The three streams of the process, and what may be drawn on them.</summary>
/// <param name="input">Bytes for the input <c>-</c>.</param>
/// <param name="output">What was asked for, and nothing else.</param>
/// <param name="error">Progress, notes and errors.</param>
/// <param name="drawn">True when a person looks at the output: tables are drawn, words are marked by colour.</param>
/// <param name="live">True when a person looks at the errors: progress is shown and wiped.</param>
/// <param name="color">False when <c>NO_COLOR</c> is set.</param>
internal sealed class Terminal(Stream input, Stream output, TextWriter error, bool drawn, bool live, bool color) : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Lock _faults = new();

    public Stream Input { get; } = input;

    /// <summary>For documents that are written as bytes; flush <see cref="Out"/> before.</summary>
    public Stream Output { get; } = output;

    public TextWriter Out { get; } = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };

    public TextWriter Error { get; } = error;

    public bool Drawn { get; } = drawn;

    public bool Live { get; } = live;

    public bool Color { get; } = drawn && color;

    /// <summary>True when whoever runs us wants to see where in the code things fail.</summary>
    public static bool Debugs => Environment.GetEnvironmentVariable("SITREP_DEBUG") == "1";

    /// <summary>Shows a fault of ours in one input to those who want to see it; its problem is told in any case. From any thread.</summary>
    public void Faulted(string input, Exception fault)
    {
        if (!Debugs) return;
        lock (_faults) Error.WriteLine($"{input}: {fault}");
    }

    public static Terminal OfProcess()
    {
        bool color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        bool dumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(
            Console.OpenStandardInput(), Console.OpenStandardOutput(),
            new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" },
            drawn: !Console.IsOutputRedirected && !dumb, live: !Console.IsErrorRedirected && !dumb, color);
    }

    public void Dispose()
    {
        try
        {
            Out.Flush();
        }
        catch (IOException)
        {
            // The reader of a pipe left early (head, less): it has what it wanted.
        }
    }
}
