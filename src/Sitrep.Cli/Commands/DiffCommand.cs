using System.CommandLine;
using System.Globalization;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Pipeline.Publish.Changes;
using Sitrep.Store.Running;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep diff</c>: what one knew on one day and not on another.</summary>
internal static class DiffCommand
{
    private static readonly (string Name, ChangesFormat Format)[] Formats = [("text", ChangesFormat.Text), ("markdown", ChangesFormat.Markdown), ("json", ChangesFormat.Json)];

    public static Command Build(Terminal terminal)
    {
        Argument<DateOnly?> from = Day("DATE1", "The earlier day, as 2017-11-09: what was published up to its end."), to = Day("DATE2", "The later day.");
        Argument<string[]> inputs = Inputs.Argument(required: false);
        Option<string?> store = Inputs.Store($"Read known reports from this file. Default when no INPUT is given: {Inputs.DefaultStore}.");
        var format = new Option<string?>("--format") { Description = "text (default), markdown or json.", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong([.. Formats.Select(known => known.Name)]);
        Option<bool> unruled = Inputs.WithoutRulings();
        Option<string?> gazetteer = Inputs.Gazetteer();
        var command = new TeachingCommand("diff", "Say what is new, confirmed, disputed, revised, reversed and retracted between two days of knowledge, with the words and sources of each.",
            ("sitrep diff 2017-11-09 2017-11-10 --store crisis.db", "what the reports of the 10th brought"),
            ("sitrep diff 2017-11-08 2017-11-19 reports/ --format markdown > changes.md", "as a page"),
            ("sitrep diff 2017-11-08 2017-11-19 reports/ --format json | jq '.changes[] | select(.kind == \"reversed\")'", "for other programs"))
        {
            from, to, inputs, store, format, unruled, gazetteer,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(from) is not { } first || parsed.GetValue(to) is not { } last) throw new Failure("diff: two days are needed, the earlier first, as 2017-11-09 2017-11-10.");
            if (first >= last) throw new Failure(string.Create(CultureInfo.InvariantCulture, $"diff: {first:yyyy-MM-dd} is not before {last:yyyy-MM-dd}; give the earlier day first."));
            var choice = new InputChoice(parsed.GetValue(inputs) ?? []) { WithoutRulings = parsed.GetValue(unruled) };
            (Material material, Tally tally) = Session.Load(terminal, parsed.GetValue(gazetteer)).Read(choice, Inputs.StoreOrDefault(parsed.GetValue(store), choice.Paths));
            ChangesDocument.Write(material.AsOf(first), material.AsOf(last), Formats.Single(known => known.Name == (parsed.GetValue(format) ?? "text")).Format, terminal.Output);
            terminal.Output.Flush();
            return ExitCode.Of(tally);
        });
        return command;
    }

    private static Argument<DateOnly?> Day(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ExactlyOne, CustomParser = result => Inputs.DayOf(result, name) };
}
