using System.CommandLine;
using System.Globalization;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish;
using Sitrep.Store.Running;

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
        Option<DateOnly?> on = Inputs.On(), since = Inputs.Day("--since", "Tell what changed since the end of this day. Without it: since the day before the last.");
        Option<bool> unruled = Inputs.WithoutRulings();
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
            ("sitrep report --store crisis.db --on 2017-11-09", "the state on that day, as it is known now"),
            ("sitrep report --store crisis.db --since 2017-11-07", "with what is new, confirmed, disputed, revised and reversed since that evening"),
            ("sitrep report reports/ --figures conservative", "of several tolls that stand name the lowest first"),
            ("sitrep report https://example.org/feed.xml --follow", "fetch a feed and the pages behind it"),
            ("sitrep report reports/ --reader http://localhost:8080/v1 --reader-model NAME", "have a chat model add what it finds, as far as its quotes hold"),
            ("curl -s https://example.org/story.html | sitrep report -", "read one report from standard input"))
        {
            inputs, asOf, on, since, unruled, format, folder, figures, store, follow, progress, gazetteer, reader, model,
        };
        command.SetAction(parsed =>
        {
            var choice = new InputChoice(parsed.GetValue(inputs) ?? [], parsed.GetValue(follow), parsed.GetValue(progress), ReaderChoice.Of(parsed.GetValue(reader), parsed.GetValue(model))) { WithoutRulings = parsed.GetValue(unruled) };
            (Material material, Tally tally) = Session.Load(terminal, parsed.GetValue(gazetteer)).Read(choice, Inputs.StoreOrDefault(parsed.GetValue(store), choice.Paths));
            if (tally.IsNothing) throw new Failure($"Nothing to report: no report at {string.Join(", ", choice.Paths)}. Give files, folders or patterns that exist.");
            FigureRule? rule = parsed.GetValue(figures) is { } named ? Enum.Parse<FigureRule>(named, ignoreCase: true) : null;   // only known rules are let in
            Write(terminal, material, new Days(parsed.GetValue(asOf), parsed.GetValue(on), parsed.GetValue(since)), rule, parsed.GetValue(format), parsed.GetValue(folder));
            return ExitCode.Of(tally);
        });
        return command;
    }

    /// <summary>The days a report is about: known by, the world's day, and the day whose evening changes are told from.</summary>
    private sealed record Days(DateOnly? AsOf, DateOnly? On, DateOnly? Since);

    private static void Write(Terminal terminal, Material material, Days days, FigureRule? rule, string? format, string? folder)
    {
        SituationRecord record = material.AsOf(days.AsOf);
        if (rule is { } chosen) record = record with { FigureRule = chosen };
        bool documents = folder is null ? format != "json" : format is null or not "json";
        SituationRecord? before = documents ? Before(material, record, days.Since) : null;
        if (days.On is { } on) (record, before) = (RecordOn.Of(record, on), null);
        if (folder is null)
        {
            PublishStage.Write(record, Of(format ?? "markdown"), terminal.Output, before);
            terminal.Output.Flush();
        }
        else
        {
            WriteFolder(terminal, record, before, folder, format);
        }
    }

    /// <summary>The record that changes are told from: as of the day asked for, else of the day before the last.</summary>
    /// <returns>Null when all that is dated is of one day, so that all of it is new.</returns>
    internal static SituationRecord? Before(Material material, SituationRecord record, DateOnly? since)
    {
        DateOnly? last = record.AsOf ?? record.Reports.Max(report => report.Published);
        if (since is { } day) return last is { } end && day >= end ? throw new Failure(string.Create(CultureInfo.InvariantCulture, $"--since: {day:yyyy-MM-dd} is not before the last day of the record, {end:yyyy-MM-dd}.")) : material.AsOf(day);
        DateOnly? latest = record.Reports.Max(report => report.Published);
        return latest is { } newest && record.Reports.Any(report => report.Published < newest) ? material.AsOf(newest.AddDays(-1)) : null;
    }

    private static PublishFormat Of(string name) => Formats.Single(known => known.Name == name).Format;

    private static void WriteFolder(Terminal terminal, SituationRecord record, SituationRecord? before, string folder, string? only)
    {
        Directory.CreateDirectory(folder);
        foreach ((PublishFormat format, string name, string file) in Formats)
        {
            if (only is not null && name != only) continue;
            string path = Path.Combine(folder, file);
            using (FileStream output = File.Create(path)) PublishStage.Write(record, format, output, before);
            terminal.Out.WriteLine(path);
        }
    }
}
