using System.CommandLine;

namespace Sitrep.Cli.Usage;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class Misuse
{
    /// <summary>A file name may look like an option that does not exist; only after <c>--</c> is it taken for a file.</summary>
    /// <returns>Null when there is no such argument.</returns>
    public static string? StrayOption(ParseResult parsed, IReadOnlyList<string> args)
    {
        var known = new HashSet<string>(Options(parsed), StringComparer.Ordinal);
        foreach (System.CommandLine.Parsing.Token token in parsed.CommandResult.Tokens)
        {
            if (token.Type != System.CommandLine.Parsing.TokenType.Argument || token.Value.Length < 2 || token.Value[0] != '-' || known.Contains(token.Value)) continue;
            if (args.TakeWhile(arg => arg != "--").Contains(token.Value)) return Unknown(parsed, token.Value);
        }
        return null;
    }

    public static string Describe(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens.Count > 0) return Unknown(parsed, parsed.UnmatchedTokens[0]);
        string first = parsed.Errors.Count > 0 ? parsed.Errors[0].Message : "The command line was not understood.";
        return $"{first} {SeeHelp(parsed)}";
    }

    private static string Unknown(ParseResult parsed, string word)
    {
        bool option = word.StartsWith('-');
        IEnumerable<string> candidates = option ? Options(parsed) : parsed.CommandResult.Command.Subcommands.Select(command => command.Name);
        string? meant = Spelling.Closest(word, candidates);
        string what = option ? "option" : parsed.CommandResult.Command.Subcommands.Count > 0 ? "command" : "argument";
        return $"Unknown {what} '{word}'{(meant is null ? "." : $"; did you mean '{meant}'?")} {SeeHelp(parsed)}";
    }

    private static string SeeHelp(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? "See 'sitrep --help'." : $"See 'sitrep {parsed.CommandResult.Command.Name} --help'.";

    private static IEnumerable<string> Options(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(option => option.Name);
}
