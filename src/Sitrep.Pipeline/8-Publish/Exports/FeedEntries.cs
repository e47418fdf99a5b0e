using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Exports;

/// <summary>One thing a feed tells, under an id that stays when it changes.</summary>
/// <param name="Ref">A URN.</param>
/// <param name="Published">The day it became known.</param>
/// <param name="Updated">The day of the latest report on it.</param>
internal sealed record FeedEntry(string Ref, string Title, string Text, DateOnly Published, DateOnly Updated, string? Link, string[] Tags, string? Point);

/// <summary>A thing that is told no more.</summary>
internal sealed record Tombstone(string Ref, DateOnly When, string Why);

/// <summary>What is new, newest first, and what was taken back.</summary>
internal static class FeedEntries
{
    /// <summary>Entries of one feed: a reader's memory, not an archive.</summary>
    private const int Most = 200;

    public static string Ref(string id) => $"urn:sitrep:{id}";

    public static FeedEntry[] Of(ExportBasis basis)
    {
        var ranking = new EventRanking(basis.Index);
        IEnumerable<FeedEntry> events = basis.Record.Events.Where(happening => happening.Status != Status.Retracted && ranking.IsTold(happening)).Select(happening =>
        {
            string clause = basis.Confidence.Clause(happening.Claims, basis.Confidence.IsDenialTakenBack(happening));
            return Entry(basis, happening.Id, EventSection.Summary(happening), $"{Wording.When(happening.When)}. {EventSection.Summary(happening)}{(clause.Length > 0 ? $": {clause}" : "")}. {Confidence.Tellings(happening.Independent)}.",
                happening.Claims, happening.Place, [Spelling.Kebab(happening.Type), happening.Expected ? "expected" : Spelling.Kebab(happening.Status)]);
        });
        IEnumerable<FeedEntry> figures = basis.Record.Figures.Where(figure => figure.Measure != Measure.Other && figure.Status is not (Status.Revised or Status.Retracted)).Select(figure =>
        {
            string place = basis.Index.PlaceName(figure.Place);
            string title = $"{FigureSection.Label(figure, basis.Index)}{(place.Length > 0 ? $", {place}" : "")}: {Wording.Amount(figure)}";
            string revised = basis.Index.Figure(figure.Revises) is { } earlier ? $", revised from {Wording.Amount(earlier)}" : "";
            return Entry(basis, figure.Id, title, $"{Wording.When(figure.When)}. {title}{revised}; {basis.Confidence.Clause(figure.Claims)}.", figure.Claims, figure.Place, ["figure", Spelling.Kebab(figure.Status)]);
        });
        return [.. events.Concat(figures).OrderByDescending(entry => entry.Updated).ThenByDescending(entry => entry.Published).ThenBy(entry => entry.Ref, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>What was retracted, rejected by an analyst, or became part of another event; with <paramref name="before"/> also what that record told and this one does not.</summary>
    public static Tombstone[] Gone(ExportBasis basis, SituationRecord? before)
    {
        var gone = new SortedDictionary<string, Tombstone>(StringComparer.Ordinal);
        void Add(string id, DateOnly day, string why) => gone.TryAdd(Ref(id), new Tombstone(Ref(id), day, why));
        DateOnly Ruled(string id, DateOnly otherwise) => basis.Index.RulingsOn(id).Where(made => made.Ruling.Verb == RulingVerb.Reject).Select(made => DateOnly.FromDateTime(made.Ruling.At.UtcDateTime)).DefaultIfEmpty(otherwise).Max();
        foreach (Event happening in basis.Whole.Events)
        {
            if (happening.IsRejected) Add(happening.Id, Ruled(happening.Id, basis.Last), "rejected by an analyst");
            else if (happening.Status == Status.Retracted) Add(happening.Id, basis.KnownOn(happening.Claims)[^1], "taken back by who said it");
        }
        foreach (Figure figure in basis.Whole.Figures)
        {
            if (figure.IsRejected) Add(figure.Id, Ruled(figure.Id, basis.Last), "rejected by an analyst");
            else if (figure.Status is Status.Revised or Status.Retracted) Add(figure.Id, basis.KnownOn([.. figure.Claims, .. basis.Record.Figures.Where(other => other.Revises == figure.Id).SelectMany(other => other.Claims)])[^1], "replaced by a later count");
        }
        foreach (AppliedRuling made in basis.Whole.Rulings.Where(made => made.On is not null && made.Ruling is { Verb: RulingVerb.Merge, Other: not null }))
        {
            if (basis.Whole.Events.All(happening => happening.Id != made.Ruling.Other)) Add(made.Ruling.Other!, DateOnly.FromDateTime(made.Ruling.At.UtcDateTime), $"part of {Ref(made.On!)} now");   // filtered before
        }
        HashSet<string> held = [.. basis.Whole.Events.Select(happening => happening.Id), .. basis.Whole.Figures.Select(figure => figure.Id)];
        foreach (string id in before is null ? [] : before.Events.Select(happening => happening.Id).Concat(before.Figures.Select(figure => figure.Id)).Where(id => !held.Contains(id))) Add(id, basis.Last, "no longer told under this id");
        return [.. gone.Values.OrderByDescending(tombstone => tombstone.When).ThenBy(tombstone => tombstone.Ref, StringComparer.Ordinal)];
    }

    public static string Title(ExportBasis basis) => new Heading(basis.Index, new EventRanking(basis.Index)).Title([.. basis.Record.Events.Where(happening => !happening.Expected)]);

    private static FeedEntry Entry(ExportBasis basis, string id, string title, string text, IEnumerable<string> claims, string? placeId, string[] tags)
    {
        string[] all = [.. claims];
        DateOnly[] known = basis.KnownOn(all);
        string words = string.Join("\n", basis.Index.Known(all).Take(3).Select(claim => $"“{Wording.Line(claim.Claim.Span.Of(basis.Index.Report(claim.Claim.ReportId).Text), 400)}” {basis.Index.Speaker(claim)}, in {basis.Index.Citation(claim.Claim.ReportId)}"));
        string? point = basis.Index.Place(placeId) is { Latitude: { } north, Longitude: { } east } ? $"{ExportBasis.Degrees(north)} {ExportBasis.Degrees(east)}" : null;
        return new FeedEntry(Ref(id), title, words.Length > 0 ? $"{text}\n{words}" : text, known[0], known[^1], basis.ReportsOf(all).Select(report => report.Url).OfType<string>().FirstOrDefault(), tags, point);
    }
}
