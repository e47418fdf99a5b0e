using System.Globalization;
using FsCheck.Fluent;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Resolve.Dates;
using Sitrep.Tests.Pipeline.Extract;

namespace Sitrep.Tests.Pipeline.Resolve.Dates;

public class DateResolverTests
{
    // 9 November 2017 was a Thursday.
    private const string Thursday = "2017-11-09";

    [Theory]
    [InlineData("2017-11-09", "2017-11-09 Day")]
    [InlineData("2017-07", "2017-07-01..2017-07-31 Month")]
    [InlineData("2016", "2016-01-01..2016-12-31 Year")]
    [InlineData("199", "1990-01-01..1999-12-31 Year")]
    [InlineData("2014-SU", "2014-06-01..2014-08-31 Month")]
    [InlineData("2016-WI", "2016-12-01..2017-02-28 Month")]
    [InlineData("2017-H1", "2017-01-01..2017-06-30 Month")]
    [InlineData("2017-Q3", "2017-07-01..2017-09-30 Month")]
    [InlineData("2017-11-09T04:17", "2017-11-09 Time")]
    [InlineData("2017-11-09TNI", "2017-11-09 Day")]
    [InlineData("2014/2015", "2014-01-01..2015-12-31 Year")]
    [InlineData("2016-09/2016-12", "2016-09-01..2016-12-31 Month")]
    [InlineData("2017-02-21/2017-02-28", "2017-02-21..2017-02-28 Days")]
    [InlineData("2017-05-03/2017-05-05", "2017-05-03..2017-05-05 Days")]
    public void Full_dates_need_no_anchor(string value, string expected) => Check(value, Thursday, Direction.Past, expected);

    [Theory]
    [InlineData("XXXX-WXX-4", "2017-11-09 Day")]
    [InlineData("XXXX-WXX-5", "2017-11-03 Day")]
    [InlineData("XXXX-WXX-3TNI", "2017-11-08 Day")]
    [InlineData("XXXX-WXX-1T04:17", "2017-11-06 Time")]
    [InlineData("XXXX-WXX-WE", "2017-11-04..2017-11-05 Days")]
    [InlineData("XXXX-11", "2017-11-01..2017-11-30 Month")]
    [InlineData("XXXX-12", "2016-12-01..2016-12-31 Month")]
    [InlineData("XXXX-07", "2017-07-01..2017-07-31 Month")]
    [InlineData("XXXX-11-09", "2017-11-09 Day")]
    [InlineData("XXXX-11-10", "2017-11-10 Day")]
    [InlineData("XXXX-11-11", "2016-11-11 Day")]
    [InlineData("XXXX-02-29", "2016-02-29 Day")]
    [InlineData("XXXX-XX-31", "2017-10-31 Day")]
    [InlineData("XXXX-SU", "2017-06-01..2017-08-31 Month")]
    [InlineData("XXXX-11-01/XXXX-11-10", "2017-11-01..2017-11-10 Days")]
    [InlineData("XXXX-02-21/XXXX-02-29", "2017-02-21..2017-02-28 Days")]
    [InlineData("XXXX-WXX-1/XXXX-WXX-4", "2017-11-06..2017-11-09 Days")]
    [InlineData("XXXX-WXX-4/XXXX-WXX-7", "2017-11-02..2017-11-05 Days")]
    [InlineData("XXXX-05/XXXX-07", "2017-05-01..2017-07-31 Month")]
    [InlineData("XXXX-12-30/XXXX-01-02", "2016-12-30..2017-01-02 Days")]
    [InlineData("XXXX-WXX-1/PRESENT_REF", "2017-11-06..2017-11-09 Days")]
    [InlineData("2011/PRESENT_REF", "2011-01-01..2017-11-09 Year")]
    public void The_past_looks_back(string value, string expected) => Check(value, Thursday, Direction.Past, expected);

    [Theory]
    [InlineData("XXXX-WXX-4", "2017-11-09 Day")]
    [InlineData("XXXX-WXX-3", "2017-11-15 Day")]
    [InlineData("XXXX-WXX-WE", "2017-11-11..2017-11-12 Days")]
    [InlineData("XXXX-10", "2018-10-01..2018-10-31 Month")]
    [InlineData("XXXX-11", "2017-11-01..2017-11-30 Month")]
    [InlineData("XXXX-11-08", "2017-11-08 Day")]
    [InlineData("XXXX-07-08", "2018-07-08 Day")]
    [InlineData("XXXX-Q3", "2017-07-01..2017-09-30 Month")]
    [InlineData("XXXX-Q1", "2018-01-01..2018-03-31 Month")]
    [InlineData("XXXX-11-20", "2017-11-20 Day")]
    [InlineData("XXXX-XX-31", "2017-12-31 Day")]
    [InlineData("XXXX-WXX-1/XXXX-WXX-3", "2017-11-13..2017-11-15 Days")]
    [InlineData("XXXX-11-01/XXXX-11-10", "2017-11-01..2017-11-10 Days")]
    [InlineData("PRESENT_REF/PXD", "2017-11-09..2017-11-16 Week")]
    [InlineData("PRESENT_REF/P2W", "2017-11-09..2017-11-23 Days")]
    [InlineData("PRESENT_REF/UNDEF-this-month", "2017-11-09..2017-11-30 Month")]
    public void The_future_looks_ahead(string value, string expected) => Check(value, Thursday, Direction.Future, expected);

