using System.Globalization;
using System.Xml.Linq;

namespace Sitrep.Eval.Documents;

/// <summary>One document of ECB+ (Cybulska and Vossen 2014), without the page address that some begin with.</summary>
/// <param name="Name">"1_10ecbplus".</param>
/// <param name="Sentences">Tokens with the number of their sentence and of the token in it, as in the file.</param>
internal sealed record EcbDocument(string Name, IReadOnlyList<IReadOnlyList<(int Sentence, int Number, string Word)>> Sentences)
{
    public static EcbDocument Read(string xml)
    {
        XElement root = XDocument.Parse(xml).Root ?? throw new FormatException("An ECB+ document without content.");
        string name = Path.GetFileNameWithoutExtension(root.Attribute("doc_name")?.Value ?? "");
        var sentences = root.Elements("token")
            .Select(token => (Sentence: Number(token, "sentence"), Number: Number(token, "number"), Word: token.Value.Trim()))
            .Where(token => token.Word.Length > 0)
            .GroupBy(token => token.Sentence)
            .OrderBy(sentence => sentence.Key)
            .Where(sentence => !(sentence.Key == 0 && name.EndsWith("plus", StringComparison.Ordinal)))
            .Select(sentence => (IReadOnlyList<(int, int, string)>)[.. sentence]);
        return new EcbDocument(name, [.. sentences]);
    }

    private static int Number(XElement token, string name) => int.Parse(token.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
}
