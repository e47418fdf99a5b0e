using System.CommandLine;
using System.Globalization;
using Sitrep.Cli.Rendering;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep rulings</c>: the audit trail.</summary>
internal static class RulingsCommand
{
    public static Command Build(Terminal terminal)
    {
        Option<string?> store = Inputs.Store($"The store whose rulings are listed. Default: {Inputs.DefaultStore}.");
        var command = new TeachingCommand("rulings", "List what analysts ruled, in the order they did: number, when, who, what, why, and what was undone.",
            ("sitrep rulings --store crisis.db", "the audit trail"),
            ("sitrep report --store crisis.db --format json | jq .rulings", "the same for other programs, with what each is on in the record now"))
        {
            store,
        };
        command.SetAction(parsed => Run(terminal, Session.Rulings(Inputs.StoreOrDefault(parsed.GetValue(store), []) ?? Inputs.DefaultStore)));
        return command;
    }

    internal static int Run(Terminal terminal, IReadOnlyList<Ruling> rulings)
    {
        var table = new TextTable("No", "At", "Author", "Ruling", "On", "Reason", "State");
        foreach (AppliedRuling made in new RulingFold(rulings, partial: true).Close())
        {
            Ruling ruling = made.Ruling;
            table.Add(
                ruling.Sequence.ToString(CultureInfo.InvariantCulture), ruling.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture), ClaimText.Safe(ruling.Author), Wording.Of(ruling.Verb),
                ruling switch
                {
                    { Other: { } other } => $"{ruling.Target}, {other}",
                    { Value: { } grade } => $"{ruling.Target}: {grade}",
                    { Verb: RulingVerb.Split } => $"{ruling.Target}: {string.Join(", ", ruling.Claims)}",
                    _ => ruling.Target,
                },
                ClaimText.Safe(ruling.Reason), made.UndoneBy is null ? ruling.Verb is RulingVerb.Undo or RulingVerb.Comment ? "-" : "counts" : RulingText.State(made).Trim(' ', '(', ')'));
        }
        table.Write(terminal);
        terminal.Out.Write($"{Wording.Count(rulings.Count, "ruling")}\n");
        return ExitCode.Done;
    }
}
