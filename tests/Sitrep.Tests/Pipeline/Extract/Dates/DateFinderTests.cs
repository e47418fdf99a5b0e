using FsCheck.Fluent;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Dates;

namespace Sitrep.Tests.Pipeline.Extract.Dates;

public class DateFinderTests
{
    private static readonly DateFinder Finder = new(DataFolder.At(Path.Combine(Repository.Root, "data")));

    [Theory]
    [InlineData("The army took the city on November 9, 2017.", "November 9, 2017=2017-11-09")]
    [InlineData("The army took the city on 9 November 2017.", "9 November 2017=2017-11-09")]
    [InlineData("It was taken on the 9th of November.", "9th of November=XXXX-11-09")]
    [InlineData("It was taken on the ninth of November.", "ninth of November=XXXX-11-09")]
    [InlineData("It was taken on Nov 9.", "Nov 9=XXXX-11-09")]
    [InlineData("It was taken on Nov. 9, witnesses said.", "Nov. 9=XXXX-11-09")]
    [InlineData("It was taken on Nov. 9, 2017, witnesses said.", "Nov. 9, 2017=2017-11-09")]
    [InlineData("It fell on May 5th.", "May 5th=XXXX-05-05")]
    [InlineData("The cyclone formed on 2019-03-14.", "2019-03-14=2019-03-14")]
    [InlineData("Updated 2019-03-14T04:17 by the desk.", "2019-03-14T04:17=2019-03-14T04:17")]
    [InlineData("Published 14.03.2019 in Beira.", "14.03.2019=2019-03-14")]
    [InlineData("Published 25/12/2019 in Beira.", "25/12/2019=2019-12-25")]
    [InlineData("Published 03/04/2019 in Beira.", "")]
    [InlineData("The war began in July 2014.", "July 2014=2014-07")]
    [InlineData("The war began in July.", "July=XXXX-07")]
    [InlineData("The war began in July of 2014.", "July of 2014=2014-07")]
    [InlineData("The war began in Sept. 2014.", "Sept. 2014=2014-09")]
    [InlineData("The war began in 2014.", "2014=2014")]
    [InlineData("The coup of 2014 failed.", "")]
    [InlineData("It lasted through the summer of 2014.", "the summer of 2014=2014-SU")]
    [InlineData("The Ebola outbreak in 2014-15 killed thousands.", "2014-15=2014/2015")]
    [InlineData("The war (1998-2003) killed millions.", "1998-2003=1998/2003")]
    [InlineData("The 2003 invasion began the war.", "2003=2003")]
    [InlineData("The militias of the 1990s are gone.", "1990s=199")]
    [InlineData("It began in the early 1990s.", "the early 1990s=1990/1993")]
    [InlineData("It broke out in November last year.", "November last year=UNDEF-last-year-11")]
    [InlineData("The quake hit on July 17 last year.", "July 17 last year=UNDEF-last-year-07-17")]
    public void Calendar_dates_are_found(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Troops entered on Thursday.", "Thursday=XXXX-WXX-4")]
    [InlineData("Troops entered Thursday, officials said.", "Thursday=XXXX-WXX-4")]
    [InlineData("Thursday's attack killed 12.", "Thursday=XXXX-WXX-4")]
    [InlineData("Troops entered last Thursday.", "last Thursday=UNDEF-last-thursday")]
    [InlineData("Talks resume next Monday.", "next Monday=UNDEF-next-monday")]
    [InlineData("Talks resume this Friday.", "this Friday=UNDEF-this-friday")]
    [InlineData("Troops entered on Thursday night.", "Thursday night=XXXX-WXX-4TNI")]
    [InlineData("Troops entered late on Wednesday.", "late on Wednesday=XXXX-WXX-3TNI")]
    [InlineData("Troops entered early Friday.", "early Friday=XXXX-WXX-5TMO")]
    [InlineData("Troops entered early on Friday morning.", "early on Friday morning=XXXX-WXX-5TMO")]
    [InlineData("It happened on Thursday, November 9, 2017.", "Thursday, November 9, 2017=2017-11-09")]
    [InlineData("It happened on Thursday (Nov. 9).", "Thursday (Nov. 9)=XXXX-11-09")]
    [InlineData("It happened on Thursday last week.", "Thursday last week=UNDEF-last-week-4")]
    [InlineData("The blast struck at 9 a.m. on Sunday.", "9 a.m. on Sunday=XXXX-WXX-7T09:00")]
    [InlineData("The quake struck on Monday at 04:17 local time.", "Monday at 04:17 local time=XXXX-WXX-1T04:17")]
    [InlineData("The quake struck at 04:17 local time (0117 GMT) on Monday.", "04:17 local time (0117 GMT) on Monday=XXXX-WXX-1T04:17")]
    [InlineData("The quake struck at 04:17 local time.", "04:17 local time=UNDEF-this-dayT04:17")]
    [InlineData("The blast came at 4 p.m. in the market.", "4 p.m.=UNDEF-this-dayT16:00")]
    [InlineData("They came before dawn on Friday.", "dawn on Friday=XXXX-WXX-5TMO")]
    [InlineData("They came before dawn.", "dawn=UNDEF-this-dayTMO")]
    [InlineData("On the morning of November 9 they came.", "morning of November 9=XXXX-11-09TMO")]
    [InlineData("The convoy left on the 14th.", "the 14th=XXXX-XX-14")]
    [InlineData("On the 14th floor, the 2nd group met the 9th Division.", "")]
    [InlineData("Three days after the quake, the dam broke.", "Three days=UNDEF-REF-day-PLUS-3")]
    [InlineData("Three days after quakes, dams break.", "Three days=P3D")]
    [InlineData("The market was shelled on Eid al-Adha.", "Eid al-Adha=XXXX-eidadha")]
    [InlineData("It was bombed on Easter Sunday and on Christmas Eve.", "Easter Sunday=XXXX-easter|Christmas Eve=XXXX-12-24")]
    [InlineData("They left earlier on Thursday.", "earlier on Thursday=XXXX-WXX-4")]
    [InlineData("A report in the Sunday Times said so.", "")]
    [InlineData("The Black Friday massacre", "")]
    [InlineData("Protests are held every Friday.", "every Friday=XXXX-WXX-5")]
    [InlineData("The Sun reported it.", "")]
    [InlineData("Sun, 11 Nov 2017", "Sun, 11 Nov 2017=2017-11-11")]
    public void Weekdays_and_times_of_day_are_found(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Troops entered today.", "today=UNDEF-this-day")]
    [InlineData("Troops entered yesterday evening.", "yesterday evening=UNDEF-last-dayTEV")]
    [InlineData("Talks start tomorrow.", "tomorrow=UNDEF-next-day")]
    [InlineData("Shelling resumed tonight.", "tonight=UNDEF-this-dayTNI")]
    [InlineData("Shelling went on last night.", "last night=UNDEF-last-dayTNI")]
    [InlineData("Shelling resumed this morning.", "this morning=UNDEF-this-dayTMO")]
    [InlineData("Drones struck overnight.", "overnight=UNDEF-last-day/UNDEF-this-day")]
    [InlineData("Drones struck the city last week.", "last week=UNDEF-last-week")]
    [InlineData("The dam broke this month.", "this month=UNDEF-this-month")]
    [InlineData("Elections are due next year.", "next year=UNDEF-next-year")]
    [InlineData("It was shelled last weekend.", "last weekend=UNDEF-last-weekend")]
    [InlineData("It was shelled over the weekend.", "the weekend=XXXX-WXX-WE")]
    [InlineData("It fell earlier this week.", "earlier this week=UNDEF-this-week/PRESENT_REF")]
    [InlineData("A vote is due later this month.", "later this month=PRESENT_REF/UNDEF-this-month")]
    [InlineData("It fell three days ago.", "three days ago=UNDEF-this-day-MINUS-3")]
    [InlineData("It fell two weeks earlier.", "two weeks earlier=UNDEF-REF-week-MINUS-2")]
    [InlineData("It fell a day earlier.", "a day earlier=UNDEF-REF-day-MINUS-1")]
    [InlineData("It fell a day later.", "a day later=UNDEF-REF-day-PLUS-1")]
    [InlineData("It had fallen the previous day.", "the previous day=UNDEF-REF-day-MINUS-1")]
    [InlineData("It fell the day before.", "the day before=UNDEF-REF-day-MINUS-1")]
    [InlineData("A second village fell the same day.", "the same day=UNDEF-REF-this-day")]
    [InlineData("A second village fell the next day.", "the next day=UNDEF-REF-day-PLUS-1")]
    [InlineData("It has lost land over the past two years.", "the past two years=P2Y/PRESENT_REF")]
    [InlineData("Floods hit in the last 24 hours.", "the last 24 hours=PT24H/PRESENT_REF")]
    [InlineData("Clashes spread in recent days.", "recent days=PXD/PRESENT_REF")]
    [InlineData("Rain is expected in the coming days.", "the coming days=PRESENT_REF/PXD")]
    [InlineData("It was built years ago.", "years ago=UNDEF-this-year-MINUS-X")]
    [InlineData("It was founded a decade ago.", "a decade ago=UNDEF-this-decade-MINUS-1")]
    [InlineData("It was a dry year last summer.", "last summer=UNDEF-last-SU")]
    [InlineData("It ended over the next couple of years.", "the next couple of years=PRESENT_REF/P2Y")]
    [InlineData("They returned the next morning.", "the next morning=UNDEF-REF-day-PLUS-1TMO")]
    [InlineData("They had left the previous Friday.", "the previous Friday=UNDEF-REF-last-friday")]
    [InlineData("Floods came in 2011, 2013 and 2014.", "2011=2011|2013=2013|2014=2014")]
    [InlineData("It was closed last November.", "last November=UNDEF-last-november")]
    public void Relative_dates_are_found(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("It began in early November.", "early November=XXXX-11-01/XXXX-11-10")]
    [InlineData("It began in mid-July.", "mid-July=XXXX-07-11/XXXX-07-20")]
    [InlineData("It began in late February 2017.", "late February 2017=2017-02-21/2017-02-28")]
    [InlineData("It began in late 2016.", "late 2016=2016-09/2016-12")]
    [InlineData("It began at the end of 2016.", "the end of 2016=2016-09/2016-12")]
    [InlineData("It began late last year.", "late last year=UNDEF-last-year-09/UNDEF-last-year-12")]
    [InlineData("It began early last month.", "early last month=UNDEF-last-month-01/UNDEF-last-month-10")]
    [InlineData("It has been shelled since Monday.", "since Monday=XXXX-WXX-1/PRESENT_REF")]
    [InlineData("It has been shelled since early November.", "since early November=XXXX-11-01/PRESENT_REF")]
    [InlineData("It has been at war since 2011.", "since 2011=2011/PRESENT_REF")]
    [InlineData("They fought from Monday to Thursday.", "from Monday to Thursday=XXXX-WXX-1/XXXX-WXX-4")]
    [InlineData("They fought between 3 and 5 May.", "between 3 and 5 May=XXXX-05-03/XXXX-05-05")]
    [InlineData("They fought from 3 May to 5 June 2014.", "from 3 May to 5 June 2014=2014-05-03/2014-06-05")]
    [InlineData("They fought on Nov. 8 and 9.", "Nov. 8 and 9=XXXX-11-08/XXXX-11-09")]
    [InlineData("They fought on May 3-5.", "May 3-5=XXXX-05-03/XXXX-05-05")]
    [InlineData("They fought on 3–5 May 2014.", "3–5 May 2014=2014-05-03/2014-05-05")]
    [InlineData("They fought between 2011 and 2013.", "between 2011 and 2013=2011/2013")]
    [InlineData("They fought from 2011 to 2013.", "from 2011 to 2013=2011/2013")]
    [InlineData("They fought between May and July.", "between May and July=XXXX-05/XXXX-07")]
    [InlineData("It was taken in the first half of 2017.", "the first half of 2017=2017-H1")]
    public void Portions_and_ranges_are_found(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("It has been shelled since Monday.", "Monday Date XXXX-WXX-1")]
    [InlineData("They fought from Monday to Thursday.", "Monday Date XXXX-WXX-1|Thursday Date XXXX-WXX-4")]
    [InlineData("They fought from 3 May to 5 June 2014.", "3 May Date 2014-05-03|5 June 2014 Date 2014-06-05")]
    [InlineData("It began in early November.", "early November Date XXXX-11")]
    [InlineData("It began in the early 1990s.", "the early 1990s Date 199")]
    [InlineData("They left late on Wednesday.", "late on Wednesday Date XXXX-WXX-3")]
    [InlineData("They left on Wednesday night.", "Wednesday night Time XXXX-WXX-3TNI")]
    [InlineData("It fell earlier this week.", "earlier this week Date UNDEF-this-week")]
    [InlineData("It has lost land over the past two years.", "the past two years Duration P2Y")]
    [InlineData("It has lost land in recent months.", "recent months Duration PXM")]
    [InlineData("The road is now closed.", "now Date PRESENT_REF")]
    [InlineData("The nearly two-year siege is over.", "two-year Duration P2Y")]
    [InlineData("The first nine months were worse than the 14-day truce.", "The first nine months Duration P9M|14-day Duration P14D")]
    [InlineData("They are shelled daily and every Friday, on Monday nights and twice each July.", "daily Set P1D|every Friday Set XXXX-WXX-5|Monday nights Set XXXX-WXX-1TNI|each July Set XXXX-07")]
    [InlineData("Exports fell in the third quarter of 2014 and in the third-quarter before the year-earlier quarter.", "the third quarter of 2014 Date 2014-Q3|third-quarter Date XXXX-Q3|the year-earlier quarter Date UNDEF-REF-quarter-MINUS-4")]
    [InlineData("It lasted two to three weeks, almost three years ago.", "two to three weeks Duration P2W|almost three years ago Date UNDEF-this-year-MINUS-3")]
    [InlineData("The convoy left at noon on Friday.", "noon on Friday Time XXXX-WXX-5T12:00")]
    public void What_TIMEX3_marks_is_told_apart_from_what_places_an_event(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Finder.Find(text, TestSentence.Of(text)).SelectMany(date => date.Parts).Select(part => $"{part.Span.Of(text)} {part.Type} {part.Value}")));

    [Fact]
    public void Words_that_place_nothing_are_told_from_dates()
    {
        const string Text = "They are now shelled daily, every Friday and recently since Monday.";
        Assert.Equal(["since Monday"], Finder.Find(Text, TestSentence.Of(Text)).Where(date => date.Places).Select(date => date.Mention.Words));
    }

    [Theory]
    [InlineData("They fought for three days.", "three days=P3D")]
    [InlineData("The nine-month battle is over.", "nine-month=P9M")]
    [InlineData("It fell after four months of fighting.", "four months=P4M")]
    [InlineData("A 72-hour truce was agreed.", "72-hour=PT72H")]
    [InlineData("A day after the city fell, two days after the quake.", "A day=UNDEF-REF-day-PLUS-1|two days=UNDEF-REF-day-PLUS-2")]
    [InlineData("They were held for several weeks.", "several weeks=PXW")]
    [InlineData("The 23-year-old was detained.", "")]
    [InlineData("The 68 - year - old was detained.", "")]
    [InlineData("A two-year-old girl, three years old, was found.", "")]
    [InlineData("There are 10 attacks a day.", "")]
    public void Durations_are_found_and_ages_are_not(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("They may march on the capital.")]
    [InlineData("May they march in peace.")]
    [InlineData("Theresa May said so.")]
    [InlineData("Aid chiefs Lowe and Jan Egeland said so.")]
    [InlineData("About three-quarters of the town burned.")]
    [InlineData("The attack killed 2,014 people.")]
    [InlineData("The attack killed 2014 people.")]
    [InlineData("Some 2000 villages were hit.")]
    [InlineData("A total of 2014 homes were hit.")]
    [InlineData("They live in the July 17 district.")]
    [InlineData("The September 11 Memorial was closed.")]
    [InlineData("The October 7 Brigade fought there.")]
    [InlineData("The 6 April Youth Movement called a strike.")]
    [InlineData("They crossed the 14 July Bridge.")]
    [InlineData("The second group left.")]
    [InlineData("The 9th Armoured Division advanced.")]
    [InlineData("It had 2.5 million people and 12 hospitals.")]
    [InlineData("")]
    public void Other_words_are_no_dates(string text) => Check(text, "");

    [Theory]
    [InlineData("In July 17 people were killed.", "July=XXXX-07")]
    [InlineData("In May 12 soldiers died.", "May=XXXX-05")]
    [InlineData("On July 17 Ukraine said so.", "July 17=XXXX-07-17")]
    [InlineData("On Nov. 9, 12 people died.", "Nov. 9=XXXX-11-09")]
    [InlineData("On Monday and Tuesday it rained.", "Monday and Tuesday=XXXX-WXX-1/XXXX-WXX-2")]
    [InlineData("On Monday and Thursday it rained.", "Monday=XXXX-WXX-1|Thursday=XXXX-WXX-4")]
    [InlineData("The July 17 attack was the worst since March 2011.", "July 17=XXXX-07-17|since March 2011=2011-03/PRESENT_REF")]
    [InlineData("On Thursday Trump said the raid took place on Wednesday.", "Thursday=XXXX-WXX-4|Wednesday=XXXX-WXX-3")]
    public void Numbers_beside_dates_stay_out(string text, string expected) => Check(text, expected);

    [Fact]
    public void Tokens_of_a_date_are_those_it_touches()
    {
        const string Text = "It fell after a nine-month battle on Nov. 9.";
        var found = Finder.Find(Text, TestSentence.Of(Text));
        Assert.Equal([(4, 4), (7, 8)], found.Select(date => (date.First, date.Last)));
    }

    [Fact]
    public void Any_text_gives_ordered_spans_inside_the_sentence() =>
        Properties.Hold(Prop.ForAll(HostileText.Arbitrary, text =>
        {
            var sentence = TestSentence.Of(text);
            int last = sentence.Start;
            foreach (FoundDate date in Finder.Find(text, sentence))
            {
                Assert.True(date.Mention.Span.Start >= last && date.Mention.Span.End <= sentence.End && date.Mention.Span.Length > 0);
                Assert.InRange(date.First, 0, date.Last);
                Assert.True(date.Last < sentence.Tokens.Length && date.Mention.Value.Length > 0);
                last = date.Mention.Span.End;
            }
        }));

    [Fact]
    public void A_long_hostile_text_takes_linear_time()
    {
        foreach (string unit in new[] { "from between since early the 9 Nov. 1 - 2, and ", "9 pm (", "9", "the end of " })
        {
            string text = string.Concat(Enumerable.Repeat(unit, 10_000)) + " in 2014";
            Assert.NotEmpty(Finder.Find(text, TestSentence.Of(text)));
        }
    }

    private static void Check(string text, string expected)
    {
        foreach (bool hyphens in new[] { true, false })
        {
            Assert.Equal(expected, string.Join('|', Finder.Find(text, TestSentence.Of(text, hyphens)).Select(date => date.Mention.Words + "=" + date.Mention.Value)));
        }
    }
}
