using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using static Sitrep.Tests.Pipeline.Publish.TestReports;

namespace Sitrep.Tests.Pipeline.Publish;

/// <summary>A record with some of everything: a wire and its reprint, a page in HTML, a denial, a revised toll, control, a photo, problems.</summary>
internal static class TestRecord
{
    public static SituationRecord Rich { get; } = Build();

    /// <summary>The received text behind an input of <see cref="Rich"/>.</summary>
    public static string Received(string input) => Rich.Reports.Single(report => report.Input == input).Received;

    /// <summary>A claim on the first occurrence of <paramref name="words"/>.</summary>
    public static LedgerClaim Claim(
        string id, Report report, string words, string about, Stance stance, string? source, string? sourceWords, SourceKind kind, string? cue, Interval? said, string dispatch,
        bool quoted = false, ImmutableArray<string> via = default, EventReading? happening = null, FateReading? fate = null)
    {
        int start = report.Text.IndexOf(words, StringComparison.Ordinal);
        if (start < 0) throw new ArgumentException($"No words “{words}” in {report.Id}.", nameof(words));
        var span = new TextSpan(start, start + words.Length);
        ActorMention? mention = sourceWords is null ? null : new ActorMention(span, sourceWords, ActorForm.Common, null, null, null, ActorKind.Other);
        var by = new Attribution(mention, kind, null, cue, quoted, null);
        return new LedgerClaim(new Claim(id, report.Id, span, stance, by, happening, null, fate), about, source, sourceWords, via.IsDefault ? [] : via, said, dispatch);
    }

    public static Event Event(
        string id, EventType type, string? place, Interval? when, Status status, string summary, Independence independent, ImmutableArray<string> claims,
        bool expected = false, ImmutableArray<Role> roles = default, ImmutableArray<string> supersedes = default, ImmutableArray<string> contradicts = default) =>
        new(id, type, new EventCodes(["Battles", "Non-state actor overtakes territory"], ["COERCE", "seize"], "192"), place, when, roles.IsDefault ? [] : roles, null, status,
            independent, expected, summary, supersedes.IsDefault ? [] : supersedes, contradicts.IsDefault ? [] : contradicts, claims);

    private static Interval On(string iso) => Interval.Day(Day(iso));

