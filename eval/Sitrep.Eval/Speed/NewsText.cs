using Sitrep.Eval.Data;
using Sitrep.Eval.Documents;
using Sitrep.Eval.NameSpans;

namespace Sitrep.Eval.Speed;

/// <summary>Running news text from the data sets, for timing only.</summary>
internal static class NewsText
{
    /// <summary>Documents, in UTF-8 bytes together about <paramref name="bytes"/>; from the first again where there are too few. Empty without data.</summary>
    public static List<string> Take(Locations locations, int bytes)
    {
        List<string> all = [.. All(locations)];
        var taken = new List<string>();
        int size = 0;
        for (int i = 0; all.Count > 0 && size < bytes; i = (i + 1) % all.Count)
        {
            taken.Add(all[i]);
            size += System.Text.Encoding.UTF8.GetByteCount(all[i]) + 1;
        }
        return taken;
    }

    private static IEnumerable<string> All(Locations locations)
    {
        if (locations.Datasets is { } root)
        {
            foreach (string path in DataFiles.Find(Path.Combine(root, "worldwide-newswire"), ".tsv"))
            {
                foreach (NamedText text in NamedText.Read(path, tagColumn: 1)) yield return string.Join(' ', text.Sentences.Select(sentence => Detokeniser.Join(sentence.Words)));
            }
            foreach ((_, string xml) in Archive.Texts(Archive.Files(Path.Combine(root, "ecbplus"), "ecb.xml", "ecbplus.xml"), "ecb.xml", "ecbplus.xml"))
            {
                yield return string.Join(' ', EcbDocument.Read(xml).Sentences.Select(sentence => Detokeniser.Join([.. sentence.Select(token => token.Word)])));
            }
        }
        if (!Directory.Exists(locations.Samples)) yield break;
        foreach (string path in DataFiles.Find(locations.Samples, ".txt")) yield return DataFiles.Text(path);
    }
}
