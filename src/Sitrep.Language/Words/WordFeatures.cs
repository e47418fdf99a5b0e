using System.Buffers;
using System.Collections.Frozen;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Words;

/// <summary>Features that the form and the tags of a word give; the closed classes stand in <c>closed-class.tsv</c>.</summary>
internal static class WordFeatures
{
    // Longer words are in no closed class.
    private const int LongestWord = 64;

    private static readonly FrozenDictionary<string, Entry[]>.AlternateLookup<ReadOnlySpan<char>> Closed = WordTable.Rows("closed-class.tsv", 3)
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .ToFrozenDictionary(rows => rows.Key, rows => rows.Select(Entry.Of).ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ordinals =
        ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth "
        + "twentieth thirtieth fortieth fiftieth hundredth thousandth").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Decimal = SearchValues.Create("0123456789."), Roman = SearchValues.Create("IVXLCDM");

    public static Morphology Of(string form, string lemma, Upos upos, string penn)
    {
        if (form.Length is 0 or > LongestWord || upos is Upos.Punct or Upos.X || penn is "ADD" or "GW" or "AFX") return default;
        Span<char> lower = stackalloc char[form.Length];
        for (int i = 0; i < form.Length; i++) lower[i] = char.ToLowerInvariant(Characters.Plain(form[i]));
        ReadOnlySpan<char> word = lower;
        if (InClosedClass(word, upos, penn) is { } closed) return closed;
        // A slip of the pen is read by its lemma.
        if (upos is Upos.Pron or Upos.Det && InClosedClass(lemma.ToLowerInvariant(), upos, penn) is { } meant) return meant;
        return upos switch
        {
            Upos.Noun or Upos.Propn or Upos.Sym or Upos.Pron => OfNoun(word, penn),
            Upos.Verb or Upos.Aux => OfVerb(word, penn),
            Upos.Adj => OfAdjective(word, lemma, penn),
            Upos.Adv => penn switch
            {
                "RBR" => new() { Degree = Degree.Cmp },
                "RBS" => new() { Degree = Degree.Sup },
                "RB" when Ordinals.Contains(word) => new() { NumForm = NumForm.Word, NumType = NumType.Ord },
                _ => default,
            },
            Upos.Num => OfNumber(form, penn),
            _ => default,
        };
    }

    private static Morphology OfNoun(ReadOnlySpan<char> word, string penn)
    {
        bool digits = char.IsAsciiDigit(word[0]) || (word.Length > 1 && char.IsAsciiDigit(word[1]));
        return penn switch
        {
            "NN" when IsFigureOrdinal(word) => new() { Number = Number.Sing, NumForm = NumForm.Combi, NumType = NumType.Ord },
            "NN" or "NNP" => new() { Number = Number.Sing },
            // Tens of years: "1990s", "the '60s".
            "NNS" when (digits || word.StartsWith("mid-", StringComparison.Ordinal)) && (word.EndsWith("0s", StringComparison.Ordinal) || word.EndsWith("0's", StringComparison.Ordinal)) =>
                new() { Number = Number.Ptan, NumForm = NumForm.Combi, NumType = NumType.Card },
            "NNS" or "NNPS" => new() { Number = Number.Plur },
            _ => default,
        };
    }

    private static Morphology OfVerb(ReadOnlySpan<char> word, string penn) => penn switch
    {
        "VBZ" => new() { Mood = Mood.Ind, Number = Number.Sing, Person = Person.Third, Tense = Tense.Pres, VerbForm = VerbForm.Fin },
        "VBP" => new() { Mood = Mood.Ind, Number = word is "am" or "'m" ? Number.Sing : Number.Plur, Person = word is "am" or "'m" ? Person.First : Person.Third, Tense = Tense.Pres, VerbForm = VerbForm.Fin },
        "VBD" => new() { Mood = Mood.Ind, Number = word == "were" ? Number.Plur : Number.Sing, Person = Person.Third, Tense = Tense.Past, VerbForm = VerbForm.Fin },
        "MD" => new() { VerbForm = VerbForm.Fin },
        "VB" => new() { VerbForm = VerbForm.Inf },
        "VBG" => new() { Tense = Tense.Pres, VerbForm = VerbForm.Part },
        "VBN" => new() { Tense = Tense.Past, VerbForm = VerbForm.Part },
        // Verbs in names: "United", "Breaking".
        "NNP" when word.EndsWith("ing", StringComparison.Ordinal) => new() { VerbForm = VerbForm.Ger },
        "NNP" when word.EndsWith("ed", StringComparison.Ordinal) || word.EndsWith("en", StringComparison.Ordinal) => new() { Tense = Tense.Past, VerbForm = VerbForm.Part },
        "NNP" => new() { VerbForm = VerbForm.Inf },
        _ => default,
    };

