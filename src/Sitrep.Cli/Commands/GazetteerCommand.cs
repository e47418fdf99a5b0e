using System.CommandLine;
using System.Globalization;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Store.Places;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep gazetteer</c>: places of the user's own beside the built-in ones.</summary>
internal static class GazetteerCommand
{
    /// <summary>Rows set aside that are named one by one; more say only that the file is of another kind.</summary>
    private const int ToldMax = 50;

    /// <summary>Rows between two lines of progress: a second or two.</summary>
    private const int ProgressRows = 250_000;

    public static Command Build(Terminal terminal)
    {
        var lists = new Argument<string[]>("LIST") { Description = "GeoNames dumps (allCountries.txt, XX.txt) and CSV files with a header: name, aliases, lat, lon, country, admin1, kind, population.", Arity = ArgumentArity.OneOrMore };
        var target = new Option<string?>("--gazetteer") { Description = "The file to write. Default: SITREP_GAZETTEER, else sitrep/gazetteer.db in your folder for application data.", HelpName = "FILE" };
        Option<bool> progress = Inputs.Progress();
        var import = new TeachingCommand("import", "Read lists of places into a gazetteer of your own. The file is written anew from all lists given.",
            ("sitrep gazetteer import villages.csv", "places that the built-in gazetteer lacks; every command then uses them"),
            ("sitrep gazetteer import SD.txt camps.csv --gazetteer sudan.db", "a country of GeoNames and a list of your own, in a file of their own"),
            ("sitrep report reports/ --gazetteer sudan.db", "then: read with it"))
        {
            lists, target, progress,
        };
        import.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(lists), parsed.GetValue(target), parsed.GetValue(progress)));
        return new TeachingCommand("gazetteer", "Places of your own, used beside the built-in gazetteer: 'sitrep gazetteer import LIST...'.",
            ("sitrep gazetteer import villages.csv", "name, lat and lon in the header are enough"))
        {
            import,
        };
    }

    private static int Run(Terminal terminal, string[] lists, string? given, bool progress)
    {
        string target = given ?? (Environment.GetEnvironmentVariable("SITREP_GAZETTEER") is { Length: > 0 } named ? named : OwnGazetteer.DefaultPath)
            ?? throw new Failure("No folder for application data to keep the gazetteer in. Name the file with --gazetteer FILE.");
        long told = 0;
        var import = new PlaceImport(Countries.Load(DataFolder.Find()))
        {
            SetAside = (list, line, why) =>
            {
                if (++told <= ToldMax) terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list}:{line}: set aside: {why}"));
            },
            Progress = (list, rows, bytes, size) =>
            {
                if ((progress || terminal.Live) && rows % ProgressRows == 0) terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{list}: {rows:N0} rows, {bytes / 1e6:0} of {size / 1e6:0} MB"));
            },
        };
        ImportTally tally = import.Run(lists, target);
        if (told > ToldMax) terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {told - ToldMax} more rows set aside"));
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{target}: {tally.Added} places, {tally.LeftOut} rows left out, {tally.Bad} set aside"));
        return tally.Bad > 0 ? ExitCode.SomeSetAside : ExitCode.Done;
    }
}
