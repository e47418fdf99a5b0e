using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sitrep.Pipeline.Data.Places;

/// <summary>Two spellings of one name meet in a key: the exact key forgives accents and punctuation, the folded key also romanisation.</summary>
/// <remarks>The gazetteer file stores these keys: a change here needs a rebuilt file (<see cref="Version"/>).</remarks>
public static class PlaceKeys
{
    /// <summary>Stands in the gazetteer file; a file with another number is refused.</summary>
    public const int Version = 1;

    /// <summary>Characters of a name that are looked at; the longest name in GeoNames has fewer than 200.</summary>
    public const int NameMax = 200;

    // Shorter folded keys ("ur", "is") would meet half the alphabet.
    private const int FoldMin = 3;

    private static readonly SearchValues<string> Articles = SearchValues.Create(
        ["al", "el", "ul", "ar", "as", "ash", "at", "an", "ad", "ed", "er", "es", "esh", "et", "en", "ez", "az", "the", "la", "le", "les", "los", "las", "il", "lo"], StringComparison.Ordinal);

    /// <summary>Letters and digits only, without accents, lower-case.</summary>
    public static string Exact(string name) => string.Concat(Words(name));

    /// <summary>The exact key without articles and doubled letters, with the pairs merged that romanisations of Arabic, Cyrillic, Persian
    /// and the Indian scripts disagree on (q/k, ou/u, ee/i, e/i, o/u, dh/d, gh/g, kh/k, w/v, y/i, dj/j, ph/f, c/k, final h).</summary>
    /// <returns>Empty when too little is left to tell places apart.</returns>
    public static string Fold(string name)
    {
        List<string> words = Words(name);
        if (words.Count > 1)
        {
            List<string> kept = words.FindAll(word => !Articles.Contains(word));
            if (kept.Count > 0) words = kept;
        }
        var key = new StringBuilder();
        foreach (string word in words)
        {
            string full = word switch { "st" or "ste" => "saint", "mt" => "mount", "ft" => "fort", _ => word };
            FoldWord(full, key);
        }
        string folded = Squeeze(key);
        return folded.Length < FoldMin ? "" : folded;
    }

    private static void FoldWord(string word, StringBuilder key)
    {
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i], next = i + 1 < word.Length ? word[i + 1] : '\0';
            switch (c)
            {
                case 'o' when next is 'u' or 'o': key.Append('u'); i++; break;
                case 'e' when next == 'e': key.Append('i'); i++; break;
                case 'o': key.Append('u'); break;
                case 'e' or 'y': key.Append('i'); break;
                case 'w': key.Append('v'); break;
                case 'q': key.Append('k'); break;
                case 'c' when next == 'h': key.Append("sh"); i++; break;
                case 'c': key.Append('k'); break;
                case 'x': key.Append("ks"); break;
                case 'p' when next == 'h': key.Append('f'); i++; break;
                case 'd' when next == 'j': key.Append('j'); i++; break;
                case 'd' or 'g' or 'k' or 't' when next == 'h': key.Append(c); i++; break;
                case 'h' when i == word.Length - 1 && i > 0: break;
                default: key.Append(c); break;
            }
        }
    }

    // "aii" and "ai" (Qayyarah, Qayara), "ai" and "i" after the y is gone (Deir, Dayr): one vowel stands for the glide.
    private static string Squeeze(StringBuilder key)
    {
        var once = new StringBuilder(key.Length);
        for (int i = 0; i < key.Length; i++)
        {
            char c = key[i];
            if (once.Length > 0 && once[^1] == c) continue;
            if (c == 'i' && once.Length > 0 && once[^1] == 'a') once[^1] = 'i';
            else once.Append(c);
        }
        return once.ToString();
    }

    private static List<string> Words(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = new List<string>();
        var word = new StringBuilder();
        string text = name.Length > NameMax ? name[..NameMax] : name;
        // Half a surrogate pair cannot be normalised, and no toponym of the file lies beyond the basic plane.
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) text = string.Concat(text.Where(c => !char.IsSurrogate(c)));
        foreach (char c in text.Normalize(NormalizationForm.FormD))
        {
            if (Spelled(c) is { } letters) word.Append(letters);
            else if (char.IsLetterOrDigit(c) && !IsModifier(c)) word.Append(char.ToLowerInvariant(c));
            else if (IsJoined(c)) continue;
            else Close();
        }
        Close();
        return words;

        void Close()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool IsModifier(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.ModifierLetter;

    private static bool IsJoined(char c) => c is '\'' or '’' or '‘' or '`' or '´' or '.' or '′' or '\u00AD'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol or UnicodeCategory.Format;

    // Letters that have no decomposition in Unicode but a customary plain spelling.
    private static string? Spelled(char c) => c switch
    {
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ı' or 'İ' => "i",
        'ħ' or 'Ħ' => "h",
        'ŧ' or 'Ŧ' => "t",
        'ə' or 'Ə' => "a",
        'ŋ' or 'Ŋ' => "n",
        'ɓ' or 'Ɓ' => "b",
        'ɗ' or 'Ɗ' => "d",
        'ƙ' or 'Ƙ' => "k",
        'ƴ' or 'Ƴ' => "y",
        'ɛ' or 'Ɛ' => "e",
        'ɔ' or 'Ɔ' => "o",
        _ => null,
    };
}
