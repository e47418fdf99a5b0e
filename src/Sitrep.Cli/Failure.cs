using Sitrep.Store.Running;

namespace Sitrep.Cli;

/// <summary>The command cannot do what was asked. The message says what, where, what was expected and what to do, in one line.</summary>
internal sealed class Failure(string message) : Exception(message);

/// <summary>What the process answers to its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, but some inputs were set aside; each is named on standard error.</summary>
    public const int SomeSetAside = 1;

    /// <summary>Not done: bad usage, an unreadable store, nothing to read.</summary>
    public const int Failed = 2;

    public static int Of(Tally tally) => tally.SetAside.Count > 0 ? SomeSetAside : Done;
}
