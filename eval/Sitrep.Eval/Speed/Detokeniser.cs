using System.Text;

namespace Sitrep.Eval.Speed;

/// <summary>Writes tokens as running text, roughly as a newspaper would: only used to have much text to time.</summary>
internal static class Detokeniser
{
    public static string Join(IReadOnlyList<string> tokens)
    {
        var text = new StringBuilder();
        bool open = false, glue = true;
        foreach (string token in tokens)
        {
            bool quote = token is "\"" or "``" or "''";
            bool closes = token is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "n't" or "\u201D" || token[0] is '\'' or '\u2019' || (quote && open);
            if (!glue && !closes) text.Append(' ');
            text.Append(quote ? "\"" : token);
            if (quote) open = !open;
            glue = token is "(" or "[" or "$" or "\u201C" || (quote && open);
        }
        return text.ToString();
    }
}
