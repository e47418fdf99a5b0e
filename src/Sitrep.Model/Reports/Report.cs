using System.Collections.Immutable;
using Sitrep.Model.Text;

namespace Sitrep.Model.Reports;

/// <summary>What a published date rests on, best first.</summary>
public enum DateBasis
{
    /// <summary>Supplied beside the text, or marked up in the page.</summary>
    Metadata,
    /// <summary>The date in the dateline ("BEIRUT, Nov 9 (Reuters)").</summary>
    Dateline,
    /// <summary>A date line of its own in the text.</summary>
    Text,
    /// <summary>Worked out from other evidence, for instance the file name or the address.</summary>
    Inferred,
    /// <summary>No evidence.</summary>
    Unknown,
}

/// <summary>The place and day a report was filed from.</summary>
/// <param name="Place">As written, for example "BEIRUT"; null when only a date stands there.</param>
/// <param name="Date">Null when the dateline has none.</param>
/// <param name="Span">In the clean text.</param>
public sealed record Dateline(string? Place, DateOnly? Date, TextSpan Span);

/// <summary>A photo and what its caption says. Captions have their own place and day, often years from the story's.</summary>
/// <param name="Caption">The caption in the clean text.</param>
/// <param name="PlaceWords">Where it was taken, as written; null when not said.</param>
/// <param name="Photographer">Null when not credited.</param>
/// <param name="Agency">Agency credited, by its usual name; null when none.</param>
public sealed record Photo(TextSpan Caption, string? PlaceWords, DateOnly? Date, string? Photographer, string? Agency);

/// <summary>One report, cleaned: its text, the zones of that text, and who published it when. What Clean hands on.</summary>
/// <param name="Id">See <see cref="RawReport.Id"/>.</param>
/// <param name="Text">Clean text. For <see cref="Markup.Text"/> input it equals <paramref name="Received"/>.</param>
/// <param name="Map">From <paramref name="Text"/> to <paramref name="Received"/>.</param>
/// <param name="Title">Null when the report has none.</param>
/// <param name="Outlet">Who published it, by its usual name; null when unknown.</param>
/// <param name="Agency">The wire that wrote it, by its usual name; null when unknown or the outlet's own work.</param>
/// <param name="AgencyBasis">The words that name the agency, in the clean text; null when supplied beside the text or unknown.</param>
/// <param name="Published">Null only when <paramref name="PublishedBasis"/> is <see cref="DateBasis.Unknown"/>.</param>
/// <param name="Zones">In order, not overlapping; together they cover every character that is not white space.</param>
public sealed record Report(
    string Id, string Input, string Sha256, Markup Markup, string Received, string Text, OffsetMap Map,
    string? Title, string? Outlet, string? Url, string? Agency, TextSpan? AgencyBasis,
    ImmutableArray<string> Bylines, Dateline? Dateline, DateOnly? Published, DateBasis PublishedBasis,
    ImmutableArray<Zone> Zones, ImmutableArray<Photo> Photos)
{
    /// <summary>How the text came here, and which version of itself it is.</summary>
    public Provenance Provenance { get; init; } = Provenance.None;

    /// <summary>Datelines further down, each with its day, in order: a bulletin prints several releases one after the other.</summary>
    public ImmutableArray<Dateline> Further { get; init; } = [];

    /// <summary>The day relative dates count from: the dateline's when it has one, else the day of publication.</summary>
    public DateOnly? Anchor => Dateline?.Date ?? Published;

    /// <summary>The day from which the dates at an offset of the clean text count: that of the last dateline before it.</summary>
    public DateOnly? AnchorAt(int offset) => Further.LastOrDefault(dateline => dateline.Span.Start <= offset)?.Date ?? Anchor;

    /// <summary>The paragraphs of the report itself, in order.</summary>
    public IEnumerable<TextSpan> Body => Zones.Where(zone => zone.Kind == ZoneKind.Body).Select(zone => zone.Span);
}
