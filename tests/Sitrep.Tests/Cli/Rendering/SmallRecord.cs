using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;

namespace Sitrep.Tests.Cli.Rendering;

/// <summary>One report with one attributed claim on one event, made by hand.</summary>
internal static class SmallRecord
{
    public const string Text = "RIVERTON, March 3 (Wire One) - The northern army took the river port on Sunday, its spokesman said.";

    public static SituationRecord Make()
    {
        var day = Interval.Day(new DateOnly(2024, 3, 3));
        TextSpan words = At("took the river port");
        var spokesman = new ActorMention(At("its spokesman"), "its spokesman", ActorForm.Common, null, "spokesman", null, ActorKind.Military);
        var claim = new Claim("c1", "r1", words, Stance.Affirms,
            new Attribution(spokesman, SourceKind.UnnamedOfficial, null, "said", false, null),
            new EventReading(EventType.Capture, At("took"), "take", [], null, null, null, false), null, null);
        var report = new Report("r1", "wires/one.txt", "ab12", Markup.Text, Text, Text, OffsetMap.Identity(Text.Length), "Army takes port", "Wire One", null, "Wire One", null,
            ["A. Writer"], new Dateline("RIVERTON", new DateOnly(2024, 3, 3), At("RIVERTON, March 3")), new DateOnly(2024, 3, 3), DateBasis.Dateline,
            [new Zone(ZoneKind.Body, At(Text[(Text.IndexOf("- ", StringComparison.Ordinal) + 2)..]))], []);
        var copy = report with { Id = "r2", Input = "wires/two.txt", Outlet = "Daily Two" };
        var one = new Independence(2, 1, 1, 1);
        return new SituationRecord(
            null, [report, copy],
            [new Dispatch("d1", "Wire One", ["r1", "r2"], [new CopyLink("r2", "r1", CopyRelation.Reprint, 1)])],
            [new Actor("a1", "Northern Army", ActorKind.Military, ["NA"], null, null, null)],
            [new Place("p1", "River Port", ["Riverport"], 1.5, -2.25, "XX", "North", null, PlacePrecision.Town), new Place("p2", "Riverton", [], null, null, null, null, null, PlacePrecision.Town)],
            [new Event("e1", EventType.Capture, new EventCodes([], [], null), "p1", day, [new Role(RoleKind.Actor, "a1")], null, Status.SingleSource, one, false,
                "Northern Army captures River Port", [], [], ["c1"])],
            [new Figure("f1", Measure.Displaced, "residents", 2000, null, 3000, Qualifier.Between, false, "p1", day, "e1", Status.SingleSource, one, null, ["c1"])],
            [new LedgerClaim(claim, "e1", "a1", "its spokesman", [], day, "d1")],
            [new Control("p1", [new ControlSpan(day.Start, day.End, ControlState.Claimed, "a1", ["e1"], day.End)])], [], [], ImmutableArray<Problem>.Empty);
    }

    private static TextSpan At(string words)
    {
        int start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
