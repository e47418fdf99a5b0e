using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;
using Sitrep.Pipeline.Resolve.Places;
using Sitrep.Store;
using Sitrep.Store.Places;

namespace Sitrep.Tests.Store.Places;

public sealed class PlaceImportTests : IDisposable
{
    private static readonly DataFolder Data = DataFolder.At(Path.Combine(Repository.Root, "data"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sitrep-places-");
    private readonly List<string> _setAside = [];

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_sheet_is_found_by_every_name_it_gives()
    {
        using PlaceFile file = Import("Name;Lat;Lon;Country;Aliases;Kind\nOmdala;12.5;24.25;Sudan;Um Dala|Wad Omdala;village\n");
        foreach (string name in (string[])["Omdala", "OMDALA", "um-dala", "Wad Omdala"])
        {
            (ImmutableArray<GazetteerPlace> places, bool exact) = Find(file, name);
            GazetteerPlace place = Assert.Single(places);
            Assert.True(exact);
            Assert.Equal(("Omdala", 12.5, 24.25, "SD", true), (place.Name, place.Latitude, place.Longitude, place.Country, place.Own));
        }
        Assert.Empty(Find(file, "Omdalla Saghira").Places);
    }

    [Fact]
    public void Bad_rows_are_set_aside_with_their_line_and_the_others_are_read()
    {
        using PlaceFile file = Import(string.Join('\n',
            "name,lat,lon,country,kind,population", "Tarhoun,33.1,36.2,SY,town,1200", ",33,36,SY,town,", "Bir Nasma,133,36,SY,town,", "Bir Nasma,33,east,SY,town,",
            "Bir Nasma,33,36,Atlantis,town,", "Bir Nasma,33,36,SY,castle,", "Bir Nasma,33,36,SY,town,many", "\"Bir Nasma,33,36,SY,town,", "", "Wadi Sabt,34,37,SY,area,") + "\n");
        Assert.Equal(
        [
            "3: no name", "4: lat '133' is not from -90 to 90", "5: lon 'east' is not from -180 to 180", "6: country 'Atlantis' is neither a code of two letters nor a country's name",
            "7: kind 'castle' is unknown; expected town, city, village, camp, facility, capital, province, district or area", "8: population 'many' is no count", "9: quotation marks that do not fit",
        ], _setAside);
        Assert.Equal(1200, Assert.Single(Find(file, "Tarhoun").Places).Population);
        Assert.Equal(PlaceClass.Region, Assert.Single(Find(file, "Wadi Sabt").Places).Class);
        Assert.Empty(Find(file, "Bir Nasma").Places);
    }

    [Fact]
    public void A_dump_gives_towns_with_the_names_of_their_divisions_and_leaves_hotels_out()
    {
        using PlaceFile file = Import(string.Join('\n',
            Row(9000001, "Qasr Dubba", "Kasr Doubba,QDB,قصر", "P", "PPL", "XK", "07", 4100), Row(9000002, "Dubba District", "", "A", "ADM1", "XK", "07", 90000),
            Row(9000003, "Grand Dubba Hotel", "", "S", "HTL", "XK", "07", 0), "9000004\tcut off", Row(9000001, "Qasr Dubba Again", "", "P", "PPL", "XK", "07", 0)) + "\n");
        Assert.Equal(["4: 2 cells; expected 19 between tabs"], _setAside);
        GazetteerPlace town = Assert.Single(Find(file, "Kasr Doubba").Places);
        Assert.Equal((9000001, "Qasr Dubba", "Dubba District", 4100), (town.Id, town.Name, town.Admin1, town.Population));
        Assert.Equal(PlaceClass.Admin1, Assert.Single(Find(file, "Dubba District").Places).Class);
        Assert.All((string[])["QDB", "Grand Dubba Hotel", "Qasr Dubba Again"], name => Assert.DoesNotContain(Find(file, name).Places, place => place.Name != "Qasr Dubba"));
    }

    [Theory]
    [InlineData("place,north,east\nX,1,2\n", "no column name, lat, lon")]
    [InlineData("", "is empty")]
    public void A_list_that_is_none_is_refused_in_one_line(string text, string expected) => Assert.Contains(expected, Assert.Throws<StoreException>(() => Import(text)).Message);

    [Fact]
    public void A_list_that_fails_leaves_the_older_file_as_it_was()
    {
        using (PlaceFile first = Import("name,lat,lon\nTarhoun,33,36\n")) Assert.Single(Find(first, "Tarhoun").Places);
        Assert.Throws<StoreException>(() => Import("nothing\n"));
        using PlaceFile still = PlaceFile.Open(Path.Combine(_folder.FullName, "own.db"));
        Assert.Single(Find(still, "Tarhoun").Places);
    }

    [Fact]
    public void What_is_no_gazetteer_is_refused()
    {
        string path = Path.Combine(_folder.FullName, "text.db");
        File.WriteAllText(path, "a text that is no database, and long enough to be taken for one of another kind");
        Assert.Throws<StoreException>(() => PlaceFile.Open(path));
        Assert.Throws<StoreException>(() => PlaceFile.Open(path + ".missing"));
    }

    [Fact]
    public void An_own_village_wins_over_a_city_of_its_name_where_the_story_is_and_only_there()
    {
        using PlaceFile file = Import("name,lat,lon,country\nHamburg,13.2,25.1,SD\n");
        Gazetteer gazetteer = Gazetteer.Load(Data, file);
        Assert.Equal("SD", Rank(gazetteer, "SD").Country);
        Assert.Equal("DE", Rank(gazetteer, "DE").Country);
        Assert.Equal("DE", Rank(Gazetteer.Load(Data), "SD").Country);
    }

    [Fact]
    public void An_own_entry_of_a_built_in_place_takes_its_stead_and_what_it_lacks()
    {
        using PlaceFile file = Import("name,lat,lon,country\nMosul,36.34,43.13,IQ\n");
        GazetteerPlace built = Town(Gazetteer.Load(Data)), own = Town(Gazetteer.Load(Data, file));
        Assert.Equal((built.Id, built.Population, built.Admin1, 36.34, true), (own.Id, own.Population, own.Admin1, own.Latitude, own.Own));
        Assert.Equal(Gazetteer.Load(Data).Find("Mosul").Length, Gazetteer.Load(Data, file).Find("Mosul").Length);
    }

    private static GazetteerPlace Town(Gazetteer gazetteer) => gazetteer.Find("Mosul").First(place => place is { Class: PlaceClass.Settlement, Country: "IQ" });

    private static GazetteerPlace Rank(Gazetteer gazetteer, string country) =>
        PlaceRanker.Rank(gazetteer, [("Hamburg", 1, null)], new Dictionary<string, int>(StringComparer.Ordinal) { [country] = 5 })["Hamburg"];

    private static (ImmutableArray<GazetteerPlace> Places, bool Exact) Find(PlaceFile file, string name)
    {
        string exact = PlaceKeys.Exact(name);
        return file.Find(exact, PlaceTableFormat.FoldOrExact(name, exact));
    }

    private static string Row(int id, string name, string alternates, string kind, string code, string country, string division, int people) =>
        string.Create(CultureInfo.InvariantCulture, $"{id}\t{name}\t{name}\t{alternates}\t42.5\t20.9\t{kind}\t{code}\t{country}\t\t{division}\t\t\t\t{people}\t\t500\tEurope/Belgrade\t2024-01-01");

    private PlaceFile Import(string text)
    {
        string list = Path.Combine(_folder.FullName, "list.txt"), target = Path.Combine(_folder.FullName, "own.db");
        File.WriteAllText(list, text);
        new PlaceImport(Countries.Load(Data)) { SetAside = (_, line, why) => _setAside.Add(string.Create(CultureInfo.InvariantCulture, $"{line}: {why}")) }.Run([list], target);
        return PlaceFile.Open(target);
    }
}
