using Sitrep.Model.Record;
using Sitrep.Pipeline.Corroborate.Comparing;
using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Tests.Pipeline.Corroborate.Comparing;

public sealed class TellingComparisonTests
{
    private const string Told = "Rebels attacked a police post in Gulu on Tuesday, killing 14 officers, the army said. They used rockets.";

    [Theory]
    [InlineData("Gulu", "Lira", DetailField.Place)]
    [InlineData("Tuesday", "Saturday", DetailField.Date)]
    [InlineData("rockets", "a car bomb", DetailField.Cause)]
    [InlineData("Rebels", "Soldiers", DetailField.Actor)]
    public void One_changed_fact_is_the_one_that_differs(string from, string to, DetailField changed)
    {
        TellingComparison comparison = TellingComparison.Of(Reader.Details(Told), Reader.Details(Told.Replace(from, to, StringComparison.Ordinal)));
        Assert.Equal([changed], comparison.Differing);
    }

    [Fact]
    public void The_same_text_agrees_with_itself()
    {
        TellingComparison comparison = TellingComparison.Of(Reader.Details(Told), Reader.Details(Told));
        Assert.Empty(comparison.Differing);
        Assert.All(comparison.Counts, count => Assert.False(count.Differs));
        Assert.All(comparison.Fields, field => Assert.Empty(field.OnlyFirst.Concat(field.OnlySecond)));
    }

    [Fact]
    public void A_longer_report_is_no_disagreement() =>
        Assert.Empty(TellingComparison.Of(Reader.Details(Told), Reader.Details($"{Told} A curfew was imposed in Lira on Wednesday.")).Differing);

    [Fact]
    public void Counts_that_cannot_both_be_meant_differ()
    {
        TellingComparison comparison = TellingComparison.Of(Reader.Details(Told), Reader.Details(Told.Replace("14 officers", "at least 20 officers", StringComparison.Ordinal)));
        CountComparison killed = Assert.Single(comparison.Counts, count => count.Measure == Measure.Killed);
        Assert.True(killed.Differs);
    }

    [Fact]
    public void More_than_a_number_fits_a_higher_one()
    {
        TellingComparison comparison = TellingComparison.Of(Reader.Details(Told.Replace("14 officers", "more than 12 officers", StringComparison.Ordinal)), Reader.Details(Told));
        Assert.False(Assert.Single(comparison.Counts, count => count.Measure == Measure.Killed).Differs);
    }

    [Theory]
    // A place by the way is held against the same place, in whatever spelling.
    [InlineData("Shelling in northern Sudan killed at least 25 people on Tuesday, a monitor said. A raid on the market of Kabkabiya in North Darfur killed 11 people, it said.",
        "At least 16 people were killed on Tuesday in a raid on the market of Kabkabiyah in North Darfur, rescuers said.", "11/16")]
    // What was added is no count of its own.
    [InlineData("An air strike on Gulu killed 18 people on Saturday, a monitor said. It said three more people had died of their wounds.", "Air strikes on Gulu on Saturday killed at least 18 people, the monitor said.", "")]
    // Who tells both numbers has two counts.
    [InlineData("Air strikes on Gulu killed 45 people in a day, a monitor said. At least 12 civilians were killed in the district of Pageya on Monday.", "Air strikes killed at least 12 civilians in Gulu on Monday, a monitor said.", "")]
    // But not who repeats what was counted earlier.
    [InlineData("At least nine people were killed in a blast in Gulu on Monday, a doctor said. State television reported earlier that one person was killed.", "A blast in Gulu on Monday killed one person, state television said.", "9/1")]
    // The toll of a war.
    [InlineData("A blast in Gulu killed 16 people on Monday, police said. More than 9,000 people have been killed and millions have been displaced since the war broke out in March 2011.", "A blast in Gulu killed 16 people on Monday, police said. Fighting forced 300 people to flee the town of Lira.", "")]
    // Children among the dead.
    [InlineData("An air strike killed 18 people in Gulu on Monday, five children among them.", "An air strike killed 18 people in Gulu on Monday, including four women.", "")]
    // Rebels, militants, terrorists: three words for one side; soldiers are another.
    [InlineData("Thirty soldiers and 39 rebels were killed in Gulu on Monday, a monitor said.", "More than 100 militants were killed in Gulu on Monday, the army said.", "39/100")]
    public void Only_counts_of_one_thing_are_held_against_each_other(string first, string second, string differing)
    {
        TellingComparison comparison = TellingComparison.Of(Reader.Details(first), Reader.Details(second));
        Assert.Equal(differing, string.Join(", ", comparison.Counts.Where(count => count.Differs).Select(count => $"{Number(count.First)}/{Number(count.Second)}")));
    }

    [Theory]
    [InlineData("Rebels attacked a police post in Gulu on Tuesday, killing 14 officers, the army said.", "Gunmen killed 14 officers at a police post in Gulu on Tuesday, an official said.", true)]
    [InlineData("An air strike on Gulu killed 18 people on Saturday.", "An air strike on Lira killed 20 people on Saturday.", false)]
    [InlineData("Air raids on Gulu killed 51 civilians on Saturday.", "A truck overturned near Gulu on Saturday, injuring three pupils.", false)]
    public void Reports_of_one_incident_share_day_place_and_what_happened(string first, string second, bool holds) =>
        Assert.Equal(holds, OneIncident.Of(TellingComparison.Of(Reader.Details(first), Reader.Details(second)), sameStory: true, daysApart: 0).Holds);

    private static long? Number(CountDetail count) => count.Quantity.Best ?? count.Quantity.Low;
}
