using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;

namespace Sitrep.Tests.Pipeline.Extract.Figures;

/// <summary>Small sentences through the real engine: which numbers are figures, and of what.</summary>
public sealed class FigureFinderTests
{
    private static readonly Lazy<SitrepPipeline> Reader = new(() => SitrepPipeline.Load(DataFolder.At(Path.Combine(Repository.Root, "data")), Path.Combine(Repository.Root, "models")));

    [Theory]
    [InlineData("The death toll from two bomb attacks in the capital has risen to 276, officials said.", "Killed 276")]
    [InlineData("The death toll rose to 276, with about 300 people injured.", "Injured 300, Killed 276")]
    [InlineData("The earthquake killed 40 people and displaced thousands.", "Displaced 1000, Killed 40")]
    [InlineData("Police said up to 80 militants had been killed.", "Killed 80")]
    [InlineData("One resident had fled the town.", "")]
    [InlineData("The number of displaced has gone up to 87,725, the agency said.", "Displaced 87725")]
    [InlineData("Some 2,500 fighters were in the town, officials said.", "Fighters 2500")]
    public void Numbers_are_read_as_what_they_count(string sentence, string expected) =>
        Assert.Equal(expected, string.Join(", ", Figures(sentence).Select(figure => $"{figure.Measure} {figure.Quantity.Best ?? figure.Quantity.Low ?? figure.Quantity.High}").Order(StringComparer.Ordinal)));

    [Fact]
    public void The_number_a_toll_was_raised_from_is_no_toll_of_its_own()
    {
        FigureReading[] figures = Figures("The ministry raised the death toll from at least 358 to 400.");
        Assert.Equal(358, Assert.Single(figures, figure => figure.Quantity.Best == 400).Revises);
        Assert.Null(Assert.Single(figures, figure => figure.Quantity.Low == 358 && figure.Quantity.Best is null).Revises);
    }

    [Theory]
    [InlineData("A further 34 fatalities were reported in northern India.", "India")]
    [InlineData("The death toll in Haiti stands at 1,234, the agency said.", "Haiti")]
    public void A_number_is_placed_where_its_sentence_says(string sentence, string place) => Assert.Equal(place, Assert.Single(Figures(sentence)).Place?.Words);

    [Fact]
    public void What_another_verb_says_of_a_place_is_no_place_of_the_number() =>
        Assert.Null(Figures("The quake killed hundreds of people, toppling a tower and touching off an avalanche on Mount Kenya.")[0].Place);

    [Fact]
    public void Hostile_numbers_do_not_break_the_reader() => Assert.NotNull(Figures(string.Concat(Enumerable.Repeat("the toll rose from 1 to 2 of 3 at 4 and ", 60)) + "ended."));

    private static FigureReading[] Figures(string sentence)
    {
        var raw = new RawReport("r1", "r1.txt", "0", Markup.Text, $"RIVERSIDE, 5 March 2020\n\n{sentence}\n", SuppliedMetadata.None with { Published = "2020-03-05" });
        ReadReport report = Reader.Value.Read(raw).Report ?? throw new InvalidOperationException("The report was set aside.");
        return [.. report.Reading.Claims.Select(claim => claim.Figure).OfType<FigureReading>()];
    }
}
