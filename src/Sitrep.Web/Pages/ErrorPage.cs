using Sitrep.Web.Markup;

namespace Sitrep.Web.Pages;

/// <summary>Pages that say why there is no page.</summary>
internal static class ErrorPage
{
    public static Page NotFound() => Of(404, "Not found", "There is nothing here. An id may belong to another day: try without “known by”, or look for it under Search.");

    public static Page BadQuery(string why) => Of(400, "This address asks for something that cannot be", why);

    public static Page Of(int status, string title, string why) =>
        new("error", "", title, Html.Of($"<h1>{title}</h1>\n<p>{why}</p>\n<p><a href=\"/\">To the situation</a></p>")) { Status = status };
}
