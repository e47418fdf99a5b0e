using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sitrep.Cli.Running;

namespace Sitrep.Cli.Commands;

/// <summary>Arguments and options that several commands share.</summary>
internal static class Inputs
{
    public const string DefaultStore = "sitrep.db";

    public static Argument<string[]> Argument(bool required) => new("INPUT")
    {
        Description = "Files, folders (read recursively), patterns with *, ** and ?, addresses (https://…), or - for standard input: text, HTML, JSON, JSON Lines, feeds, WARC, PDF.",
        Arity = required ? ArgumentArity.OneOrMore : ArgumentArity.ZeroOrMore,
    };

    public static Option<string?> Store(string description) => new("--store") { Description = description, HelpName = "FILE" };

    public static Option<bool> Follow() => new("--follow") { Description = "Fetch the page behind each entry of a feed that has no text of its own." };

    public static Option<bool> Progress() => new("--progress") { Description = "Tell on standard error how far the run is, also when nobody looks." };

    /// <summary>For a desk: what is read again and again.</summary>
    public static Option<string[]> Watch() => new("--watch") { Description = "Go on reading what comes into a folder; also an address. May be given several times.", HelpName = "FOLDER" };

    public static Option<int?> Port()
    {
        var port = new Option<int?>("--port") { Description = $"Port to listen at; 0: any free one. Default: {DeskRun.UsualPort}.", HelpName = "N" };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535) result.AddError("--port: expected a number from 0 to 65535.");
        });
        return port;
    }

    /// <summary>Who rules at a desk without keys: the name that 'sitrep rule' takes too, else the user of this machine.</summary>
    public static string LocalAuthor => Environment.GetEnvironmentVariable("SITREP_AUTHOR") is { Length: > 0 } set ? set : Environment.UserName is { Length: > 0 } user ? user : "analyst";

    public static Option<string?> Gazetteer() => new("--gazetteer")
    {
        Description = "Places of your own, made by 'sitrep gazetteer import'. Default: SITREP_GAZETTEER, else the default file if it is there; none: not even that.",
        HelpName = "FILE",
    };

    public static Option<string?> Reader() => new("--reader")
    {
        Description = $"Have a chat model read each report too: the text of every report is sent to this OpenAI-compatible address (http://localhost:8080/v1). A key is taken from {ReaderChoice.KeyVariable}. Default: off, nothing is sent.",
        HelpName = "URL",
    };

    public static Option<string?> ReaderModel() => new("--reader-model") { Description = "With --reader: the model's name there.", HelpName = "NAME" };

    public static Option<bool> WithoutRulings() => new("--without-rulings") { Description = "As if no analyst had ruled ('sitrep rule'). Without it rulings count, also with --as-of." };

    public static Option<DateOnly?> AsOf() => Day("--as-of", "Only what was published up to the end of this day, as 2017-11-09. Without it: everything.");

    public static Option<DateOnly?> On() => Day("--on", "The state of the world on this day: its events, the figures that stood then, who held what. Goes with --as-of.");

    public static Option<DateOnly?> Day(string name, string description) => new(name) { Description = description, HelpName = "DATE", CustomParser = result => DayOf(result, name) };

    /// <summary>Null, and an error on the command line, for what is no day.</summary>
    public static DateOnly? DayOf(ArgumentResult result, string name)
    {
        string words = result.Tokens.Count > 0 ? result.Tokens[0].Value : "";
        if (DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
        result.AddError($"{name}: '{words}' is not a day; expected year-month-day, for example 2017-11-09.");
        return null;
    }

    /// <summary>The store a command reads when it is given neither inputs nor a store: the default one, if it is here.</summary>
    public static string? StoreOrDefault(string? store, IReadOnlyList<string> inputs)
    {
        if (store is not null || inputs.Count > 0) return store;
        return File.Exists(DefaultStore) ? DefaultStore
            : throw new Failure($"Nothing to read: no INPUT, no --store, and no {DefaultStore} in this folder. Give files or folders, or a store made by 'sitrep ingest'.");
    }
}
