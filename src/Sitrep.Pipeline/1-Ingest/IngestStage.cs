using Sitrep.Model.Reports;
using Sitrep.Pipeline.Ingest.Web;

namespace Sitrep.Pipeline.Ingest;

/// <summary>One input, read or set aside, or the note of a fetch: exactly one of the three is not null.</summary>
/// <param name="Problem">With <see cref="Problem.SetAside"/> false it only tells something of an input.</param>
/// <param name="Note">To be kept when everything before it has been; with status 304 the address had nothing new.</param>
public sealed record Ingested(RawReport? Report, Problem? Problem, FetchNote? Note = null)
{
    /// <summary>True for what was fetched now: the same address may give the same report in other bytes the next time.</summary>
    public bool Live { get; init; }
}

/// <summary>Stage 1: files, folders, patterns, addresses and standard input → raw reports. Fetches and decodes, never interprets.</summary>
public sealed class IngestStage(IngestOptions options)
{
    /// <summary>Bytes read of one input, or of one record of an archive. A long news page is under 3 MiB; more is a dump, to be split first.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The name of what comes through standard input.</summary>
    internal const string StandardInputName = "-";

    /// <summary>Files only; addresses are set aside.</summary>
    public IngestStage() : this(IngestOptions.Offline)
    {
    }

    /// <summary>True for an input that is an address of the web.</summary>
    public static bool IsAddress(string input) => PageAddress.IsWeb(input);

    /// <summary>Reads every input; every file met is in the answer at least once, as a report or as a problem, in the order of the inputs.</summary>
    /// <param name="inputs">Files, folders (read recursively), patterns with <c>*</c>, <c>**</c> and <c>?</c>, addresses of the web, or <c>-</c>.</param>
    /// <param name="standardInput">Read for <c>-</c>.</param>
    public IEnumerable<Ingested> Read(IEnumerable<string> inputs, Stream standardInput)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(standardInput);
        return ReadEach(inputs, standardInput);
    }

    private IEnumerable<Ingested> ReadEach(IEnumerable<string> inputs, Stream standardInput)
    {
        WebReports? web = options.Web is null ? null : new WebReports(options.Web, options.LastFetch, options.Follow);
        InputReader? reader = null;
        reader = new InputReader(web is null || !options.Follow ? null : (entry, supplied) => web.Follow(entry, supplied, reader!), options.Faulted);   // set before any entry is read
        List<FoundInput> all = Find(inputs);
        IngestMeter meter = options.Meter;
        (meter.Inputs, meter.InputsTotal, meter.Bytes, meter.BytesTotal) = (0, all.Count, 0, all.Sum(found => found.Length));
        foreach (FoundInput found in all)
        {
            long before = meter.Bytes;
            if (found.Problem is { } problem) yield return new Ingested(null, problem);
            else
            {
                IEnumerable<Ingested> read =
                    found.Name == StandardInputName ? ReadBytes(reader, found.Name, () => BoundedBytes(standardInput))
                    : found.Path.Length > 0 ? ReadFile(reader, found)
                    : web is not null ? web.Read(found.Name, reader)
                    : [SetAside(found.Name, ReasonCode.FetchFailed, $"{found.Name} was not fetched: this run reads files only. Expected a file; save the page and give its path.")];
                foreach (Ingested one in read) yield return one;
            }
            (meter.Inputs, meter.Bytes) = (meter.Inputs + 1, before + found.Length);
        }
    }

    private List<FoundInput> Find(IEnumerable<string> inputs)
    {
        var finder = new InputFinder();
        var all = new List<FoundInput>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (string input in inputs)
        {
            if (input == StandardInputName || PageAddress.IsWeb(input))
            {
                if (named.Add(input)) all.Add(new FoundInput(input, "", null));
            }
            else all.AddRange(finder.Find(input).Where(found => found.Path.Length == 0 || options.Wanted(found.Path)));
        }
        return all;
    }

    private IEnumerable<Ingested> ReadFile(InputReader reader, FoundInput found)
    {
        if (InputKinds.OfName(found.Name) != InputKind.Archive) return ReadBytes(reader, found.Name, () => FileBytes(found.Path));
        return ReadArchive(reader, found);
    }

    /// <summary>An archive is read as a stream, one record at a time: it may be larger than memory.</summary>
    private IEnumerable<Ingested> ReadArchive(InputReader reader, FoundInput found)
    {
        FileStream? file = null;
        Ingested? fault = null;
        try
        {
            file = Open(found.Path);
        }
        catch (Exception e) when (InputFinder.IsUnreadable(e))
        {
            fault = Unreadable(found.Name, e);
        }
        if (file is null)
        {
            yield return fault!;   // one of the two was set above
            yield break;
        }
        long before = options.Meter.Bytes;
        using (file)
        {
            foreach (Ingested one in reader.ReadArchive(found.Name, file, moved)) yield return one;

            void moved()
            {
                options.Meter.Bytes = before + file.Position;
                options.Meter.Moved();
            }
        }
    }

    private static IEnumerable<Ingested> ReadBytes(InputReader reader, string name, Func<byte[]?> read)
    {
        byte[]? bytes;
        try
        {
            bytes = read();
        }
        catch (Exception e) when (InputFinder.IsUnreadable(e))
        {
            return [Unreadable(name, e)];
        }
        if (bytes is null)
        {
            return [SetAside(name, ReasonCode.TooLarge, $"{name} is larger than {MaxBytes / (1024 * 1024)} MiB, the limit for one input. Split it into one file a report, or into smaller JSON Lines files.")];
        }
        return reader.Read(name, bytes, Origin.Unknown);
    }

    /// <summary>A problem that sets the whole input aside.</summary>
    internal static Ingested SetAside(string name, ReasonCode code, string message) => new(null, new Problem(name, null, code, message, SetAside: true));

    private static Ingested Unreadable(string name, Exception e) =>
        SetAside(name, ReasonCode.Unreadable, $"{name} cannot be read: {InputFinder.Why(e)}. Expected a readable file; check that it still exists and may be read.");

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static byte[]? FileBytes(string path)
    {
        using FileStream file = Open(path);
        return file.CanSeek && file.Length > MaxBytes ? null : BoundedBytes(file);
    }

    /// <returns>Null when there are more than <paramref name="max"/> bytes.</returns>
    internal static byte[]? BoundedBytes(Stream stream, int max = MaxBytes)
    {
        using var kept = new MemoryStream();
        byte[] buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (kept.Length + read > max) return null;
            kept.Write(buffer, 0, read);
        }
        return kept.ToArray();
    }
}
