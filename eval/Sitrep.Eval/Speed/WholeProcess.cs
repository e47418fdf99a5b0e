using System.Diagnostics;
using System.Globalization;

namespace Sitrep.Eval.Speed;

/// <summary>Starts this program again on news of the data sets and tells what a user would wait for: from start to exit, the median of three runs.</summary>
internal static class WholeProcess
{
    private const int Runs = 3;

    private const char DocumentEnd = '\f';

    /// <param name="textSize">Bytes of text to read.</param>
    /// <param name="workers">Threads that the child uses, for the line that is printed.</param>
    /// <param name="command">Command of this program that reads the file named after it and prints the number of words, then lines to pass on.</param>
    /// <returns>Exit code.</returns>
    public static int Time(Locations locations, int textSize, int workers, string command)
    {
        List<string> documents = NewsText.Take(locations, textSize);
        if (documents.Count == 0)
        {
            Console.Error.WriteLine("No text to time; set SITREP_DATASETS.");
            return 2;
        }
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, string.Join(DocumentEnd, documents.Select(text => text.Replace(DocumentEnd, ' '))));
            (double Seconds, string[] Lines)[] runs = [.. Enumerable.Range(0, Runs).Select(_ => Once(command, path)).OrderBy(run => run.Seconds)];
            (double seconds, string[] lines) = runs[Runs / 2];
            int words = int.Parse(lines[0], CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"whole process: {words / seconds:0} words/s ({words} words, {new FileInfo(path).Length / 1e6:0.0} MB, {documents.Count} documents, {seconds:0.00} s from start to exit, of {Runs} runs {runs[0].Seconds:0.00} to {runs[^1].Seconds:0.00}; {workers} threads on {Environment.ProcessorCount} cores)"));
            foreach (string line in lines[1..]) Console.WriteLine(line);
            return 0;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The documents of the file that the child is given.</summary>
    public static string[] Documents(string path) => File.ReadAllText(path).Split(DocumentEnd);

    private static (double Seconds, string[] Lines) Once(string command, string path)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WholeProcess).Assembly.Location, command, path]) { RedirectStandardOutput = true };
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        return process.ExitCode == 0 ? (seconds, output.Split('\n', StringSplitOptions.RemoveEmptyEntries)) : throw new InvalidOperationException($"The program answered {process.ExitCode}.");
    }
}
