using System.Text;
using Sitrep.Model.Text;

namespace Sitrep.Eval.Data;

/// <summary>Tokens as running text, with the place of each: for sets that come cut into tokens, while the product reads text.</summary>
internal sealed class Detokeniser
{
    private readonly StringBuilder _text = new();
    private bool _glue = true, _inQuotes;

    public string Text => _text.ToString();

    /// <summary>Writes one sentence after a space.</summary>
    /// <returns>The place of each token in <see cref="Text"/>.</returns>
    public TextSpan[] Add(IReadOnlyList<string> tokens)
    {
        var spans = new TextSpan[tokens.Count];
        _inQuotes = false;
        for (int i = 0; i < tokens.Count; i++)
        {
            string token = Plain(tokens[i]);
            bool quote = token == "\"";
            bool closes = i > 0 && token.Length > 0 && (token is "." or "," or ";" or ":" or "!" or "?" or ")" or "]" or "%" or "n't" or "n’t" or "\u201D" || (quote ? _inQuotes : token[0] is '\'' or '\u2019' && token.Length < 4));
            if (!_glue && !closes) _text.Append(' ');
            spans[i] = new TextSpan(_text.Length, _text.Length + token.Length);
            _text.Append(token);
            if (quote) _inQuotes = !_inQuotes;
            _glue = token is "(" or "[" or "$" or "\u201C" || (quote && _inQuotes);
        }
        _glue = _text.Length == 0;
        return spans;
    }

    public static string Join(IReadOnlyList<string> tokens)
    {
        var text = new Detokeniser();
        text.Add(tokens);
        return text.Text;
    }

    // Penn Treebank spelling of quotes and brackets.
    private static string Plain(string token) => token switch
    {
        "``" or "''" => "\"",
        "-LRB-" or "-lrb-" => "(",
        "-RRB-" or "-rrb-" => ")",
        "-LSB-" or "-lsb-" => "[",
        "-RSB-" or "-rsb-" => "]",
        _ => token,
    };
}
