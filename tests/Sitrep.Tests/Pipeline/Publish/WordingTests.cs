using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Tests.Pipeline.Publish;

public sealed class WordingTests
{
    [Theory]
    [InlineData("2017-11-08", "2017-11-08", TimePrecision.Day, "8 November 2017")]
    [InlineData("2017-11-08", "2017-11-09", TimePrecision.Days, "8–9 November 2017")]
    [InlineData("2017-10-30", "2017-11-02", TimePrecision.Days, "30 October – 2 November 2017")]
    [InlineData("2016-12-30", "2017-01-02", TimePrecision.Days, "30 December 2016 – 2 January 2017")]
    [InlineData("2017-07-01", "2017-07-31", TimePrecision.Month, "July 2017")]
    [InlineData("2017-07-01", "2017-08-31", TimePrecision.Month, "July–August 2017")]
    [InlineData("2016-01-01", "2016-12-31", TimePrecision.Year, "2016")]
    [InlineData("2017-11-06", "2017-11-12", TimePrecision.Week, "about 6–12 November 2017")]
    [InlineData("2017-11-01", "2017-11-09", TimePrecision.Unknown, "by 9 November 2017")]
    public void Intervals_read_as_their_precision_allows(string start, string end, TimePrecision precision, string expected) =>
        Assert.Equal(expected, Wording.When(new Interval(TestReports.Day(start), TestReports.Day(end), precision)));

    [Fact]
    public void An_absent_interval_is_not_stated() => Assert.Equal("date not stated", Wording.When(null));

    [Theory]
    [InlineData(null, 1200L, null, Qualifier.Exact, "1,200")]
    [InlineData(12L, null, null, Qualifier.AtLeast, "at least 12")]
    [InlineData(null, null, 40L, Qualifier.AtMost, "at most 40")]
    [InlineData(2500L, null, 3500L, Qualifier.Between, "2,500–3,500")]
    [InlineData(36L, 40L, 44L, Qualifier.About, "about 40")]
    [InlineData(200L, null, null, Qualifier.Hundreds, "hundreds")]
    [InlineData(null, null, null, Qualifier.Exact, "number not stated")]
    public void Amounts_keep_their_qualifier(long? low, long? best, long? high, Qualifier qualifier, string expected) =>
        Assert.Equal(expected, Wording.Amount(new Figure("f1", Measure.Killed, null, low, best, high, qualifier, false, null, null, null, Status.SingleSource, new Independence(1, 1, 1, 1), null, [])));

    [Theory]
    [InlineData("A", "A")]
    [InlineData("A|B", "A and B")]
    [InlineData("A|B|C|D", "A, B, C and D")]
    [InlineData("A|B|C|D|E|F", "A, B, C and 3 others")]
    public void Lists_end_in_and(string names, string expected) => Assert.Equal(expected, Wording.List(names.Split('|')));

    [Theory]
    [InlineData("a\r\n  b\tc ", "a b c")]
    [InlineData("\u202Ered\u202C", "red")]
    public void A_line_holds_nothing_that_breaks_or_turns_it(string text, string expected) => Assert.Equal(expected, Wording.Line(text));

    [Theory]
    [InlineData("\"It is taken.\"", "It is taken.")]
    [InlineData("“It is taken,” he said. “All of it.”", "“It is taken,” he said. “All of it.”")]
    [InlineData("It is “taken”", "It is “taken”")]
    public void Words_quoted_whole_lose_their_marks(string words, string expected) => Assert.Equal(expected, Wording.Unquoted(words));

    [Theory]
    [InlineData("A Taliban spokesman", "a Taliban spokesman")]
    [InlineData("The officials", "the officials")]
    [InlineData("The Hague", "The Hague")]
    [InlineData("Abu Sayyaf", "Abu Sayyaf")]
    public void An_article_has_no_capital_inside_a_sentence(string words, string expected) => Assert.Equal(expected, Wording.Uncapped(words));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => Assert.Equal("x\uFFFDy", Wording.Line("x\uD800y"));   // attributes cannot hold one

    [Fact]
    public void Any_text_becomes_well_formed_of_the_same_length() => FsCheck.Check.QuickThrowOnFailure(FsCheck.Fluent.Prop.ForAll<string>(
        FsCheck.Fluent.ArbMap.Default.ArbFor<string>(), text => Wellformed(text ?? "")));

    private static bool Wellformed(string text)
    {
        string mended = Spelling.WellFormed(text);
        return mended.Length == text.Length && mended.EnumerateRunes().Count() == text.EnumerateRunes().Count() && Spelling.WellFormed(mended) == mended;
    }
}
