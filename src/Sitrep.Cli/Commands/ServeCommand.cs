using System.CommandLine;
using System.Net;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Web.Safety;
using Sitrep.Web.Serving;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep serve</c>: the desk for a team, and the API for programs.</summary>
internal static class ServeCommand
{
    public static Command Build(Terminal terminal)
    {
        Argument<string[]> inputs = Inputs.Argument(required: false);
        Option<string?> store = Inputs.Store($"The file that keeps the reports; made when it is not there. Default: {Inputs.DefaultStore}.");
        Option<string[]> watch = Inputs.Watch();
        Option<bool> follow = Inputs.Follow();
        var host = new Option<string?>("--host") { Description = "Address of this machine to listen at: 0.0.0.0 for all. Default: 127.0.0.1, this machine only. Others need --keys.", HelpName = "ADDRESS" };
        Option<int?> port = Inputs.Port();
        var keys = new Option<string?>("--keys") { Description = "Who may come in: a file of names, roles and hashes of keys, made by --new-key.", HelpName = "FILE" };
        var newKey = new Option<string?>("--new-key") { Description = "Make a key for somebody, keep its hash in the file of --keys, print the key once, and end.", HelpName = "NAME" };
        var role = new Option<string>("--role") { Description = "With --new-key: reader (looks) or analyst (also adds and rules).", HelpName = "ROLE", DefaultValueFactory = _ => "reader" };
        role.AcceptOnlyFromAmong("reader", "analyst");
        Option<string?> gazetteer = Inputs.Gazetteer();
        var command = new TeachingCommand("serve", "Serve the desk and its API to a team. Beyond this machine only with keys.",
            ("sitrep serve --keys team.keys --new-key ana --role analyst", "make a key for Ana and print it, once"),
            ("sitrep serve --store crisis.db --keys team.keys --host 0.0.0.0", "serve the store to everybody who has a key"),
            ("sitrep serve --store crisis.db --watch https://example.org/feed.xml", "serve on this machine, and go on reading a feed"))
        {
            inputs, store, watch, follow, host, port, keys, newKey, role, gazetteer,
        };
        command.SetAction(parsed =>
        {
            string? keyFile = parsed.GetValue(keys);
            if (parsed.GetValue(newKey) is { } name) return NewKey(terminal, keyFile, name, Enum.Parse<Role>(parsed.GetValue(role)!, ignoreCase: true));   // it has a default
            var options = new DeskOptions(parsed.GetValue(store) ?? Inputs.DefaultStore)
            {
                Inputs = parsed.GetValue(inputs) ?? [],
                Watched = parsed.GetValue(watch) ?? [],
                Follow = parsed.GetValue(follow),
                Host = HostOf(parsed.GetValue(host), keyFile),
                Port = parsed.GetValue(port) ?? DeskRun.UsualPort,
                Keys = keyFile is null ? null : KeyFile.Load(keyFile),
                Author = Inputs.LocalAuthor,
            };
            DeskRun.Run(terminal, options, anyPort: false, parsed.GetValue(gazetteer), browse: false,
                options.Host is null || IPAddress.IsLoopback(options.Host) ? [] : ["It speaks HTTP: put it behind a proxy that speaks TLS before keys cross a network that is not yours."]);
            return ExitCode.Done;
        });
        return command;
    }

    private static IPAddress? HostOf(string? host, string? keyFile)
    {
        if (host is null) return null;
        if (!IPAddress.TryParse(host, out IPAddress? address)) throw new Failure($"--host: '{host}' is no address of a machine; expected one as 0.0.0.0, 192.168.1.10 or ::.");
        if (keyFile is null && !IPAddress.IsLoopback(address)) throw new Failure($"--host: {host} lets others in, and there are no keys. Make one for each person (sitrep serve --keys FILE --new-key NAME) and give --keys FILE.");
        return address;
    }

    private static int NewKey(Terminal terminal, string? keyFile, string name, Role role)
    {
        if (keyFile is null) throw new Failure("--new-key: in which file? Give --keys FILE; it is made when it is not there.");
        terminal.Out.WriteLine(KeyFile.Add(keyFile, name, role));
        terminal.Error.WriteLine($"The key of {name} ({role.ToString().ToLowerInvariant()}) stands above; only its hash is kept in {keyFile}, so it cannot be shown again.");
        return ExitCode.Done;
    }
}
