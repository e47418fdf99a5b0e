using Sitrep.Eval.Documents;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.World;
using Sitrep.Pipeline;

namespace Sitrep.Eval.Events;

/// <summary>The record of one report by itself.</summary>
internal sealed class OneReport
{
    private readonly Dictionary<string, Place> _places;
    private readonly Dictionary<string, Actor> _actors;

    private OneReport(ReadReport read, SituationRecord record)
    {
        (Read, Record) = (read, record);
        _places = record.Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        _actors = record.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
    }

    public ReadReport Read { get; }
    public SituationRecord Record { get; }

    /// <param name="clean">False: the text is known to be nothing but the article.</param>
    /// <returns>Null when the report was set aside.</returns>
    public static OneReport? Of(int number, string text, bool clean, DateOnly? published = null) => Product.OrNull(() =>
    {
        ReadReport? read = clean
            ? Product.Read(PlainReport.Of(number, text, new SuppliedMetadata(Published: published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))))
            : Product.Read(PlainReport.Whole(number, text, published: published));
        return read is null ? null : new OneReport(read, Product.Pipeline.Fold([read], [], asOf: null));
    });

    public Place? Place(string? id) => id is null ? null : _places.GetValueOrDefault(id);

    public Actor? Actor(string? id) => id is null ? null : _actors.GetValueOrDefault(id);

    /// <summary>Events told as having happened, in the order of their first words.</summary>
    public IEnumerable<Event> Happened => Record.Events.Where(one => !one.Expected).OrderBy(FirstWord);

    /// <summary>Offset of the first claim on an event.</summary>
    public int FirstWord(Event one) => Record.Claims.Where(claim => claim.About == one.Id).Select(claim => claim.Claim.Event?.Trigger.Start ?? claim.Claim.Span.Start).DefaultIfEmpty(int.MaxValue).Min();

    /// <summary>What was read, for looking at errors.</summary>
    public static string Told(IEnumerable<Claim> claims) => string.Join(" / ", claims.Where(claim => claim.Event is not null || claim.Figure is not null).Select(claim =>
        $"{claim.Event?.Type} '{claim.Event?.Lemma}' {claim.Stance}{(claim.Event is null ? "" : string.Concat(claim.Event.Roles.Select(role => $" {role.Role}={role.Actor.Words}")))}{(claim.Figure is null ? "" : $" {claim.Figure.Measure}={claim.Figure.Quantity.Words}")}"));
}
