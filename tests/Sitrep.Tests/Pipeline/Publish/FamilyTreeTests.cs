using Sitrep.Model.Reports;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Tests.Pipeline.Publish;

public sealed class FamilyTreeTests
{
    [Fact]
    public void Every_copy_stands_below_what_it_was_copied_from() => Check(
        ["a", "b", "c", "d"], [Link("b", "a"), Link("c", "a"), Link("d", "b")], "a b: d:: c:");

    [Fact]
    public void A_source_in_another_dispatch_is_no_parent() => Check(["a"], [new CopyLink("a", "x", CopyRelation.Excerpt, 0.2)], "a");

    [Fact]
    public void Links_in_a_circle_still_give_every_report_once() => Check(["a", "b", "c"], [Link("b", "c"), Link("c", "b")], "a b c:");

    private static CopyLink Link(string report, string of) => new(report, of, CopyRelation.Reprint, 0.9);

    private static void Check(string[] reports, CopyLink[] links, string expected) => Assert.Equal(expected, string.Join(' ',
        FamilyTree.Of(new Dispatch("d", null, [.. reports], [.. links])).Select(member => member.Report + new string(':', member.Depth))));
}
