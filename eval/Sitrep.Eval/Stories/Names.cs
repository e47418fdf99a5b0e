using System.Globalization;
using System.Text;

namespace Sitrep.Eval.Stories;

/// <summary>Do two names mean the same? Loosely: on meaning, not on wording. The rules are in eval/README.md.</summary>
internal sealed class Names
{
    /// <summary>Words that say what kind of party somebody is, not which.</summary>
    private static readonly HashSet<string> Generic = Words(
        "a an the of and in on for to by with from its their his her who that is s un-named unnamed "
        + "army troops troop soldiers soldier forces force military militia militias fighters fighter militants militant police units unit security armed "
        + "government state regime authorities authority official officials ministry minister officers officer commander commanders spokesman spokesperson spokeswoman "
        + "allies ally allied coalition group groups members member people person civilians residents side sides loyalists backed supported pro anti led "
        + "arab national royal federal republic peoples senior local elite administration leaders leader al el party city town capital");

    private static readonly HashSet<string> People = Words("people civilians residents refugees villagers families children women population");
    private static readonly HashSet<string> Force = Words("army troops troop soldiers soldier forces force military militia militias fighters fighter militants police units");
    private static readonly HashSet<string> Small = Words("a an the of and in on for to by with from");

    /// <summary>Countries of one word, and adjectives that are not inflected from the country's name.</summary>
    private static readonly HashSet<string> Countries = Words(
        "afghanistan afghan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus belgium belgian belize benin "
        + "bhutan bolivia bosnia botswana brazil brunei bulgaria burundi cambodia cameroon canada chad chile china chinese colombia comoros congo croatia cuba cyprus cypriot czechia czech "
        + "denmark danish djibouti dominica ecuador egypt eritrea estonia eswatini ethiopia fiji finland finnish france french gabon gambia gaza georgia germany ghana greece greek grenada guatemala "
        + "guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland irish israel italy jamaica japan jordan kazakhstan kazakh kenya kiribati kosovo kuwait kyrgyzstan kyrgyz laos lao latvia "
        + "lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malagasy malawi malaysia maldives mali malta maltese mauritania mauritius mexico micronesia moldova monaco mongolia "
        + "montenegro morocco moroccan mozambique myanmar burma burmese namibia nauru nepal netherlands dutch nicaragua niger nigeria norway norwegian oman omani pakistan palau palestine palestinian panama paraguay peru "
        + "philippines filipino philippine poland polish portugal qatar romania russia rwanda samoa senegal serbia seychelles singapore slovakia slovak slovenia somalia somali spain spanish sudan suriname sweden swedish "
        + "switzerland swiss syria taiwan tajikistan tajik tanzania thailand thai togo tonga tunisia turkey turkish turkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan uzbek vanuatu venezuela vietnam yemen "
        + "zambia zimbabwe britain america");

    private static readonly string[] CountryList = [.. Countries];

