using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve.Dates;

namespace Sitrep.Tests.Pipeline.Resolve.Dates;

public class DateDiscourseTests
{
    private static readonly DateOnly Told = new(2017, 11, 9);

    [Fact]
    public void What_refers_counts_from_the_day_spoken_of_and_the_rest_from_the_day_of_telling()
    {
        var discourse = new DateDiscourse(Told);
        Assert.Equal(Told, discourse.AnchorOf("UNDEF-REF-day-MINUS-1"));
        Assert.Null(discourse.AnchorOf("UNDEF-REF-day-PLUS-1"));
        discourse.Spoke(Interval.Day(new DateOnly(2016, 5, 3)));
        Assert.Equal(new DateOnly(2016, 5, 3), discourse.AnchorOf("UNDEF-REF-day-PLUS-1"));
        Assert.Equal(Told, discourse.AnchorOf("UNDEF-this-day"));
    }

    [Fact]
    public void That_year_is_the_year_of_a_month_spoken_of_and_the_day_stays()
    {
        var discourse = new DateDiscourse(Told);
        discourse.Spoke(Interval.Day(new DateOnly(2016, 5, 3)));
        discourse.Spoke(new Interval(new DateOnly(2014, 6, 1), new DateOnly(2014, 6, 30), TimePrecision.Month));
        Assert.Equal(new DateOnly(2014, 6, 1), discourse.AnchorOf("UNDEF-REF-this-year"));
        Assert.Equal(new DateOnly(2016, 5, 3), discourse.AnchorOf("UNDEF-REF-this-day"));
    }

    [Fact]
    public void A_quarter_is_one_of_a_year_only_after_one_was_named()
    {
        var discourse = new DateDiscourse(Told);
        Assert.Null(discourse.AnchorOf("UNDEF-REF-this-quarter"));
        discourse.Spoke(new Interval(new DateOnly(2017, 7, 1), new DateOnly(2017, 9, 30), TimePrecision.Month));
        Assert.Equal(new DateOnly(2017, 7, 1), discourse.AnchorOf("UNDEF-REF-this-quarter"));
        Assert.Equal("UNDEF-REF-quarter-MINUS-4", discourse.InQuarters("UNDEF-REF-year-MINUS-1"));
    }
}
