using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Resolve.Places;

namespace Sitrep.Eval.Places;

/// <summary>Stage 6 on toponyms whose spans are given, one article by itself.</summary>
internal static class GivenSpans
{
    /// <param name="given">In order of their places.</param>
    /// <returns>For each the place; null where it was left unplaced.</returns>
    public static Place?[] Place(ReadReport read, IReadOnlyList<GoldToponym> given)
    {
        string text = read.Report.Text;
        PlaceMention[] mentions = [.. given.Select((toponym, i) => Mention(text, read.Reading, toponym.Span, i + 1 < given.Count ? given[i + 1].Span : null))];
        // The product's own finds elsewhere stay: they tell where the story is.
        IEnumerable<PlaceMention> others = read.Reading.Places.Where(place => !given.Any(toponym => Overlap(place.Span, toponym.Span)));
        Reading reading = read.Reading with { Places = [.. mentions.Concat(others).OrderBy(place => place.Span.Start)] };
        ReadReport[] alone = [read with { Reading = reading }];
        var book = new PlaceBook(Product.Gazetteer, new StoryCountries(Product.Gazetteer, Product.Actors, alone), alone);
        string?[] ids = [.. mentions.Select(mention => book.Of(read.Report.Id, mention))];
        ImmutableDictionary<string, Place> places = book.ToPlaces().ToImmutableDictionary(place => place.Id);
        return [.. ids.Select(id => id is null ? null : places.GetValueOrDefault(id))];
    }

    /// <summary>The product's own mention where it has the same words, else one with what is said around the span.</summary>
    private static PlaceMention Mention(string text, Reading reading, TextSpan span, TextSpan? next)
    {
        if (reading.Places.FirstOrDefault(place => place.Form == PlaceForm.Name && place.Span == span) is { } own) return own;
        string words = Tree.Fold(text.AsSpan(span.Start, span.Length));
        if (words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && words.Length > 4) words = words[4..];
        // "Alexandria, Louisiana": the place it lies in follows at once.
        string? container = next is { } after && after.Start > span.End && text.AsSpan(span.End, after.Start - span.End) is ", " or " in " ? after.Of(text) : null;
        return new PlaceMention(span, words, PlaceForm.Name, Near: false) { Hint = container };
    }

    private static bool Overlap(TextSpan one, TextSpan other) => one.Start < other.End && other.Start < one.End;
}