    private static SituationRecord Build()
    {
        Report wire = Text("r1", "Rebels enter Goma, UN says", "Reuters", "Reuters", "2025-01-27",
            (ZoneKind.Headline, "Rebels enter Goma, UN says"),
            (ZoneKind.Body, "M23 rebels said on Monday they had seized Goma, the largest city in eastern Congo."),
            (ZoneKind.Body, "Hospitals had counted at least 17 dead, the Red Cross said. Aid groups moved their staff out in January."),
            (ZoneKind.Comment, "readerone: I do not believe any of it"),
            (ZoneKind.Promotion, "Sign up for our newsletter."));
        Report reprint = Text("r2", "Rebels enter Goma", "Lakes Daily", "Reuters", "2025-01-27",
            (ZoneKind.Body, "M23 rebels said on Monday they had seized Goma, the largest city in eastern Congo."));
        Report page = Html("r3", "Kinshasa & Kigali trade blame 🕊", "France 24", "AFP", "2025-01-28",
            (ZoneKind.Headline, "Kinshasa & Kigali trade blame 🕊"),
            (ZoneKind.Body, "🕊 The government denied that Goma had fallen & said its troops held the airport."),
            (ZoneKind.Body, "“We are in control of the town,” Lawrence Kanyuka, a rebel spokesman, told AFP."),
            (ZoneKind.Caption, "People flee Goma, 26 January 2025. Photo: A. Person"));
        Report later = Text("r4", "Toll rises in Goma", "Lakes Daily", null, "2025-01-30",
            (ZoneKind.Body, "The United Nations said more than 700 people had been killed in Goma since Sunday, up from 17 given before."),
            (ZoneKind.Body, "Rwanda's president will meet mediators on Saturday, his office said. Rebels also held the airport, a UN official said."),
            (ZoneKind.Body, "General Peter Cirimwami, the military governor, was killed last week, the army said. In 2012 the rebels held the town for eleven days."));

        ImmutableArray<LedgerClaim> claims =
        [
            Claim("c1", wire, "M23 rebels said on Monday they had seized Goma", "e1", Stance.Affirms, "a1", "M23 rebels", SourceKind.Institution, "said", On("2025-01-27"), "d1"),
            Claim("c2", reprint, "M23 rebels said on Monday they had seized Goma", "e1", Stance.Affirms, "a1", "M23 rebels", SourceKind.Institution, "said", On("2025-01-27"), "d1"),
            Claim("c3", page, "The government denied that Goma had fallen & said", "e1", Stance.Denies, "a2", "The government", SourceKind.Institution, "denied", On("2025-01-28"), "d2"),
            Claim("c4", page, "“We are in control of the town,”", "e1", Stance.Affirms, "a3", "Lawrence Kanyuka, a rebel spokesman", SourceKind.NamedPerson, "told", On("2025-01-28"), "d2", quoted: true, via: ["a4"]),
            Claim("c5", wire, "Hospitals had counted at least 17 dead", "f1", Stance.Affirms, "a5", "the Red Cross", SourceKind.Institution, "said", On("2025-01-27"), "d1"),
            Claim("c6", later, "more than 700 people had been killed in Goma since Sunday", "f2", Stance.Affirms, "a6", "The United Nations", SourceKind.Institution, "said", On("2025-01-30"), "d3"),
            Claim("c7", later, "Rwanda's president will meet mediators on Saturday", "e2", Stance.Expects, "a7", "his office", SourceKind.Institution, "said", On("2025-01-30"), "d3"),
            Claim("c8", later, "Rebels also held the airport", "e3", Stance.Affirms, "a6", "a UN official", SourceKind.UnnamedOfficial, "said", On("2025-01-30"), "d3"),
            Claim("c9", page, "its troops held the airport", "e4", Stance.Affirms, "a2", "The government", SourceKind.Institution, "said", On("2025-01-28"), "d2"),
            Claim("c10", later, "General Peter Cirimwami, the military governor, was killed last week", "a8", Stance.Affirms, "a9", "the army", SourceKind.Institution, "said", null, "d3",
                fate: new FateReading(new ActorMention(new TextSpan(0, 1), "General Peter Cirimwami", ActorForm.Name, "Peter Cirimwami", null, null, ActorKind.Person), FateState.Dead)),
            Claim("c11", later, "In 2012 the rebels held the town for eleven days", "e5", Stance.Affirms, null, null, SourceKind.Narration, null, On("2025-01-30"), "d3"),
            Claim("c12", wire, "Aid groups moved their staff out in January", "e6", Stance.Affirms, null, null, SourceKind.Narration, null, On("2025-01-27"), "d1"),
        ];
        var photo = new Photo(page.Zones[3].Span, "Goma", Day("2025-01-26"), "A. Person", null);
        return new SituationRecord(
            null, [wire, reprint, page, later],
            [
                new Dispatch("d1", "Reuters", ["r1", "r2"], [new CopyLink("r2", "r1", CopyRelation.Excerpt, 0.97123)]),
                new Dispatch("d2", "AFP", ["r3"], []), new Dispatch("d3", null, ["r4"], []),
            ],
            [
                new Actor("a1", "March 23 Movement", ActorKind.RebelGroup, ["M23"], null, "a1", "CD"), new Actor("a2", "Government of the Democratic Republic of the Congo", ActorKind.Government, [], null, "CD", "CD"),
                new Actor("a3", "Lawrence Kanyuka", ActorKind.Person, [], "a1", "a1", "CD"), new Actor("a4", "AFP", ActorKind.Media, [], null, null, null),
                new Actor("a5", "Red Cross", ActorKind.Ngo, [], null, null, null), new Actor("a6", "United Nations", ActorKind.Intergovernmental, ["UN"], null, null, null),
                new Actor("a7", "Presidency of Rwanda", ActorKind.Government, [], null, "RW", "RW"), new Actor("a8", "Peter Cirimwami", ActorKind.Person, [], "a9", "CD", "CD"),
                new Actor("a9", "Congolese army", ActorKind.Military, ["FARDC"], "a2", "CD", "CD"),
            ],
            [
                new Place("p1", "Goma", [], -1.6792, 29.2228, "CD", "North Kivu", 216281, PlacePrecision.Town),
                new Place("p2", "Goma airport", [], null, null, "CD", null, null, PlacePrecision.Area),
            ],
            [
                Event("e1", EventType.Capture, "p1", new Interval(Day("2025-01-26"), Day("2025-01-27"), TimePrecision.Days), Status.Contested, "March 23 Movement captures Goma",
                    new Independence(3, 2, 3, 2), ["c1", "c2", "c3", "c4"], roles: [new Role(RoleKind.Actor, "a1"), new Role(RoleKind.Target, "a9")]),
                Event("e2", EventType.Meeting, null, On("2025-02-01"), Status.SingleSource, "Rwanda's president to meet mediators", new Independence(1, 1, 1, 1), ["c7"], expected: true, roles: [new Role(RoleKind.Actor, "a7"), new Role(RoleKind.With, "a6")]),
                Event("e3", EventType.Holding, "p2", On("2025-01-30"), Status.Contested, "March 23 Movement holds Goma airport", new Independence(1, 1, 1, 1), ["c8"],
                    supersedes: ["e4"], contradicts: ["e4"]),
                Event("e4", EventType.Holding, "p2", On("2025-01-28"), Status.Contested, "Congolese army holds Goma airport", new Independence(1, 1, 1, 1), ["c9"], contradicts: ["e3"]),
                Event("e5", EventType.Holding, "p1", new Interval(Day("2012-01-01"), Day("2012-12-31"), TimePrecision.Year), Status.SingleSource, "Rebels hold Goma for eleven days",
                    new Independence(1, 1, 1, 1), ["c11"]),
                Event("e6", EventType.Movement, null, new Interval(Day("2025-01-01"), Day("2025-01-31"), TimePrecision.Month), Status.SingleSource, "Aid groups move staff out",
                    new Independence(1, 1, 1, 1), ["c12"]),
            ],
            [
                new Figure("f1", Measure.Killed, null, 17, null, null, Qualifier.AtLeast, true, "p1", On("2025-01-27"), "e1", Status.Revised, new Independence(1, 1, 1, 1), null, ["c5"]),
                new Figure("f2", Measure.Killed, "people", 700, null, null, Qualifier.AtLeast, true, "p1", On("2025-01-30"), null, Status.SingleSource, new Independence(1, 1, 1, 1), "f1", ["c6"]),
            ],
            claims,
            [
                new Control("p1",
                [
                    new ControlSpan(Day("2025-01-20"), Day("2025-01-25"), ControlState.Held, "a9", ["e4"], Day("2025-01-25")),
                    new ControlSpan(Day("2025-01-26"), Day("2025-01-27"), ControlState.Claimed, "a1", ["e1"], Day("2025-01-27")),
                    new ControlSpan(Day("2025-01-28"), Day("2025-01-30"), ControlState.Contested, "a1", ["e1"], Day("2025-01-28")),
                ]),
                new Control("p2", [new ControlSpan(Day("2025-01-28"), Day("2025-01-30"), ControlState.Contested, "a1", ["e3", "e4"], Day("2025-01-30"))]),
            ],
            [new PersonFate("a8", FateState.Dead, ["c10"])],
            [new RecordPhoto("r3", photo, "p1")],
            [
                new Problem("scan.pdf", null, ReasonCode.UnknownKind, "Sitrep does not read PDF; save the text as .txt or .html.", true),
                new Problem("r1.txt", "r1", ReasonCode.TextTooLong, "Only the first part was read.", false),
            ]);
    }
}
