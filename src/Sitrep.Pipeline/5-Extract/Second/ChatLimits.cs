namespace Sitrep.Pipeline.Extract.Second;

/// <summary>How long and how much of a model's server is waited for, and how much it is given at a time.</summary>
public sealed record ChatLimits
{
    /// <summary>One request, from connecting to the last byte. A model on a laptop writes some ten words a second, and a full answer has a thousand or two.</summary>
    public TimeSpan Total { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Requests made for one part of a report when the server is busy or broken.</summary>
    public int Tries { get; init; } = 3;

    /// <summary>Pause before the second try; it doubles for each further one.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest <c>Retry-After</c> that is sat out.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Bytes of one answer, unpacked. An answer with all items it may hold has some 20 kB.</summary>
    public int AnswerBytes { get; init; } = 512 * 1024;

    /// <summary>Characters of a report sent at a time, some 1,500 tokens: small models lose the thread of longer texts.</summary>
    public int PartLength { get; init; } = 6_000;

    /// <summary>Parts of one report that are sent; a news report has one to three.</summary>
    public int Parts { get; init; } = 10;

    /// <summary>Items taken of one answer.</summary>
    public int Items { get; init; } = 40;
}
