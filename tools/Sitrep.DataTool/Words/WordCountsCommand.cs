using System.IO.Compression;
using System.Text;
using Sitrep.Pipeline.Corroborate.Stories;

namespace Sitrep.DataTool.Words;

/// <summary><c>words</c>: builds <c>data/word-counts.tsv</c>, in how many documents of general English each word stands.</summary>
internal static class WordCountsCommand
{
    public const string Usage = """
        Sitrep.DataTool words --sources FILE... --out data/word-counts.tsv

          --sources  CoNLL-U files with "# newdoc" and "# text" lines (also .gz), and masc_tagged.zip
          --out      the file to write; the same input gives the same bytes
        """;

    /// <summary>Documents that a word must stand in; rarer ones are as telling as unknown ones.</summary>
    private const int DocumentsMin = 3;

    public static int Run(string[] args)
    {
        if (args.Contains("--help"))
        {
            Console.WriteLine(Usage);
            return 0;
        }
        int target = Array.IndexOf(args, "--out");
        if (args is not ["--sources", ..] || target < 2 || target + 1 >= args.Length)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        int documents = 0;
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (string document in args[1..target].SelectMany(Documents))
        {
            documents++;
            foreach (string word in StoryWords.Distinct(document)) counts[word] = counts.GetValueOrDefault(word) + 1;
        }
        string[] rows = [.. counts.Where(pair => pair.Value >= DocumentsMin).Select(pair => $"{pair.Key}\t{pair.Value}")];
        File.WriteAllText(args[target + 1], string.Join('\n', ["# In how many documents of general English a word stands; * is all documents. Made by tools/Sitrep.DataTool.", "word\tdocuments", $"*\t{documents}", .. rows, ""]));
        Console.WriteLine($"{documents} documents, {rows.Length} words");
        return 0;
    }

    private static IEnumerable<string> Documents(string path)
    {
        if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) return Tagged(path);
        Stream file = File.OpenRead(path);
        return Treebank(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file);
    }

    private static IEnumerable<string> Treebank(Stream file)
    {
        using var reader = new StreamReader(file, Encoding.UTF8);
        var document = new StringBuilder();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal) && document.Length > 0)
            {
                yield return document.ToString();
                document.Clear();
            }
            if (line.StartsWith("# text = ", StringComparison.Ordinal)) document.Append(line.AsSpan(9)).Append('\n');
        }
        if (document.Length > 0) yield return document.ToString();
    }

    /// <summary>Files of words with a tag each; the newspaper files named wsj_ belong to the Penn Treebank and stay out.</summary>
    private static IEnumerable<string> Tagged(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        foreach (ZipArchiveEntry entry in archive.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
        {
            if (!entry.Name.EndsWith(".txt", StringComparison.Ordinal) || entry.Name == "categories.txt" || entry.Name.StartsWith("wsj_", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return string.Join(' ', reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Word));
        }
    }

    private static string Word(string tagged) => tagged.LastIndexOf('_') is > 0 and int tag ? tagged[..tag] : tagged;
}
