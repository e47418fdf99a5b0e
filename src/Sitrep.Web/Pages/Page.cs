using Sitrep.Web.Markup;

namespace Sitrep.Web.Pages;

/// <summary>A page before it is put into its frame.</summary>
/// <param name="Key">Kind of page, for scripts and styles: "situation", "event".</param>
/// <param name="Section">Path of the section of the navigation it belongs to.</param>
internal sealed record Page(string Key, string Section, string Title, Html Body)
{
    /// <summary>Stands before the title in the browser's tab; null for none.</summary>
    public int? Count { get; init; }

    /// <summary>Id of the thing the page is about; null for lists.</summary>
    public string? Id { get; init; }

    public int Status { get; init; } = 200;
}
