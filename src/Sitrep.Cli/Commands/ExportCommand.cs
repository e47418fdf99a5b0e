using System.CommandLine;
using Sitrep.Cli.Rendering;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.Exports;
using Sitrep.Store.Running;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep export</c>: the record in the forms of the field.</summary>
internal static class ExportCommand
{
    /// <summary>Things left out that are named one by one; more say only that the form holds another kind of thing.</summary>
    private const int ToldMax = 50;

    public static Command Build(Terminal terminal)
    {
        Argument<string[]> inputs = Inputs.Argument(required: false);
        string[] names = [.. RecordExports.All.Select(known => known.Name)];
        var format = new Option<string>("--format") { Description = $"{string.Join(", ", names)}.", HelpName = "FORMAT", Required = true };
        format.AcceptOnlyFromAmong(names);
        Option<string?> store = Inputs.Store($"Read known reports from this file. Default when no INPUT is given: {Inputs.DefaultStore}.");
        Option<DateOnly?> asOf = Inputs.AsOf(), on = Inputs.On(), since = Inputs.Day("--since", "With json-feed and atom: also tell as deleted what was told at the end of this day and is no more.");
        Option<bool> unruled = Inputs.WithoutRulings();
        var target = new Option<string?>("--out") { Description = "Write into this file instead of printing.", HelpName = "FILE" };
        Option<string?> gazetteer = Inputs.Gazetteer();
        var command = new TeachingCommand("export", "Write the record in a form of the field: ACLED, UCDP GED, PLOVER, HXL, GeoJSON, Web Annotations, feeds, a calendar.",
            ("sitrep export --format acled-csv --store crisis.db --out acled.csv", "one row a place and day; what ACLED has no row for is named on standard error"),
            ("sitrep export --format geojson reports/ --as-of 2017-11-09 > evening.geojson", "events and control as one knew them that evening, for a map"),
            ("sitrep export --format hxl-figures-csv --store crisis.db", "figures with HXL hashtags"),
            ("sitrep export --format atom --store crisis.db --out public/feed.atom", "a feed; what was taken back is a tombstone in it"))
        {
            inputs, format, store, asOf, on, since, unruled, target, gazetteer,
        };
        command.SetAction(parsed =>
        {
            var choice = new InputChoice(parsed.GetValue(inputs) ?? []) { WithoutRulings = parsed.GetValue(unruled) };
            (Material material, Tally tally) = Session.Load(terminal, parsed.GetValue(gazetteer)).Read(choice, Inputs.StoreOrDefault(parsed.GetValue(store), choice.Paths));
            if (tally.IsNothing) throw new Failure($"Nothing to export: no report at {string.Join(", ", choice.Paths)}. Give files, folders or patterns that exist.");
            SituationRecord record = material.AsOf(parsed.GetValue(asOf));
            if (parsed.GetValue(on) is { } day) record = RecordOn.Of(record, day);
            ExportFormat wanted = RecordExports.All.Single(known => known.Name == parsed.GetRequiredValue(format)).Format;
            Write(terminal, record, wanted, parsed.GetValue(since) is { } earlier ? material.AsOf(earlier) : null, parsed.GetValue(target));
            return ExitCode.Of(tally);
        });
        return command;
    }

    private static void Write(Terminal terminal, SituationRecord record, ExportFormat format, SituationRecord? before, string? path)
    {
        RecordExports exports = RecordExports.Load(DataFolder.Find());
        ExportTally done;
        if (path is null)
        {
            done = exports.Write(record, format, terminal.Output, before);
            terminal.Output.Flush();
        }
        else
        {
            using FileStream output = File.Create(path);
            done = exports.Write(record, format, output, before);
        }
        foreach (string left in done.LeftOut.Take(ToldMax)) terminal.Error.WriteLine($"left out: {ClaimText.Safe(left)}");
        if (done.LeftOut.Length > ToldMax) terminal.Error.WriteLine($"and {Wording.Count(done.LeftOut.Length - ToldMax, "other")} left out");
        terminal.Error.WriteLine($"{Wording.Count(done.Rows, "row")} written, {done.LeftOut.Length} left out");
    }
}