    /// <summary>Short forms and adjectives that do not begin like the country.</summary>
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["us"] = "america",
        ["usa"] = "america",
        ["american"] = "america",
        ["americans"] = "america",
        ["uk"] = "britain",
        ["british"] = "britain",
        ["french"] = "france",
        ["dutch"] = "netherlands",
        ["spanish"] = "spain",
        ["filipino"] = "philippines",
        ["danish"] = "denmark",
        ["swiss"] = "switzerland",
    };

    private readonly IReadOnlyList<string[]> _groups;

    /// <param name="groups">Names that mean the same in this story.</param>
    public Names(IReadOnlyList<string[]> groups) => _groups = groups;

    /// <summary>The wanted name, what stands in its brackets, and every name of its group.</summary>
    public IEnumerable<string> Expand(string wanted)
    {
        foreach (string part in Parts(wanted))
        {
            yield return part;
            string folded = Fold(part);
            foreach (string alias in _groups.Where(group => group.SelectMany(Parts).Any(name => Fold(name) == folded)).SelectMany(group => group)) yield return Parts(alias).First();
        }
    }

    public bool Match(string wanted, IEnumerable<string> names)
    {
        string[] all = [.. Expand(wanted).Distinct(StringComparer.Ordinal)];
        return names.Any(name => all.Any(alternative => Same(alternative, name)));
    }

    /// <summary>Same place: equal, or one is the other and a kind of place ("Goma", "town of Goma").</summary>
    public bool MatchPlace(string wanted, IEnumerable<string> names)
    {
        string[] all = [.. Expand(wanted).Select(Core).Where(core => core.Length > 0)];
        return names.Select(Core).Any(name => all.Contains(name, StringComparer.Ordinal));

        static string Core(string name) => string.Join(' ', Tokens(name).Where(token => !Generic.Contains(token) && token is not ("province" or "governorate" or "region" or "district" or "village")));
    }

    /// <summary>Same source: as <see cref="Match"/>, or half of the words of the shorter description stand in the other.</summary>
    public bool MatchSource(string wanted, IEnumerable<string> names)
    {
        string[] given = [.. names];
        if (Match(wanted, given)) return true;
        foreach (string alternative in Expand(wanted))
        {
            string[] a = [.. Tokens(alternative).Where(token => !Small.Contains(token))];
            foreach (string name in given)
            {
                string[] b = [.. Tokens(name).Where(token => !Small.Contains(token))];
                int common = a.Count(token => b.Any(other => Alike(token, other)));
                if (common > 0 && common * 2 >= Math.Min(a.Length, b.Length)) return true;
            }
        }
        return false;
    }

    public static bool Same(string a, string b)
    {
        if (Fold(a) == Fold(b)) return true;
        string[] left = Tokens(a), right = Tokens(b);
        if (IsAcronym(b, left) || IsAcronym(a, right)) return true;
        string[] leftCore = Core(left), rightCore = Core(right);
        string[] leftLand = [.. left.Where(IsCountry)], rightLand = [.. right.Where(IsCountry)];
        if (leftCore.Length == 0 && rightCore.Length == 0)
        {
            if (!leftLand.Any(land => rightLand.Any(other => Alike(land, other)))) return false;
            return !(left.Any(People.Contains) && right.Any(Force.Contains)) && !(left.Any(Force.Contains) && right.Any(People.Contains));
        }
        if (leftCore.Length == 0 || rightCore.Length == 0) return false;
        (string[] small, string[] large) = leftCore.Length <= rightCore.Length ? (leftCore, rightCore) : (rightCore, leftCore);
        return small.All(token => large.Any(other => Alike(token, other)));

        static string[] Core(string[] tokens) => [.. tokens.Where(token => !Generic.Contains(token) && !IsCountry(token))];
    }

    /// <summary>Lower case, without accents, hyphens, dots, quotes and the article "al".</summary>
    public static string Fold(string name) => string.Join(' ', Tokens(name).Where(token => token is not ("al" or "el" or "the")));

    public static string[] Tokens(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '.') continue;
            if (c is '\'' or '’' or '‘' or '`') text.Append('\'');
            else text.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }
        string plain = text.Append(' ').Replace("'s ", " ").Replace("'", "").Replace("united states", "america").Replace("united kingdom", "britain").ToString();
        return [.. plain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(token => Irregular.GetValueOrDefault(token, token))];
    }

    private static IEnumerable<string> Parts(string name)
    {
        int open = name.IndexOf('(', StringComparison.Ordinal);
        string outer = open < 0 ? name : name[..open];
        foreach (string part in outer.Split([", through ", ", via ", " through "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) yield return part;
        if (open < 0 || name[(open + 1)..].TrimEnd(')', ' ') is not { Length: > 0 } inner || inner.StartsWith("as ", StringComparison.Ordinal)) yield break;
        yield return inner;
    }

    /// <summary>Equal, or one inflected from the other: "Syria" and "Syrian", "Lebanon" and "Lebanese".</summary>
    private static bool Alike(string a, string b)
    {
        if (a == b) return true;
        int common = 0;
        while (common < a.Length && common < b.Length && a[common] == b[common]) common++;
        return common >= 4 && common >= Math.Min(a.Length, b.Length) - 2 && Math.Max(a.Length, b.Length) - common <= 5;
    }

    private static bool IsAcronym(string word, string[] tokens)
    {
        string letters = word.Replace(".", "", StringComparison.Ordinal).Trim();
        if (letters.Length < 2 || letters.Length > 8 || !letters.All(char.IsAsciiLetterUpper)) return false;
        string initials = string.Concat(tokens.Where(token => !Small.Contains(token)).Select(token => char.ToUpperInvariant(token[0])));
        return initials == letters || string.Concat(tokens.Select(token => char.ToUpperInvariant(token[0]))) == letters;
    }

    private static bool IsCountry(string token) => Countries.Contains(token) || CountryList.Any(country => Alike(country, token));

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