    [Theory]
    [InlineData("UNDEF-this-day", "2017-11-09 Day")]
    [InlineData("UNDEF-last-day", "2017-11-08 Day")]
    [InlineData("UNDEF-next-day", "2017-11-10 Day")]
    [InlineData("UNDEF-last-dayTNI", "2017-11-08 Day")]
    [InlineData("UNDEF-this-dayT04:17", "2017-11-09 Time")]
    [InlineData("UNDEF-last-day/UNDEF-this-day", "2017-11-08..2017-11-09 Days")]
    [InlineData("UNDEF-last-thursday", "2017-11-02 Day")]
    [InlineData("UNDEF-last-wednesday", "2017-11-08 Day")]
    [InlineData("UNDEF-next-thursday", "2017-11-16 Day")]
    [InlineData("UNDEF-next-monday", "2017-11-13 Day")]
    [InlineData("UNDEF-this-friday", "2017-11-10 Day")]
    [InlineData("UNDEF-last-week", "2017-10-30..2017-11-05 Week")]
    [InlineData("UNDEF-this-week", "2017-11-06..2017-11-12 Week")]
    [InlineData("UNDEF-this-week/PRESENT_REF", "2017-11-06..2017-11-09 Week")]
    [InlineData("UNDEF-last-week-4", "2017-11-02 Day")]
    [InlineData("UNDEF-last-weekend", "2017-11-04..2017-11-05 Days")]
    [InlineData("UNDEF-next-weekend", "2017-11-11..2017-11-12 Days")]
    [InlineData("UNDEF-last-month", "2017-10-01..2017-10-31 Month")]
    [InlineData("UNDEF-last-month-01/UNDEF-last-month-10", "2017-10-01..2017-10-10 Days")]
    [InlineData("UNDEF-this-month-21/UNDEF-this-month-31", "2017-11-21..2017-11-30 Days")]
    [InlineData("UNDEF-last-year", "2016-01-01..2016-12-31 Year")]
    [InlineData("UNDEF-last-year-11", "2016-11-01..2016-11-30 Month")]
    [InlineData("UNDEF-last-year-07-17", "2016-07-17 Day")]
    [InlineData("UNDEF-last-november", "2016-11-01..2016-11-30 Month")]
    [InlineData("UNDEF-last-october", "2017-10-01..2017-10-31 Month")]
    [InlineData("UNDEF-next-july", "2018-07-01..2018-07-31 Month")]
    [InlineData("UNDEF-last-SU", "2017-06-01..2017-08-31 Month")]
    [InlineData("UNDEF-last-decade", "2000-01-01..2009-12-31 Year")]
    [InlineData("UNDEF-this-day-MINUS-3", "2017-11-06 Day")]
    [InlineData("UNDEF-REF-day-MINUS-3", "2017-11-06 Day")]
    [InlineData("UNDEF-REF-day-PLUS-1", "2017-11-10 Day")]
    [InlineData("UNDEF-REF-this-day", "2017-11-09 Day")]
    [InlineData("UNDEF-REF-last-week", "2017-10-30..2017-11-05 Week")]
    [InlineData("UNDEF-this-week-MINUS-2", "2017-10-23..2017-10-29 Week")]
    [InlineData("UNDEF-this-month-MINUS-2", "2017-09-01..2017-09-30 Month")]
    [InlineData("UNDEF-this-year-MINUS-2", "2015-01-01..2015-12-31 Year")]
    [InlineData("UNDEF-this-hour-MINUS-2", "2017-11-09 Day")]
    [InlineData("UNDEF-this-day-MINUS-X", "2017-11-02..2017-11-07 Days")]
    [InlineData("PXD/PRESENT_REF", "2017-11-02..2017-11-09 Week")]
    [InlineData("P2Y/PRESENT_REF", "2015-11-09..2017-11-09 Year")]
    [InlineData("PT24H/PRESENT_REF", "2017-11-08..2017-11-09 Days")]
    public void Relative_dates_count_from_the_anchor(string value, string expected) => Check(value, Thursday, Direction.Past, expected);

