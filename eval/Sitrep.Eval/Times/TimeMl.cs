using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Times;

/// <summary>A time expression: where it stands, and what TIMEX3 says of it.</summary>
internal sealed record GoldTimex(TextSpan Span, string Type, string Value);

/// <summary>One TimeML document: its text with the gold expressions, and the day it was made.</summary>
internal sealed record TimeMl(string Text, DateOnly? Created, IReadOnlyList<GoldTimex> Expressions)
{
    public static TimeMl Read(string xml)
    {
        XElement root = XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Root ?? throw new FormatException("A TimeML document without content.");
        string? created = root.Element("DCT")?.Element("TIMEX3")?.Attribute("value")?.Value;
        var text = new StringBuilder();
        var expressions = new List<GoldTimex>();
        if (root.Element("TEXT") is { } body) Add(body, text, expressions);
        DateOnly? day = created is { Length: >= 10 } && DateOnly.TryParseExact(created[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly known) ? known : null;
        return new TimeMl(text.ToString(), day, expressions);
    }

    private static void Add(XElement element, StringBuilder text, List<GoldTimex> expressions)
    {
        foreach (XNode node in element.Nodes())
        {
            if (node is XText words) text.Append(words.Value);
            if (node is not XElement inner) continue;
            int start = text.Length;
            Add(inner, text, expressions);
            if (inner.Name.LocalName == "TIMEX3") expressions.Add(new GoldTimex(new TextSpan(start, text.Length), inner.Attribute("type")?.Value.Trim() ?? "", inner.Attribute("value")?.Value.Trim() ?? ""));
        }
    }
}
