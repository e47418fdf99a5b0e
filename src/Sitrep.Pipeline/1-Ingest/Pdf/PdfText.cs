using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Ingest.Pdf;

/// <summary>The text of a PDF by an installed <c>pdftotext</c> (poppler, https://poppler.freedesktop.org), as a process with limits: no PDF library of .NET could be used, and a process can be ended.</summary>
internal static class PdfText
{
    private const string Program = "pdftotext";

    /// <summary>Pages read; a situation report has under fifty.</summary>
    private const string PagesMax = "200";

    /// <summary>How long one PDF may take; hostile ones take for ever.</summary>
    private static readonly TimeSpan TimeMax = TimeSpan.FromSeconds(30);

    /// <returns>The text, or why there is none.</returns>
    public static (string? Text, Problem? Problem) Extract(string name, byte[] bytes) => Extract(name, bytes, Program, TimeMax);

    /// <param name="program">Where the program is; tests name others.</param>
    internal static (string? Text, Problem? Problem) Extract(string name, byte[] bytes, string program, TimeSpan timeMax)
    {
        // A file of our own: names from outside may look like options, and a pipe both ways can block.
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            (string? text, string? fault) = Run(program, path, timeMax);
            if (text is not null && !string.IsNullOrWhiteSpace(text)) return (text, null);
            return (null, new Problem(name, null, ReasonCode.BadPdf, $"{name}: {fault ?? "the PDF holds no text (pictures of pages, or nothing)"}. Expected a PDF with text; recognise its text first, or leave it out.", SetAside: true));
        }
        catch (Win32Exception)
        {
            return (null, new Problem(name, null, ReasonCode.NoPdfReader, $"{name} is a PDF, and {Program} is not installed. Expected it on the path (Debian: apt-get install poppler-utils); install it, or save the text.", SetAside: true));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (string? Text, string? Fault) Run(string program, string path, TimeSpan timeMax)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (string argument in (ReadOnlySpan<string>)["-q", "-enc", "UTF-8", "-nopgbrk", "-l", PagesMax, path, "-"]) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start) ?? throw new Win32Exception();
        bool late = false;
        using var limit = new CancellationTokenSource(timeMax);
        using CancellationTokenRegistration kill = limit.Token.Register(() =>
        {
            late = true;
            Kill(process);
        });
        process.StandardInput.Close();
        process.ErrorDataReceived += (_, _) => { };   // read away, or a talkative program would wait for us
        process.BeginErrorReadLine();
        byte[]? output = IngestStage.BoundedBytes(process.StandardOutput.BaseStream);
        if (output is null) Kill(process);
        process.WaitForExit();
        if (late) return (null, $"{Program} did not finish within {timeMax.TotalSeconds:0} seconds");
        if (output is null) return (null, $"its text is larger than {IngestStage.MaxBytes / (1024 * 1024)} MiB");
        return process.ExitCode == 0 || output.Length > 0 ? (Encoding.UTF8.GetString(output), null) : (null, $"{Program} cannot read it (exit code {process.ExitCode})");
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }
}
