using System.Collections.Frozen;
using Sitrep.Language.Learning;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Words;

/// <summary>Lemmas as in Universal Dependencies English, by two choices learnt for word endings: an edit of the ending, and what becomes of capitals.</summary>
/// <remarks>Names and words made from names keep their capital ("Syrian"), "n't" is "not", "10,000" is "10000".</remarks>
internal sealed class Lemmatiser
{
    /// <summary>Longer words, in characters, are their own lemma.</summary>
    public const int LongestWord = 24;

    private const int CasingCount = (int)Casing.Upper + 1;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Plurals =
        WordTable.Rows("irregular-plurals.tsv", 2).ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Regular =
        WordTable.Rows("regular-verbs.tsv", 2).SelectMany(row => FormsOf(row[0], row[1]), (row, form) => (Form: form, Verb: row[0])).ToFrozenDictionary(pair => pair.Form, pair => pair.Verb, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly string[] _rules;                        // "2|e": drop two characters, add "e"
    private readonly (int Drop, string Add)[] _edits;
    private readonly EndingRules _byEnding, _casings;

    public Lemmatiser(string[] rules, EndingRules byEnding, EndingRules casings)
    {
        (_rules, _byEnding, _casings) = (rules, byEnding, casings);
        _edits = [.. rules.Select(rule => (rule[0] - '0', rule[2..]))];
    }

    /// <summary>The rule that turns <paramref name="form"/> into <paramref name="lemma"/>, both in lower case.</summary>
    public static string RuleFor(string form, string lemma)
    {
        int same = 0;
        while (same < form.Length && same < lemma.Length && form[same] == lemma[same]) same++;
        return $"{(char)('0' + (form.Length - same))}|{lemma[same..]}";
    }

    /// <param name="form">The word as written.</param>
    public string Lemma(string form, Upos upos, string penn, StringPool? strings = null)
    {
        if (upos is Upos.Punct or Upos.Sym) return OfSign(form);
        if (upos == Upos.Num && form.AsSpan().ContainsAnyInRange('0', '9')) return OfFigure(form);
        if (upos == Upos.X || penn == "ADD" || form.Length is 0 or > LongestWord) return form;
        Span<char> word = stackalloc char[form.Length], plain = stackalloc char[form.Length];
        for (int i = 0; i < form.Length; i++)
        {
            plain[i] = Characters.Plain(form[i]);
            word[i] = char.ToLowerInvariant(plain[i]);
        }
        int choice = _byEnding.Find(word, 0, upos, penn);
        (int drop, string add) = choice < 0 ? (0, "") : _edits[choice];
        int kept = word.Length - drop;
        if (Listed(word, penn) is { } listed) (kept, add) = (0, listed);
        if (kept < 0 || kept + add.Length == 0) (kept, add) = (word.Length, "");
        Span<char> lemma = stackalloc char[kept + add.Length];
        word[..kept].CopyTo(lemma);
        add.CopyTo(lemma[kept..]);
        Capitals.Apply(CasingOf(form, word, upos, penn), lemma, plain, kept);
        return lemma.SequenceEqual(form) ? form : strings?.Get(lemma) ?? lemma.ToString();
    }

    private Casing CasingOf(string form, ReadOnlySpan<char> word, Upos upos, string penn)
    {
        Shape shape = Capitals.ShapeOf(form);
        if (shape == Shape.Upper && upos is Upos.Propn or Upos.Adj && !_casings.Knows(word, (int)shape, upos, penn))
        {
            // Initials are short or hold few vowels; the rest is a word in a line of capitals.
            if (upos == Upos.Propn) return word.Length >= 5 && Vowels(word) >= 2 ? Casing.Title : Casing.AsWritten;
            return _casings.Find(word, (int)Shape.Title, upos, penn) == (int)Casing.AsWritten ? Casing.Title : Casing.Lower;
        }
        return (Casing)Math.Max(_casings.Find(word, (int)shape, upos, penn), 0);
    }

    private static int Vowels(ReadOnlySpan<char> word)
    {
        int vowels = 0;
        foreach (char c in word) vowels += c is 'a' or 'e' or 'i' or 'o' or 'u' ? 1 : 0;
        return vowels;
    }

    private static string[] FormsOf(string verb, string doubled) => verb[^1] == 'e' ? [verb + "d", verb[..^1] + "ing"] : [$"{verb}{doubled}ed", $"{verb}{doubled}ing"];

    private static string? Listed(ReadOnlySpan<char> word, string penn) => penn switch
    {
        "NNS" => Plurals.TryGetValue(word, out string? noun) ? noun : null,
        "VBD" or "VBN" or "VBG" => IrregularPast.Lemma(word, penn) ?? (Regular.TryGetValue(word, out string? verb) ? verb : null),
        _ => null,
    };

    /// <summary>Curly quotes and en dashes by their plain kin.</summary>
    private static string OfSign(string form) => form switch
    {
        "\u2013" => "-",
        "\u201C" or "\u201D" or "``" => "\"",
        "\u2018" or "\u2019" => "'",
        "\u2018\u2019" or "\u2019\u2019" => "''",
        _ => form,
    };

    /// <summary>A figure without the commas between its thousands.</summary>
    private static string OfFigure(string form)
    {
        int comma = form.IndexOf(',', StringComparison.Ordinal);
        if (comma is < 1 or > 3) return form;
        for (int i = comma; i < form.Length && form[i] != '.'; i += 4)
        {
            if (form[i] != ',' || i + 4 > form.Length || form.AsSpan(i + 1, 3).ContainsAnyExceptInRange('0', '9')) return form;
        }
        return form.Replace(",", "", StringComparison.Ordinal);
    }

    public void Write(BinaryWriter writer)
    {
        ModelFile.WriteStrings(writer, _rules);
        _byEnding.Write(writer);
        _casings.Write(writer);
    }

    /// <exception cref="InvalidDataException">The table is damaged.</exception>
    public static Lemmatiser Read(BinaryReader reader)
    {
        string[] rules = ModelFile.ReadStrings(reader);
        return new Lemmatiser(rules, EndingRules.Read(reader, rules.Length), EndingRules.Read(reader, CasingCount));
    }
}