    private static Morphology OfAdjective(ReadOnlySpan<char> word, string lemma, string penn)
    {
        bool inflected = penn == "NNP" && !word.Equals(lemma, StringComparison.OrdinalIgnoreCase);    // "Greater London"
        Degree degree = penn switch { "NNP" when inflected && word.EndsWith("er", StringComparison.Ordinal) => Degree.Cmp, "NNP" when inflected && word.EndsWith("est", StringComparison.Ordinal) => Degree.Sup, "JJR" or "RBR" => Degree.Cmp, "JJS" or "RBS" => Degree.Sup, "JJ" or "NNP" or "NN" => Degree.Pos, _ => Degree.None };
        if (degree != Degree.Pos) return new() { Degree = degree };
        if (IsFigureOrdinal(word)) return new() { Degree = degree, NumForm = NumForm.Combi, NumType = NumType.Ord };
        return Ordinals.Contains(word) ? new() { Degree = degree, NumForm = NumForm.Word, NumType = NumType.Ord } : new() { Degree = degree };
    }

    private static Morphology OfNumber(string form, string penn)
    {
        if (form.AsSpan().ContainsAnyInRange('0', '9'))
        {
            int stop = form.IndexOf('.', StringComparison.Ordinal);
            bool fraction = (stop >= 0 && stop < form.Length - 1 && stop == form.LastIndexOf('.') && !form.AsSpan().ContainsAnyExcept(Decimal)) || form is "1/2" or "1/3" or "1/4" or "3/4" or "2/3";
            return new() { NumForm = NumForm.Digit, NumType = fraction ? NumType.Frac : NumType.Card };
        }
        if (form.Length == 1 && char.GetUnicodeCategory(form[0]) == System.Globalization.UnicodeCategory.OtherNumber) return new() { NumForm = NumForm.Digit, NumType = NumType.Frac };
        bool roman = !form.AsSpan().ContainsAnyExcept(Roman) || (penn == "LS" && !form.AsSpan().ContainsAnyExcept("ivx"));
        if (roman) return new() { NumForm = NumForm.Roman, NumType = NumType.Card };
        return penn == "LS" ? default : new() { NumForm = NumForm.Word, NumType = NumType.Card };
    }

    /// <summary>"5th", "22nd".</summary>
    private static bool IsFigureOrdinal(ReadOnlySpan<char> word) =>
        word.Length > 2 && char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[^3]) && word[^2..] is "th" or "st" or "nd" or "rd";

    private static Morphology? InClosedClass(ReadOnlySpan<char> word, Upos upos, string penn)
    {
        if (!Closed.TryGetValue(word, out Entry[]? entries)) return null;
        foreach (Entry entry in entries)
        {
            if (entry.Upos == upos && entry.Penn == penn) return entry.Features;
        }
        return null;
    }

    /// <summary>One row of <c>closed-class.tsv</c>.</summary>
    private sealed record Entry(Upos Upos, string Penn, Morphology Features)
    {
        public static Entry Of(string[] row)
        {
            int slash = row[1].IndexOf('/', StringComparison.Ordinal);
            return new(Enum.Parse<Upos>(row[1][..slash], ignoreCase: true), row[1][(slash + 1)..], Morphology.Parse(row[2]));
        }
    }
}
