using System.CommandLine;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Web.Serving;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep desk</c>: the record in the browser, for one person on this machine.</summary>
internal static class DeskCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string[]> inputs = Inputs.Argument(required: false);
        Option<string?> store = Inputs.Store($"The file that keeps the reports; made when it is not there. Default without INPUT: {Inputs.DefaultStore}, if it is here. Else nothing is kept when the desk closes.");
        Option<string[]> watch = Inputs.Watch();
        Option<bool> follow = Inputs.Follow();
        Option<int?> port = Inputs.Port();
        var quiet = new Option<bool>("--no-browser") { Description = "Do not open a browser; the address is printed." };
        Option<string?> gazetteer = Inputs.Gazetteer();
        var command = new TeachingCommand("desk", "Open the record in the browser: map, timeline, claims and the words they rest on. Only this machine can reach it.",
            ("sitrep desk samples/albu-kamal", "look at a folder of reports; nothing is kept"),
            ("sitrep desk --store crisis.db", "look at what is stored, and add to it"),
            ("sitrep desk --store crisis.db --watch inbox/", "go on reading what comes into a folder"))
        {
            inputs, store, watch, follow, port, quiet, gazetteer,
        };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(inputs) ?? [];
            using DeskStore kept = DeskStore.Choose(parsed.GetValue(store), given);
            int? named = parsed.GetValue(port);
            var options = new DeskOptions(kept.Path) { Inputs = given, Watched = parsed.GetValue(watch) ?? [], Follow = parsed.GetValue(follow), Port = named ?? DeskRun.UsualPort, Author = Inputs.LocalAuthor };
            DeskRun.Run(terminal, options, named is null, parsed.GetValue(gazetteer), browse: !parsed.GetValue(quiet), kept.IsKept ? [] : ["What is read now is forgotten when it closes; --store FILE keeps it."]);
            return ExitCode.Done;
        });
        return command;
    }
}
