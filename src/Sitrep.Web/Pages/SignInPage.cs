using Sitrep.Web.Markup;

namespace Sitrep.Web.Pages;

/// <summary>Where a person shows their key.</summary>
internal static class SignInPage
{
    /// <param name="next">Where to go then; an address of this desk.</param>
    /// <param name="wrong">True when the key shown was nobody's.</param>
    public static Page Of(Html token, string next, bool wrong) => new("sign-in", "", "Sign in", Html.Of($"""
        <h1>Sign in</h1>
        {Html.If(wrong, $"<p role=\"alert\">This key is not one of this server.</p>")}
        <form method="post" action="/sign-in">{token}<input type="hidden" name="next" value="{next}">
        <p><label for="key">Your key</label> <input id="key" name="key" type="password" required autocomplete="current-password" maxlength="200"></p>
        <button>Sign in</button></form>
        """)) { Status = wrong ? 403 : 200 };

    /// <summary>An address of this desk and of nobody else.</summary>
    public static string Local(string? next) => next is ['/', ..] && !next.StartsWith("//", StringComparison.Ordinal) && !next.StartsWith("/\\", StringComparison.Ordinal) ? next : "/";
}
