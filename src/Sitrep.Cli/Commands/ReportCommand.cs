using System.CommandLine;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep report</c>: reports in, situation report out.</summary>
internal static class ReportCommand
{
    private static readonly (PublishFormat Format, string Name, string File)[] Formats =
    [
        (PublishFormat.Markdown, "markdown", "report.md"),
        (PublishFormat.Html, "html", "report.html"),
        (PublishFormat.Json, "json", "record.json"),
    ];

    public static Command Build(Terminal terminal)
    {
        Argument<string[]> inputs = Inputs.Argument(required: false);
        Option<DateOnly?> asOf = Inputs.AsOf();
        Option<string?> gazetteer = Inputs.Gazetteer();
        var format = new Option<string?>("--format") { Description = "markdown (default), html or json; with --out only this one is written.", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong([.. Formats.Select(known => known.Name)]);
        var folder = new Option<string?>("--out") { Description = "Write report.md, report.html and record.json into this folder instead of printing.", HelpName = "FOLDER" };
        Option<string?> store = Inputs.Store("Read known reports from this file, and add new ones to it. INPUT may then be left out.");
        var figures = new Option<string?>("--figures") { Description = "Which of several numbers that stand is named first: conservative (the lowest), representative (default, what most claimants give) or informative (the highest).", HelpName = "RULE" };
        figures.AcceptOnlyFromAmong([.. Enum.GetNames<FigureRule>().Select(name => name.ToLowerInvariant())]);
        Option<bool> follow = Inputs.Follow(), progress = Inputs.Progress();
        Option<string?> reader = Inputs.Reader(), model = Inputs.ReaderModel();
        var command = new TeachingCommand("report", "Read reports and write the situation report.",
            ("sitrep report reports/", "print the situation report as Markdown"),
            ("sitrep report reports/ --out out", "write report.md, report.html and record.json into out/"),
            ("sitrep report 'wires/**/*.txt' --format json | jq .events", "the record, for other programs"),
            ("sitrep report --store crisis.db --as-of 2017-11-09", "what the stored reports said up to that evening"),
            ("sitrep report reports/ --figures conservative", "of several tolls that stand name the lowest first"),
            ("sitrep report https://example.org/feed.xml --follow", "fetch a feed and the pages behind it"),
            ("sitrep report reports/ --reader http://localhost:8080/v1 --reader-model NAME", "have a chat model add what it finds, as far as its quotes hold"),
            ("curl -s https://example.org/story.html | sitrep report -", "read one report from standard input"))
        {
            inputs, asOf, format, folder, figures, store, follow, progress, gazetteer, reader, model,
        };
        command.SetAction(parsed => Run(
            terminal, new InputChoice(parsed.GetValue(inputs) ?? [], parsed.GetValue(follow), parsed.GetValue(progress), ReaderChoice.Of(parsed.GetValue(reader), parsed.GetValue(model))), parsed.GetValue(asOf), parsed.GetValue(figures), parsed.GetValue(format), parsed.GetValue(folder), parsed.GetValue(store), parsed.GetValue(gazetteer)));
        return command;
    }

    private static int Run(Terminal terminal, InputChoice inputs, DateOnly? asOf, string? figures, string? format, string? folder, string? storeGiven, string? gazetteer)
    {
        string? store = Inputs.StoreOrDefault(storeGiven, inputs.Paths);
        (SituationRecord record, Tally tally) = Session.Load(terminal, gazetteer).Record(inputs, store, asOf);
        if (figures is not null) record = record with { FigureRule = Enum.Parse<FigureRule>(figures, ignoreCase: true) };   // only known rules are let in
        if (tally.IsNothing)
        {
            throw new Failure($"Nothing to report: no report at {string.Join(", ", inputs.Paths)}. Give files, folders or patterns that exist.");
        }
        if (folder is null)
        {
            PublishStage.Write(record, Of(format ?? "markdown"), terminal.Output);
            terminal.Output.Flush();
        }
        else
        {
            WriteFolder(terminal, record, folder, format);
        }
        return tally.Exit;
    }

    private static PublishFormat Of(string name) => Formats.Single(known => known.Name == name).Format;

    private static void WriteFolder(Terminal terminal, SituationRecord record, string folder, string? only)
    {
        Directory.CreateDirectory(folder);
        foreach ((PublishFormat format, string name, string file) in Formats)
        {
            if (only is not null && name != only) continue;
            string path = Path.Combine(folder, file);
            using (FileStream output = File.Create(path)) PublishStage.Write(record, format, output);
            terminal.Out.WriteLine(path);
        }
    }
}
