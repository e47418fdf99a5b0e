namespace Sitrep.Pipeline.Ingest.Web;

/// <summary>How long and how much of a stranger's server is waited for, and how gently it is asked.</summary>
public sealed record FetchLimits
{
    /// <summary>One request, from connecting to the last byte.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Between two requests to one host. Crawlers that ask for a page a second are let be nearly everywhere.</summary>
    public TimeSpan HostDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Redirects followed for one address; browsers stop at 20, honest sites need three.</summary>
    public int Redirects { get; init; } = 6;

    /// <summary>Requests made for one address when the server is busy or broken.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Pause before the second try; it doubles for each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest <c>Retry-After</c> that is sat out.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>True where the user of this machine names the addresses: then one of their own network is meant. False where others do.</summary>
    public bool PrivateNamed { get; init; } = true;

    /// <summary>Bytes of one answer, unpacked.</summary>
    public int MaxBytes { get; init; } = IngestStage.MaxBytes;
}
