using System.Text;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Words;

/// <summary>Morphological features of a word: UD v2 FEATS as the English Web Treebank uses them, without Typo, ExtPos and Style.</summary>
public readonly record struct Morphology
{
    /// <summary>Shortened in writing.</summary>
    public bool Abbr { get; init; }

    /// <summary>Case of pronouns.</summary>
    public Case Case { get; init; }

    /// <summary>Of articles.</summary>
    public Definite Definite { get; init; }

    /// <summary>Of adjectives and adverbs.</summary>
    public Degree Degree { get; init; }

    /// <summary>Of pronouns.</summary>
    public Gender Gender { get; init; }

    /// <summary>Of finite verbs.</summary>
    public Mood Mood { get; init; }

    /// <summary>Of nouns, pronouns, and of finite verbs by their subject.</summary>
    public Number Number { get; init; }

    /// <summary>How a number is written.</summary>
    public NumForm NumForm { get; init; }

    /// <summary>What a number does.</summary>
    public NumType NumType { get; init; }

    /// <summary>Of pronouns, and of finite verbs by their subject.</summary>
    public Person Person { get; init; }

    /// <summary>Of "not", "nor", "yes", "no".</summary>
    public Polarity Polarity { get; init; }

    /// <summary>Possessive.</summary>
    public bool Poss { get; init; }

    /// <summary>Kind of pronoun, determiner or adverb.</summary>
    public PronType PronType { get; init; }

    /// <summary>Reflexive or emphatic: "itself".</summary>
    public bool Reflex { get; init; }

    /// <summary>Of finite verbs and participles.</summary>
    public Tense Tense { get; init; }

    /// <summary>Finite, infinitive, participle, gerund.</summary>
    public VerbForm VerbForm { get; init; }

    /// <summary>Passive participles.</summary>
    public Voice Voice { get; init; }

    /// <summary>What the word shows by itself; <see cref="ClauseFeatures.Settle"/> adds what its clause shows.</summary>
    /// <param name="form">The word as written.</param>
    /// <param name="lemma">Its lemma.</param>
    /// <param name="penn">Penn Treebank tag.</param>
    public static Morphology Of(string form, string lemma, Upos upos, string penn) => WordFeatures.Of(form, lemma, upos, penn);

    /// <summary>Reads the CoNLL-U form.</summary>
    /// <exception cref="FormatException">A feature or value is unknown.</exception>
    internal static Morphology Parse(string text)
    {
        var result = default(Morphology);
        if (text == "_") return result;
        foreach (string pair in text.Split('|'))
        {
            int sign = pair.IndexOf('=', StringComparison.Ordinal);
            string value = pair[(sign + 1)..];
            result = pair[..Math.Max(sign, 0)] switch
            {
                "Abbr" => result with { Abbr = true },
                "Case" => result with { Case = Enum.Parse<Case>(value) },
                "Definite" => result with { Definite = Enum.Parse<Definite>(value) },
                "Degree" => result with { Degree = Enum.Parse<Degree>(value) },
                "Gender" => result with { Gender = Enum.Parse<Gender>(value) },
                "Mood" => result with { Mood = Enum.Parse<Mood>(value) },
                "Number" => result with { Number = Enum.Parse<Number>(value) },
                "NumForm" => result with { NumForm = Enum.Parse<NumForm>(value) },
                "NumType" => result with { NumType = Enum.Parse<NumType>(value) },
                "Person" => result with { Person = (Person)(value[0] - '0') },
                "Polarity" => result with { Polarity = Enum.Parse<Polarity>(value) },
                "Poss" => result with { Poss = true },
                "PronType" => result with { PronType = Enum.Parse<PronType>(value) },
                "Reflex" => result with { Reflex = true },
                "Tense" => result with { Tense = Enum.Parse<Tense>(value) },
                "VerbForm" => result with { VerbForm = Enum.Parse<VerbForm>(value) },
                "Voice" => result with { Voice = Enum.Parse<Voice>(value) },
                _ => throw new FormatException($"\"{pair}\" is no feature of English words."),
            };
        }
        return result;
    }

    /// <summary>The FEATS column of CoNLL-U: "Number=Plur", "_" when there is none.</summary>
    public override string ToString()
    {
        if (this == default) return "_";
        var text = new StringBuilder();
        if (Abbr) Add(text, "Abbr", "Yes");
        if (Case != Case.None) Add(text, "Case", Case.ToString());
        if (Definite != Definite.None) Add(text, "Definite", Definite.ToString());
        if (Degree != Degree.None) Add(text, "Degree", Degree.ToString());
        if (Gender != Gender.None) Add(text, "Gender", Gender.ToString());
        if (Mood != Mood.None) Add(text, "Mood", Mood.ToString());
        if (Number != Number.None) Add(text, "Number", Number.ToString());
        if (NumForm != NumForm.None) Add(text, "NumForm", NumForm.ToString());
        if (NumType != NumType.None) Add(text, "NumType", NumType.ToString());
        if (Person != Person.None) Add(text, "Person", ((char)('0' + (int)Person)).ToString());
        if (Polarity != Polarity.None) Add(text, "Polarity", Polarity.ToString());
        if (Poss) Add(text, "Poss", "Yes");
        if (PronType != PronType.None) Add(text, "PronType", PronType.ToString());
        if (Reflex) Add(text, "Reflex", "Yes");
        if (Tense != Tense.None) Add(text, "Tense", Tense.ToString());
        if (VerbForm != VerbForm.None) Add(text, "VerbForm", VerbForm.ToString());
        if (Voice != Voice.None) Add(text, "Voice", Voice.ToString());
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string value)
    {
        if (text.Length > 0) text.Append('|');
        text.Append(name).Append('=').Append(value);
    }
}
