using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Sitrep.Web.Markup;

namespace Sitrep.Web.Safety;

/// <summary>Forms that change something: each carries a word that only a page of ours can know.</summary>
internal sealed class Forms(IAntiforgery antiforgery)
{
    public Html Token(HttpContext http)
    {
        AntiforgeryTokenSet tokens = antiforgery.GetAndStoreTokens(http);
        return Html.Of($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""");
    }

    /// <exception cref="AntiforgeryValidationException">The form is not one of ours, or its page is of an earlier run.</exception>
    public Task CheckAsync(HttpContext http) => Gate.IsByKey(http) ? Task.CompletedTask : antiforgery.ValidateRequestAsync(http);
}
