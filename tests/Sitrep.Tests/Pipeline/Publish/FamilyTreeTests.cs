using System.Text.RegularExpressions;
using Sitrep.Model.Reports;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Pipeline.Publish.Html;
using Sitrep.Pipeline.Publish.View;
using Sitrep.Tests.Pipeline.Dedupe;

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

    [Fact]
    public void A_difference_is_told_in_one_line() =>
        Assert.Equal("1 sentence cut, 1 added", DifferenceText.Of(Difference("The bridge fell at noon on Friday.", "Nobody could say who had ordered the closure.")));

    [Fact]
    public void Words_of_others_are_escaped_in_a_difference()
    {
        var sheet = new HtmlSheet();
        Families.Write(sheet, [new SourceReport(0, "original", null), new SourceReport(1, "copy", Difference("<script>alert(1)</script> The bridge fell at noon.", "Two <b>boats</b> sank & nobody drowned."))]);
        string page = sheet.ToString();
        Assert.DoesNotContain("<script", page);
        Assert.DoesNotContain("<b>", page);
        Assert.Contains("<del>", page);
        Assert.Equal(Regex.Count(page, "<(ul|li|p|details|summary|span|bdi|ins|del)[ >]"), Regex.Count(page, "</(ul|li|p|details|summary|span|bdi|ins|del)>"));
    }

    private static TextDifference Difference(string earlier, string later) => TextDifference.Of(Stories.Report("r1", [earlier]), Stories.Report("r2", [later]));

    private static CopyLink Link(string report, string of) => new(report, of, CopyRelation.Reprint, 0.9);

    private static void Check(string[] reports, CopyLink[] links, string expected) => Assert.Equal(expected, string.Join(' ',
        FamilyTree.Of(new Dispatch("d", null, [.. reports], [.. links])).Select(member => member.Report + new string(':', member.Depth))));
}
