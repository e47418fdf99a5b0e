using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Ingest;

/// <summary>One input, read or set aside: exactly one of the two is not null.</summary>
public sealed record Ingested(RawReport? Report, Problem? Problem);

/// <summary>Stage 1: files, folders, patterns and standard input → raw reports. Fetches and decodes, never interprets.</summary>
public sealed class IngestStage
{
    /// <summary>Bytes read of one input. A long news page is under 3 MiB; more is an archive or a dump, to be split first.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The name of what comes through standard input.</summary>
    private const string StandardInputName = "-";

#pragma warning disable CA1822 // an instance, as the other stages are: callers hold one and tests replace none
    /// <summary>Reads every input; every file met is in the answer exactly once, as a report or as a problem (a JSON Lines file once for each record).</summary>
    /// <param name="inputs">Files, folders (read recursively), patterns with <c>*</c>, <c>**</c> and <c>?</c>, or <c>-</c>.</param>
    /// <param name="standardInput">Read for <c>-</c>.</param>
    public IEnumerable<Ingested> Read(IEnumerable<string> inputs, Stream standardInput)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(standardInput);
        return ReadEach(inputs, standardInput);
    }
#pragma warning restore CA1822

    private static IEnumerable<Ingested> ReadEach(IEnumerable<string> inputs, Stream standardInput)
    {
        var finder = new InputFinder();
        bool standardInputRead = false;
        foreach (string input in inputs)
        {
            if (input == StandardInputName)
            {
                if (standardInputRead) continue;
                standardInputRead = true;
                foreach (Ingested one in ReadBytes(StandardInputName, () => BoundedBytes(standardInput))) yield return one;
                continue;
            }
            foreach (FoundInput found in finder.Find(input))
            {
                if (found.Problem is { } problem) yield return new Ingested(null, problem);
                else
                {
                    foreach (Ingested one in ReadBytes(found.Name, () => FileBytes(found.Path))) yield return one;
                }
            }
        }
    }

    private static IReadOnlyList<Ingested> ReadBytes(string name, Func<byte[]?> read)
    {
        byte[]? bytes;
        try
        {
            bytes = read();
        }
        catch (Exception e) when (InputFinder.IsUnreadable(e))
        {
            return [SetAside(name, ReasonCode.Unreadable, $"{name} cannot be read: {InputFinder.Why(e)}. Expected a readable file; check that it still exists and may be read.")];
        }
        if (bytes is null)
        {
            return [SetAside(name, ReasonCode.TooLarge, $"{name} is larger than {MaxBytes / (1024 * 1024)} MiB, the limit for one input. Split it into one file a report, or into smaller JSON Lines files.")];
        }
        return InputReader.Read(name, bytes);
    }

    /// <summary>A problem that sets the whole input aside.</summary>
    internal static Ingested SetAside(string name, ReasonCode code, string message) => new(null, new Problem(name, null, code, message, SetAside: true));

    private static byte[]? FileBytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return file.CanSeek && file.Length > MaxBytes ? null : BoundedBytes(file);
    }

    /// <returns>Null when there are more than <see cref="MaxBytes"/>.</returns>
    private static byte[]? BoundedBytes(Stream stream)
    {
        using var kept = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (kept.Length + read > MaxBytes) return null;
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }
}
