using Sitrep.Eval.Scores;
using Sitrep.Eval.Times;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Resolve.Dates;

namespace Sitrep.Tests.Eval.Times;

public sealed class TimeSetsTests
{
    [Theory]
    [InlineData("2019-03-14", "2019-03-14")]
    [InlineData("XXXX-WXX-4", "2019-03-14")]
    [InlineData("XXXX-WXX-4TNI", "2019-03-14TNI")]
    [InlineData("XXXX-02", "2019-02")]
    [InlineData("UNDEF-last-week", "2019-W10")]
    [InlineData("UNDEF-last-year", "2018")]
    [InlineData("UNDEF-last-year-Q3", "2018-Q3")]
    [InlineData("P3M", "P3M")]
    [InlineData("P2Y/PRESENT_REF", "P2Y")]
    [InlineData("PRESENT_REF", "PRESENT_REF")]
    [InlineData("XXXX-02-01/PRESENT_REF", "2019-02-01")]
    public void Values_are_spelt_as_TIMEX3(string value, string expected)
    {
        var day = new DateOnly(2019, 3, 15);
        Assert.Equal(expected, TimexValue.Of(value, day, new DateDiscourse(day), Direction.Past));
    }

    [Fact]
    public void A_touching_expression_is_relaxed_right_and_its_value_counts()
    {
        var sheet = new TallySheet();
        TimeSets.Compare(sheet,
            [new(new TextSpan(0, 6), "DATE", "2019"), new(new TextSpan(10, 14), "DATE", "2018")],
            [new(new TextSpan(2, 6), "DATE", "2019"), new(new TextSpan(10, 14), "TIME", "2018"), new(new TextSpan(15, 18), "DATE", "2017")], new string('x', 20), "d");
        Assert.Equal(new Tally(1, 3, 2), sheet.Total("strict"));
        Assert.Equal(new Tally(2, 3, 2), sheet.Total("relaxed"));
        Assert.Equal(new Tally(1, 3, 2), sheet.Total("type"));
        Assert.Equal(new Tally(2, 3, 2), sheet.Total("value"));
    }
}
