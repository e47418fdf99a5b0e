using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using Sitrep.Cli.Running;
using Sitrep.Cli.Usage;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;
using Sitrep.Store;

namespace Sitrep.Cli.Commands;

/// <summary><c>sitrep doctor</c>: is everything here that the product needs, and if not, what to do.</summary>
internal static class DoctorCommand
{
    public static Command Build(Terminal terminal)
    {
        var command = new TeachingCommand("doctor", "Check this installation: runtime, SQLite, Unicode, word lists, models, write access.",
            ("sitrep doctor", "one line for each check; exit code 2 when one fails"));
        command.SetAction(_ => Run(terminal));
        return command;
    }

    private static int Run(Terminal terminal)
    {
        bool well = true;
        foreach ((string name, Func<string> check, string remedy) in Checks())
        {
            try
            {
                terminal.Out.Write($"ok       {name}: {check()}\n");
            }
            catch (Exception e) when (e is not OutOfMemoryException)   // whatever a part throws when it is broken, the others are still checked
            {
                well = false;
                terminal.Out.Write($"problem  {name}: {CommandLine.Cause(e).Message.ReplaceLineEndings(" ")} {remedy}\n");
            }
        }
        return well ? ExitCode.Done : ExitCode.Failed;
    }

    private static IEnumerable<(string Name, Func<string> Check, string Remedy)> Checks() =>
    [
        ("runtime", () => $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Environment.ProcessorCount} cores", ""),
        ("Unicode", Normalisation, "Install ICU (Debian: libicu) and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset."),
        ("word lists", WordLists, "Reinstall, or set SITREP_DATA to the folder that holds them."),
        ("models", Models, "Reinstall, or set SITREP_MODELS to the folder that holds them."),
        ("store", StoreFile, "Install SQLite (Debian: libsqlite3-0) and see that the temporary folder can be written."),
        ("PDF", () => PdfReader() ?? "no pdftotext; PDFs are set aside (Debian: apt-get install poppler-utils)", ""),
        ("write access", WriteAccess, "Change to a folder you may write to, or give --store and --out paths elsewhere."),
    ];

    private static string Normalisation()
    {
        // In invariant-globalisation mode this answers its input, without an error.
        if ("e\u0301".Normalize(NormalizationForm.FormC) != "\u00e9") throw new Failure("normalisation does nothing.");
        return "normalisation works";
    }

    private static string WordLists()
    {
        DataFolder data = DataFolder.Find();
        string[] lists = Directory.GetFiles(data.PathOf("."), "*.tsv");
        return lists.Length > 0 ? $"{lists.Length} lists" : throw new Failure($"no .tsv file in {Path.GetFullPath(data.PathOf("."))}.");
    }

    private static string Models()
    {
        SitrepPipeline.Load(DataFolder.Find(), Session.ModelFolder);
        return "loaded and checked";
    }

    private static string StoreFile()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sitrep-doctor-");
        try
        {
            using (RecordStore store = RecordStore.Open(Path.Combine(folder.FullName, "check.db"))) store.LoadSetAside();
            return $"SQLite {SQLitePCL.raw.sqlite3_libversion().utf8_to_string()}";
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>Null when there is none; that is no fault.</returns>
    private static string? PdfReader() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { Path.Combine(folder, "pdftotext"), Path.Combine(folder, "pdftotext.exe") }).FirstOrDefault(File.Exists);

    private static string WriteAccess()
    {
        string path = Path.Combine(Directory.GetCurrentDirectory(), $".sitrep-doctor-{Environment.ProcessId}");
        File.WriteAllText(path, "");
        File.Delete(path);
        return Directory.GetCurrentDirectory();
    }
}
