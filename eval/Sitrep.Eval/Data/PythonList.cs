using System.Text;

namespace Sitrep.Eval.Data;

/// <summary>Lists of strings as Python prints them: single or double quotes, backslash escapes.</summary>
internal static class PythonList
{
    public static List<string> Read(string text)
    {
        var items = new List<string>();
        for (int i = 0; i < text.Length; i++)
        {
            char quote = text[i];
            if (quote is not ('\'' or '"')) continue;
            var item = new StringBuilder();
            for (i++; i < text.Length && text[i] != quote; i++)
            {
                if (text[i] != '\\' || i + 1 >= text.Length) item.Append(text[i]);
                else item.Append(text[++i] switch { 'n' => '\n', 't' => '\t', 'x' when Hex(text, i + 1, 2) is { } latin => Skip(ref i, 2, latin), 'u' when Hex(text, i + 1, 4) is { } wide => Skip(ref i, 4, wide), var plain => plain });
            }
            items.Add(item.ToString());
        }
        return items;
    }

    private static char Skip(ref int at, int digits, char value)
    {
        at += digits;
        return value;
    }

    private static char? Hex(string text, int at, int digits) =>
        at + digits <= text.Length && ushort.TryParse(text.AsSpan(at, digits), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort value) ? (char)value : null;
}
