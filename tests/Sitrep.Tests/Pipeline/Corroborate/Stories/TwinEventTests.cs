using Sitrep.Model.Reports;
using Sitrep.Pipeline.Corroborate.Stories;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Dedupe;
using Texts = Sitrep.Tests.Pipeline.Dedupe.Stories;

namespace Sitrep.Tests.Pipeline.Corroborate.Stories;

/// <summary>Two events of one kind, told in much the same words, stay two stories; days later reports of either find their own.</summary>
public sealed class TwinEventTests
{
    private static readonly Lazy<WordCounts> Counts = new(() => WordCounts.Load(DataFolder.At(Path.Combine(Repository.Root, "data"))));

    [Fact]
    public void Two_earthquakes_in_one_country_four_days_apart() => Assert.Equal("a1 a2 a3 | b1 b2 b3", Describe(
        Report("a1", "2021-08-14", "Earthquake of magnitude 6.1 kills nine near Tarma", "A magnitude 6.1 earthquake struck central Peru before dawn on Saturday, killing at least nine people in the town of Tarma, the civil defence institute said.", "Adobe houses collapsed along the main square of Tarma and rescuers pulled a girl alive from the ruins of the San Roque clinic, mayor Elvira Quispe said."),
        Report("a2", "2021-08-14", "Nine dead as quake shakes Peru's central highlands", "Rescue crews searched the rubble of Tarma on Saturday after an earthquake of magnitude 6.1 killed nine people and injured sixty, according to the civil defence institute of Peru.", "Mayor Elvira Quispe asked for tents and blood. Landslides blocked the road from Tarma to La Oroya."),
        Report("a3", "2021-08-15", "Tarma buries its dead after earthquake", "Residents of Tarma buried their dead on Sunday, a day after an earthquake destroyed some two hundred adobe houses in the highlands of Peru.", "The toll rose to eleven when a man died in the San Roque clinic, mayor Elvira Quispe said."),
        Report("b1", "2021-08-18", "Earthquake of magnitude 5.8 kills four near Sechura", "A magnitude 5.8 earthquake struck northern Peru before dawn on Wednesday, killing at least four people in the town of Sechura, the civil defence institute said.", "Fishermen's houses collapsed along the harbour of Sechura and rescuers pulled a boy alive from the ruins of a bakery, mayor Raul Chunga said."),
        Report("b2", "2021-08-18", "Four dead as quake shakes Peru's northern coast", "Rescue crews searched the rubble of Sechura on Wednesday after an earthquake of magnitude 5.8 killed four people and injured thirty, according to the civil defence institute of Peru.", "Mayor Raul Chunga asked for tents and drinking water. The harbour of Sechura was closed."),
        Report("b3", "2021-08-19", "Sechura buries its dead after earthquake", "Residents of Sechura buried their dead on Thursday, a day after an earthquake destroyed some ninety houses on the coast of Peru.", "The toll rose to five when a woman died in hospital, mayor Raul Chunga said.")));

    [Fact]
    public void Two_bombings_in_one_city_in_one_week() => Assert.Equal("a1 a2 a3 | b1 b2 b3", Describe(
        Report("a1", "2016-05-09", "Car bomb kills fourteen at Karkh vegetable market", "A car bomb tore through the vegetable market of Karkh in western Baghdad on Monday, killing fourteen people and wounding thirty, police colonel Hamid Jasim said.", "The blast hit shoppers beside the Nidaa bakery at the busiest hour. Nobody claimed it at once."),
        Report("a2", "2016-05-09", "Fourteen dead in blast at market in western Baghdad", "Fourteen people died when a parked car exploded at the Karkh vegetable market in Baghdad on Monday, police colonel Hamid Jasim said.", "The owner of the Nidaa bakery said that he had carried out the dead with his own hands."),
        Report("a3", "2016-05-10", "Karkh market reopens a day after bombing", "Traders swept glass from the Karkh vegetable market on Tuesday, a day after a car bomb killed fourteen people in western Baghdad.", "Colonel Hamid Jasim said that two men had been arrested near the Nidaa bakery."),
        Report("b1", "2016-05-13", "Suicide bomber kills eight at Sadriya police post", "A suicide bomber on a motorcycle blew himself up at a police post in Sadriya in eastern Baghdad on Friday, killing eight people and wounding twelve, interior ministry spokesman Saad Rikabi said.", "Five of the dead were policemen of the Fourth Brigade. Nobody claimed it at once."),
        Report("b2", "2016-05-13", "Eight dead in blast at police post in eastern Baghdad", "Eight people died when a man on a motorcycle detonated explosives at the Sadriya police post in Baghdad on Friday, interior ministry spokesman Saad Rikabi said.", "Officers of the Fourth Brigade closed the bridge to Sadriya."),
        Report("b3", "2016-05-14", "Policemen buried after Sadriya bombing", "Hundreds followed the coffins of five policemen through Sadriya on Saturday, a day after a suicide bomber killed eight people in eastern Baghdad.", "The Fourth Brigade had been warned, spokesman Saad Rikabi said.")));

    [Fact]
    public void Two_ferry_accidents_on_one_day_in_one_country() => Assert.Equal("a1 a2 | b1 b2", Describe(
        Report("a1", "2018-06-18", "Ferry with 80 aboard sinks in Lake Toba", "A wooden ferry carrying about eighty people sank in Lake Toba on the Indonesian island of Sumatra on Monday, the search agency said.", "The Sinar Bangun had left Simanindo for Tigaras in high waves; eighteen people were rescued, agency chief Budiawan said."),
        Report("a2", "2018-06-19", "Divers look for passengers of Lake Toba ferry", "Divers looked on Tuesday for dozens of passengers of the Sinar Bangun, the wooden ferry that sank in Lake Toba between Simanindo and Tigaras.", "There was no list of passengers, said Budiawan, who leads the search agency on Sumatra."),
        Report("b1", "2018-06-18", "Ferry with 130 aboard runs aground off Selayar", "A ferry carrying about 130 people ran aground in a storm off the Indonesian island of Selayar on Monday, the transport ministry said.", "The Lestari Maju had left Bira with lorries and buses; captain Agus Susanto steered it onto a reef to save those aboard."),
        Report("b2", "2018-06-19", "Captain of Selayar ferry questioned", "Police questioned captain Agus Susanto on Tuesday after the Lestari Maju ran aground off Selayar on its way from Bira.", "Twenty-nine bodies were brought ashore, the transport ministry said; most of those aboard held on to the tilting deck until dark.")));

    private static Report Report(string id, string published, string headline, params string[] paragraphs) => Texts.Report(id, paragraphs, published: published, headline: headline);

    private static string Describe(params Report[] reports)
    {
        StoryClusters stories = StoryClusters.Find(reports, DedupeStage.Group(reports), Counts.Value);
        return string.Join(" | ", reports.Select(report => report.Id).Order(StringComparer.Ordinal).GroupBy(stories.Of).Select(story => string.Join(' ', story)));
    }
}
