using Sitrep.Pipeline.Publish.View;
using Sitrep.Web.Markup;
using Sitrep.Web.Running;

namespace Sitrep.Web.Pages;

/// <summary>Shown while there is nothing to show yet; it asks again by itself.</summary>
internal static class ProgressPage
{
    public static Page Of(ReadingCount count) => new("progress", "/", "Reading", Html.Of($"""
        <h1>Reading…</h1>
        <p>{Html.If(count.Total is > 0, $"<progress max=\"{count.Total ?? 0}\" value=\"{count.Read + count.Known + count.SetAside}\"></progress> ")}{Wording.Count(count.Read, "report")} read so far. The page fills itself.</p>
        """));
}
