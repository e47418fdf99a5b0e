using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline;

namespace Sitrep.Tests.Store;

/// <summary>Reports and readings in which every field has a value that no default could imitate.</summary>
internal static class Samples
{
    public static RawReport Raw(string id, string text = "KHARTOUM, May 3 (AFP) - Ten died – “so far”.", Markup markup = Markup.Text) =>
        new(id, $"folder/{id}.txt", $"{id}00ff", markup, text, new SuppliedMetadata("Title", "Outlet", "https://example.org/a", "3 May 2024", "By A. Writer", "AFP", Origin));

    private static readonly Provenance Origin = new(new DateTimeOffset(2024, 5, 4, 8, 0, 1, TimeSpan.Zero), new DateTimeOffset(2024, 5, 4, 7, 30, 0, TimeSpan.FromHours(2)), "urn:a:6", "(c) Outlet");

    /// <summary>A reading with a claim of every kind.</summary>
    public static ReadReport Full(RawReport raw, string? cleanText = null)
    {
        string clean = cleanText ?? raw.Received;
        var span = new TextSpan(2, 7);
        var actor = new ActorMention(span, "the army", ActorForm.Common, null, "army", "SD", ActorKind.Military);
        var named = new ActorMention(new TextSpan(3, 4), "Jan Egeland", ActorForm.Name, "Jan Egeland", null, null, ActorKind.Person);
        var place = new PlaceMention(new TextSpan(0, 8), "Khartoum", PlaceForm.Name, Near: true);
        var date = new DateMention(new TextSpan(10, 15), "May 3", "XXXX-05-03");
        var quantity = new QuantityMention(new TextSpan(1, 2), "at least ten", 10, null, 99_999_999_999, Qualifier.AtLeast);
        var report = new Report(
            raw.Id, raw.Input, raw.Sha256, raw.Markup, raw.Received, clean, new OffsetMap([new(0, 3, 0, 3), new(4, 1, 5, 6)]),
            "Title", "Outlet", "https://example.org/a", "AFP", new TextSpan(17, 20), ["A. Writer", "B. Écrivain"], new Dateline("KHARTOUM", new DateOnly(2024, 5, 3), new TextSpan(0, 21)),
            new DateOnly(2024, 5, 4), DateBasis.Metadata, [new Zone(ZoneKind.Dateline, new TextSpan(0, 21)), new Zone(ZoneKind.Body, new TextSpan(24, 40))],
            [new Photo(new TextSpan(1, 9), "south of Khartoum", new DateOnly(2016, 10, 21), "P. Hotographer", "Reuters"), new Photo(span, null, null, null, null)])
        { Provenance = Origin, Further = [new Dateline("JUBA", new DateOnly(2024, 5, 4), new TextSpan(24, 30))] };
        var by = new Attribution(named, SourceKind.NamedPerson, actor, "said", Quoted: true, date);
        ImmutableArray<Claim> claims =
        [
            new Claim($"{raw.Id}-c2", raw.Id, new TextSpan(5, 9), Stance.Denies, by,
                new EventReading(EventType.Bombing, span, "bomb", [new RoleMention(RoleKind.Target, actor), new RoleMention(RoleKind.From, named)], place, date, Extent.Partial, Background: true),
                new FigureReading(Measure.Killed, quantity, actor, place, date, Stock: true, Revises: 32), new FateReading(named, FateState.Wounded)),
            new Claim($"{raw.Id}-c1", raw.Id, new TextSpan(0, 1), Stance.Expects, Attribution.Narration, null, null, null),
        ];
        return new ReadReport(report, new Reading(raw.Id, claims, [place], [actor, named], [new AliasReading("Rapid Support Forces", "RSF")]),
            [new Problem(raw.Input, raw.Id, ReasonCode.Undated, "no date \"anywhere\"", SetAside: false)]);
    }

    /// <summary>A reading with nothing that can be left out.</summary>
    public static ReadReport Bare(RawReport raw) => new(
        new Report(raw.Id, raw.Input, raw.Sha256, raw.Markup, raw.Received, raw.Received, OffsetMap.Identity(raw.Received.Length),
            null, null, null, null, null, [], null, null, DateBasis.Unknown, [], []),
        new Reading(raw.Id, [], [], [], []), []);
}
