using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Pipeline;
using Sitrep.Pipeline.Data;

namespace Sitrep.Tests.Pipeline;

/// <summary>Copied sentences add no witness, from reading to record.</summary>
public sealed class StitchedPageTests
{
    private static readonly Lazy<SitrepPipeline> Pipeline = new(() => SitrepPipeline.Load(DataFolder.At(Path.Combine(Repository.Root, "data")), Path.Combine(Repository.Root, "models")));

    private static readonly string[] Capture =
    [
        "Rebels captured the town of Bambari in the Central African Republic on Monday, residents who had fled to the river reported by telephone.",
        "At least 14 soldiers were killed in the fighting, according to a doctor at the hospital of the town, who had run out of blood and bandages.",
        "The government said its troops had withdrawn to a sugar mill thirty kilometres to the south and were waiting there for ammunition.",
        "Shops on the main avenue were broken into during the night, and the radio station of the diocese went off the air shortly before dawn.",
    ];

    private static readonly string[] Quake =
    [
        "An earthquake killed 31 people in the mountains of northern Afghanistan on Monday, the disaster office of the province announced.",
        "Landslides blocked the road to Faizabad at four places, so that bulldozers had to be brought from the other side of the pass.",
        "The Red Crescent distributed tents and blankets to families whose houses had collapsed, and asked for more before the next snow.",
        "In Dushanbe, across the border, lamps swung for half a minute but nobody was hurt and no damage was noticed in the city.",
    ];

    [Fact]
    public void A_stitched_page_brings_no_new_witness()
    {
        RawReport capture = Raw("capture.txt", Capture, "Morning Mail", "2023-05-02"), quake = Raw("quake.txt", Quake, "The Provincial", "2023-05-02");
        RawReport page = Raw("page.txt", [Capture[0], Quake[0], Capture[1], Quake[1], Capture[2], Quake[2]], "World in Brief", "2023-05-03");
        CheckOneTellingEach(Fold(capture, quake, page));
    }

    [Fact]
    public void An_excerpt_in_a_story_of_ones_own_counts_for_the_telling_it_was_taken_from()
    {
        RawReport capture = Raw("capture.txt", Capture, "Morning Mail", "2023-05-02");
        RawReport own = Raw("own.txt", [.. Quake, $"{Capture[0]} {Capture[1]}"], "World in Brief", "2023-05-03");
        CheckOneTellingEach(Fold(capture, own));
    }

    private static void CheckOneTellingEach(SituationRecord record)
    {
        Assert.Equal(2, record.Dispatches.Length);
        Assert.Contains(record.Events, happening => happening.Independent.Reports > 1);
        Assert.All(record.Events, happening => Assert.True(happening.Independent.Dispatches == 1 && happening.Status == Status.SingleSource, $"{happening.Type}: {happening.Independent}"));
    }

    private static SituationRecord Fold(params RawReport[] raw) => Pipeline.Value.Fold([.. raw.Select(one => Pipeline.Value.Read(one).Report).OfType<ReadReport>()], [], asOf: null);

    private static RawReport Raw(string input, string[] paragraphs, string outlet, string published) =>
        new($"r-{input}", input, $"sha-{input}", Markup.Text, string.Join("\n\n", paragraphs), new SuppliedMetadata(Title: "What we know", Outlet: outlet, Published: published));
}
