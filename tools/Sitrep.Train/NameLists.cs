using Sitrep.Language.Learning;
using Sitrep.Language.Names;
using Sitrep.Language.Tokens;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Train;

/// <summary>Gathers the names that the name tagger may ask for: our own lists, and the larger places of the gazetteer.</summary>
internal sealed class NameLists
{
    private const string FrozenFile = "known-names.tsv";
    private const int CityPopulation = 150_000, TownPopulation = 15_000;

    private readonly SortedDictionary<uint, ushort> _entries = [];
    private readonly HashSet<string> _titles;

    /// <param name="data">The product's word lists: the gazetteer is read there.</param>
    /// <param name="lists">The trainer's own.</param>
    public NameLists(string data, string lists)
    {
        DataFolder folder = DataFolder.At(data);
        PlaceTable places = PlaceTable.Read(folder.PathOf("gazetteer.bin"));
        HashSet<string> common = [.. folder.Rows("gazetteer-words.tsv", "word").Select(row => row[0])];
        for (int i = 0; i < places.Count; i++)
        {
            GazetteerPlace place = places[i];
            NameHints hint = place.Class == PlaceClass.Admin1 ? NameHints.Region : place.Population >= CityPopulation ? NameHints.City : NameHints.Town;
            bool known = place.Class == PlaceClass.Settlement && place.Population >= TownPopulation && !(hint == NameHints.Town && common.Contains(place.Name.ToLowerInvariant()));
            if (known || place.Class == PlaceClass.Admin1) Add(place.Name, hint);
        }
        foreach (string line in File.ReadLines(Path.Combine(lists, FrozenFile)).Where(line => !line.StartsWith('#')))
        {
            string[] cells = line.Split('\t');
            foreach (string name in cells[1].Split('|')) Add(name, Enum.Parse<NameHints>(cells[0]));
        }
        AddFile("given-names.txt", NameHints.GivenName);
        AddFile("surnames.txt", NameHints.FamilyName);
        AddFile("peoples.txt", NameHints.People);
        AddFile("body-words.txt", NameHints.BodyWord);
        AddFile("feature-words.txt", NameHints.FeatureWord);
        _titles = AddFile("titles.txt", NameHints.Title);
        Book = new NameBook([.. _entries.Keys], [.. _entries.Values]);

        HashSet<string> AddFile(string name, NameHints hint)
        {
            HashSet<string> words = [.. File.ReadLines(Path.Combine(lists, name)).Where(line => !line.StartsWith('#')).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
            foreach (string word in words) Add(word, hint);
            return words;
        }
    }

    public NameBook Book { get; }

    /// <summary>Writes down the names that the product's word lists know today. A training reads this copy, so that a later change of the product's lists does not change what the same command trains.</summary>
    public static void Freeze(string data, string lists)
    {
        DataFolder folder = DataFolder.At(data);
        using var writer = new StreamWriter(Path.Combine(lists, FrozenFile)) { NewLine = "\n" };
        writer.WriteLine("# Names of the product's word lists (countries, regions, actors, newsrooms) as the shipped models learnt them; rewritten by --only lists.");
        foreach (string[] row in folder.Rows("countries.tsv", "code", "name", "aliases", "demonyms", "capital", "latitude", "longitude", "geonames"))
        {
            Write(NameHints.Country, row[1], row[2]);
            Write(NameHints.People, row[3]);
            Write(NameHints.City, row[4]);
        }
        foreach (string[] row in folder.Rows("regions.tsv", "name", "aliases", "latitude", "longitude", "radius_km", "countries")) Write(NameHints.Region, row[0]);
        foreach (string[] row in folder.Rows("actors.tsv", "name", "kind", "country", "side", "member_of", "aliases").Where(row => row[1] is not ("person" or "population"))) Write(NameHints.Body, row[0], row[5]);
        foreach (string[] row in folder.Rows("newsrooms.tsv", "name", "kind", "country", "aliases", "domains")) Write(NameHints.Body, row[0], row[3]);

        void Write(NameHints hint, params string[] names)
        {
            string line = string.Join('|', names.Where(name => name.Length > 0));
            if (line.Length > 0) writer.WriteLine($"{hint}\t{line}");
        }
    }

    /// <summary>True for words of address and office that stand before a person's name and are no part of it.</summary>
    public bool IsTitle(string word) => _titles.Contains(word.ToLowerInvariant());

    private void Add(string name, NameHints hint)
    {
        List<RawToken> tokens = Tokeniser.Scan(name, 0, name.Length);
        if (tokens.Count is 0 or > NameBook.LongestPhrase) return;
        bool acronym = tokens.Count == 1 && name.Length <= 6 && name.All(c => char.IsUpper(c) || c == '.');
        uint key = acronym ? NameBook.Acronym(Hashing.Word(name, lower: false))
            : tokens.Aggregate(0u, (phrase, token) => NameBook.Grow(phrase, Hashing.Word(name.AsSpan(token.Start, token.End - token.Start), lower: true)));
        _entries[key] = (ushort)(_entries.GetValueOrDefault(key) | (ushort)hint);
    }
}
