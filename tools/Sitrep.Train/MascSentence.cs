using System.IO.Compression;
using System.Text;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>A sentence of MASC (Ide et al.): words as our tokeniser cuts them, and the Penn tag of each where it can be trusted.</summary>
/// <param name="Penn">Per word; null where the file's cut, or its tag, is not one we can use.</param>
internal sealed record MascSentence(string Genre, string[] Forms, string?[] Penn)
{
    private const int LongestSentence = 80;

    /// <summary>Edited text. Mail, spam, jokes, tweets and talk are far from news; the newspaper files named wsj_ belong to the Penn Treebank and stay out.</summary>
    private static readonly string[] Genres = ["newspaper", "journal", "govt-docs", "non-fiction", "travel-guides", "essays", "technical", "blog", "debate-transcript"];

    /// <param name="heldOut">True for every tenth file, the development part; false for the others.</param>
    public static List<MascSentence> Read(string zip, bool heldOut)
    {
        using ZipArchive archive = ZipFile.OpenRead(zip);
        var sentences = new List<MascSentence>();
        using var list = new StreamReader(archive.GetEntry("masc_tagged/categories.txt")!.Open(), Encoding.UTF8);   // the set always has it
        string[][] files = [.. list.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd().Split(' ')).OrderBy(line => line[0], StringComparer.Ordinal)];
        for (int i = 0; i < files.Length; i++)
        {
            string[] file = files[i];
            if ((i % 10 == 9) != heldOut) continue;
            if (!Genres.Contains(file[1]) || file[0].Contains("wsj_", StringComparison.Ordinal)) continue;
            using var reader = new StreamReader(archive.GetEntry("masc_tagged/" + file[0])!.Open(), Encoding.UTF8);
            while (reader.ReadLine() is { } line) Add(file[1], line, sentences);
        }
        return sentences;
    }

    /// <summary>Cuts a line into sentences at final marks.</summary>
    private static void Add(string genre, string line, List<MascSentence> sentences)
    {
        var forms = new List<string>();
        var penn = new List<string?>();
        (string Word, string Tag)[] items = [.. line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Select(Cut)];
        for (int i = 0; i < items.Length; i++)
        {
            (string word, string tag) = items[i];
            // Two single quotes in a row are one double quote of the source.
            if (word is "`" or "'" && i + 1 < items.Length && items[i + 1].Word == word)
            {
                (word, tag) = ("\"", "''");
                i++;
            }
            AddWord(word, tag, forms, penn);
            bool ends = word is "." or "?" or "!" && (i + 1 == items.Length || !(items[i + 1].Word is "\"" or ")" or "." or "'"));
            ends |= word is "\"" && i > 0 && items[i - 1].Word is "." or "?" or "!";
            if (ends || i + 1 == items.Length)
            {
                // Slugs, tables and signatures are no sentences.
                if (forms.Count is > 4 and <= LongestSentence && forms[^1] is "." or "?" or "!" or "\"") sentences.Add(new MascSentence(genre, [.. forms], [.. penn]));
                forms.Clear();
                penn.Clear();
            }
        }
    }

    private static (string Word, string Tag) Cut(string item)
    {
        int line = item.LastIndexOf('_');
        return line > 0 ? (item[..line], item[(line + 1)..]) : (item, "");
    }

    private static void AddWord(string word, string tag, List<string> forms, List<string?> penn)
    {
        List<RawToken> parts = Tokeniser.Scan(word, 0, word.Length);
        foreach (RawToken part in parts)
        {
            string form = word[part.Start..part.End];
            forms.Add(form);
            penn.Add(parts.Count > 1 ? (form == "-" ? "HYPH" : null) : Trusted(form, tag, forms.Count == 1));
        }
        if (parts.Count == 0)
        {
            forms.Add(word);
            penn.Add(null);
        }
    }

    /// <summary>The tag as the treebanks write it; null where MASC is known to err: names tagged as common words, common first words as names.</summary>
    private static string? Trusted(string form, string tag, bool first)
    {
        bool capital = char.IsUpper(form[0]);
        bool name = tag is "NNP" or "NNPS";
        if (first && capital && (name || tag is "NN" or "NNS")) return null;
        if (!first && capital && form != "I" && !name && tag is not ("JJ" or "PRP" or "PRP$")) return null;
        if (!capital && name) return null;
        // Many relative "that" and adverbial particles are tagged by habit.
        if (form is "that" or "so" or "as" or "like") return null;
        return tag switch
        {
            "(" => "-LRB-",
            ")" => "-RRB-",
            "-" or "..." or "\"" or "" => null,
            _ => tag,
        };
    }
}
