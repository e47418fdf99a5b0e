using Sitrep.Pipeline.Ingest.Web;

namespace Sitrep.Pipeline.Ingest;

/// <summary>What a run may reach beyond the files it is given, and who looks on.</summary>
public sealed record IngestOptions
{
    /// <summary>Files only.</summary>
    public static IngestOptions Offline { get; } = new();

    /// <summary>Fetches addresses; null: they are set aside.</summary>
    public Fetcher? Web { get; init; }

    /// <summary>Fetch the pages behind entries of feeds that have no text of their own.</summary>
    public bool Follow { get; init; }

    /// <summary>What is kept of the last fetch of an address; null when nothing is.</summary>
    public Func<string, FetchNote?> LastFetch { get; init; } = _ => null;

    /// <summary>Asked for the full path of each file found; false leaves it out, without a word.</summary>
    public Func<string, bool> Wanted { get; init; } = _ => true;

    /// <summary>Told of a fault of ours in one input: its name, and what was thrown.</summary>
    public Action<string, Exception> Faulted { get; init; } = (_, _) => { };

    /// <summary>Counts what is done.</summary>
    public IngestMeter Meter { get; init; } = new();
}

/// <summary>How far reading the inputs has come. Set by the stage while its answer is enumerated; read by the same thread.</summary>
public sealed class IngestMeter
{
    /// <summary>Files, addresses and standard input read to their end.</summary>
    public int Inputs { get; internal set; }

    /// <summary>All of them; known from the first answer on.</summary>
    public int InputsTotal { get; internal set; }

    /// <summary>Bytes of files read, as they lie on disk.</summary>
    public long Bytes { get; internal set; }

    /// <summary>Bytes of all files found.</summary>
    public long BytesTotal { get; internal set; }

    /// <summary>Called when reading has come further, also where nothing was found to hand on.</summary>
    public Action Moved { get; set; } = () => { };
}
