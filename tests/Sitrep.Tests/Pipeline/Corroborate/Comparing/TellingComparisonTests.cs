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
}
