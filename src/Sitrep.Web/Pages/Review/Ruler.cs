using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Corroborate.Rulings;
using Sitrep.Store;
using Sitrep.Web.Records;

namespace Sitrep.Web.Pages.Review;

/// <summary>Takes rulings: checks each against the record it was made on, appends it, and has the record folded anew.</summary>
internal sealed class Ruler(string storePath, RecordBook book, TimeProvider clock)
{
    /// <param name="view">The whole record: a ruling is on what is known, not on what was known on some day.</param>
    /// <exception cref="BadQueryException">It cannot be made; the message says why.</exception>
    public Ruling Rule(RecordView view, RulingRequest request)
    {
        RulingDraft draft = RulingDraft.Of(view.Whole, request, clock.GetUtcNow());
        if (draft.Ruling is not { } ruling) throw new BadQueryException($"{request.Verb.ToString().ToLowerInvariant()}: {draft.Wrong}");
        using RecordStore store = RecordStore.Open(storePath);
        Ruling kept = store.Append(ruling);
        book.Refresh();
        return kept;
    }

    /// <summary>Where a place is said to be: degrees, a geo URI, or a name of the gazetteer.</summary>
    /// <returns>As a ruling keeps it.</returns>
    /// <exception cref="BadQueryException">It is not one place; the message says which it may be.</exception>
    public async Task<string> WhereAsync(RecordView view, string target, string? typed, double? radiusKm, CancellationToken cancel)
    {
        string[] names = view.Index.Place(target) is { } place ? [place.Name, .. place.Aliases] : [];
        PlaceAsked asked = PlaceAsked.Of(typed ?? "", radiusKm, await book.GazetteerAsync(cancel), names);
        return asked.Place?.ToString() ?? throw new BadQueryException($"place: {asked.Wrong}");
    }

    /// <exception cref="BadQueryException">No verb of rulings.</exception>
    public static RulingVerb Verb(string? word) => Enum.TryParse(word, ignoreCase: true, out RulingVerb verb) && Enum.IsDefined(verb) && word?.All(char.IsAsciiLetter) == true ? verb
        : throw new BadQueryException($"verb: expected {string.Join(", ", Enum.GetNames<RulingVerb>().Select(name => name.ToLowerInvariant()))}.");

    /// <summary>Empty strings of a form are nothing.</summary>
    public static ImmutableArray<string> More(IEnumerable<string?> given) => [.. given.OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal)];
}