    [Theory]
    [InlineData("UNDEF-last-weekend", "2017-11-12", "2017-11-04..2017-11-05 Days")]
    [InlineData("XXXX-WXX-WE", "2017-11-11", "2017-11-11..2017-11-12 Days")]
    [InlineData("XXXX-WXX-1/XXXX-WXX-4", "2017-11-14", "2017-11-06..2017-11-09 Days")]
    [InlineData("XXXX-01-01", "2017-12-31", "2018-01-01 Day")]
    [InlineData("P1M/PRESENT_REF", "2017-03-31", "2017-02-28..2017-03-31 Month")]
    [InlineData("UNDEF-REF-quarter-MINUS-4", "2017-11-09", "2016-10-01..2016-12-31 Month")]
    [InlineData("UNDEF-last-day", "0001-01-01", "")]
    [InlineData("UNDEF-next-day", "9999-12-31", "")]
    [InlineData("UNDEF-last-week", "0001-01-03", "")]
    [InlineData("UNDEF-next-year", "9999-05-05", "")]
    [InlineData("XXXX-WXX-7", "0001-01-01", "")]
    public void Edges_of_weeks_months_and_the_calendar(string value, string anchor, string expected) => Check(value, anchor, Direction.Past, expected);

    [Theory]
    [InlineData("XXXX-12-05", "2017-12-05 Day")]
    [InlineData("XXXX-11-11", "2017-11-11 Day")]
    [InlineData("XXXX-04-07", "2017-04-07 Day")]
    [InlineData("XXXX-WXX-5", "2017-11-03 Day")]
    [InlineData("XXXX-12", "2016-12-01..2016-12-31 Month")]
    [InlineData("XXXX-12-30/XXXX-01-02", "2016-12-30..2017-01-02 Days")]
    public void Where_no_tense_says_a_day_just_ahead_is_nearer_than_one_of_last_year(string value, string expected) => Check(value, Thursday, Direction.Either, expected);

    // Dates of feasts as any almanac has them.
    [Theory]
    [InlineData("2016-easter", "2016-03-27 Day")]
    [InlineData("2019-goodfriday", "2019-04-19 Day")]
    [InlineData("2019-orthodoxeaster", "2019-04-28 Day")]
    [InlineData("2018-thanksgiving", "2018-11-22 Day")]
    [InlineData("XXXX-easter", "2017-04-16 Day")]
    [InlineData("XXXX-thanksgiving", "2016-11-24 Day")]
    [InlineData("2017-eidfitr", "2017-06-25..2017-06-27 Days")]
    [InlineData("2017-eidadha", "2017-09-01..2017-09-04 Days")]
    [InlineData("XXXX-eid", "2017-09-01..2017-09-04 Days")]
    [InlineData("2017-nosuchfeast", "")]
    [InlineData("1200-eidfitr", "")]
    public void Feasts_move_with_their_calendars(string value, string expected) => Check(value, Thursday, Direction.Past, expected);

    [Theory]
    [InlineData("P3D")]
    [InlineData("PT5H")]
    [InlineData("PXW")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("XXXX")]
    [InlineData("XXXX-")]
    [InlineData("XXXX-WXX-9")]
    [InlineData("2017-13")]
    [InlineData("2017-02-30")]
    [InlineData("UNDEF-")]
    [InlineData("UNDEF-REF")]
    [InlineData("UNDEF-last-")]
    [InlineData("UNDEF-last-blue")]
    [InlineData("UNDEF-this-day-MINUS-99999999999")]
    [InlineData("2017-05-05/2017-05-03")]
    [InlineData("T04:17")]
    [InlineData("FUTURE_REF")]
    public void What_cannot_be_placed_is_null(string value) => Check(value, Thursday, Direction.Past, "");

    [Fact]
    public void No_value_throws_and_every_interval_has_its_ends_in_order()
    {
        FsCheck.Gen<string> scraps = Gen.Elements("XXXX", "2017", "0000", "9999", "-", "-", "WXX", "11", "29", "31", "4", "WE", "T", "TNI", "/", "P", "PT", "X", "3", "D", "Y", "UNDEF", "last", "this", "next", "REF", "day", "week", "month", "year", "MINUS", "PLUS", "9999", "SU", "PRESENT_REF", "november");
        var values = scraps.ArrayOf().Select(string.Concat);
        var anchors = Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2017, 11, 9), new DateOnly(2016, 2, 29));
        Properties.Hold(Prop.ForAll(values.Zip(anchors).ToArbitrary(), pair =>
        {
            foreach (Direction direction in Enum.GetValues<Direction>())
            {
                if (DateResolver.Resolve(Mention(pair.Item1), pair.Item2, direction) is { } interval) Assert.True(interval.Start <= interval.End);
            }
        }));
    }

    private static DateMention Mention(string value) => new(new TextSpan(0, 1), "x", value);

    private static void Check(string value, string anchor, Direction direction, string expected)
    {
        Interval? interval = DateResolver.Resolve(Mention(value), DateOnly.ParseExact(anchor, "yyyy-MM-dd", CultureInfo.InvariantCulture), direction);
        Assert.Equal(expected, interval is null ? "" : interval.Start == interval.End ? $"{interval.Start:yyyy-MM-dd} {interval.Precision}" : $"{interval.Start:yyyy-MM-dd}..{interval.End:yyyy-MM-dd} {interval.Precision}");
    }
}
