using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Train;

/// <summary>Training sentences again with other names and verbs in them.</summary>
/// <remarks>The treebanks know few names from outside the West and hardly a short one in capitals; and a regular verb that they happen
/// to show as a participle only ("advanced") would never be taken for a past tense.</remarks>
internal sealed class SentenceVariants
{
    // Short names that are also common words when written small.
    private static readonly string[] WordLike = ["IS", "US", "IT", "WHO", "IS", "US", "ICE", "AID", "CARE", "WAR", "AN", "AM", "ALL", "FOR", "SO", "IS", "US", "WHO"];

    private const string Letters = "ABCDEFGHIJKLMNOPRSTUWABCDFLMNPRSTU";

    // One sentence in so many is varied for its names, its verbs, its first word.
    private const int NamesEvery = 6, VerbsEvery = 4, FirstEvery = 3;

    private readonly string[] _names, _verbs;
    private readonly Random _random;
    private readonly Lexicon _lexicon;

    public SentenceVariants(IReadOnlyList<TreebankSentence> sentences, Lexicon lexicon, int seed)
    {
        _lexicon = lexicon;
        _random = new Random(seed);
        _names = Forms((tag, form) => tag == "PROPN/NNP" && IsReplaceable(form));
        _verbs = Forms(IsRegularPast);

        string[] Forms(Func<string, string, bool> fits) =>
            [.. sentences.SelectMany(s => s.Forms.Where((form, i) => fits(s.Tags[i], form))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The sentence with other words; null when it is not its turn, or nothing in it can change.</summary>
    /// <param name="index">Its place among all sentences.</param>
    public TreebankSentence? Of(TreebankSentence sentence, int index)
    {
        bool acronyms = sentence.Forms.Index().Any(word => sentence.Tags[word.Index] == "PROPN/NNP" && IsAcronym(word.Item));
        bool names = acronyms || index % NamesEvery == 0, verbs = index % VerbsEvery == 1;
        string[] forms = [.. sentence.Forms], tags = [.. sentence.Tags];
        bool changed = false;
        for (int i = 0; i < forms.Length; i++)
        {
            string form = forms[i];
            if (names && tags[i] == "PROPN/NNP") forms[i] = IsAcronym(form) ? Acronym() : IsReplaceable(form) ? Invented() : form;
            else if (verbs && IsRegularPast(tags[i], form)) forms[i] = _verbs[_random.Next(_verbs.Length)];
            changed |= !ReferenceEquals(form, forms[i]);
        }
        bool pronounFirst = forms.Length > 3 && tags[0] is "PRON/PRP" && forms[0] is "He" or "She" && tags[1] is "VERB/VBD" or "VERB/VBZ" or "AUX/MD" or "AUX/VBZ" or "AUX/VBD";
        if (pronounFirst && index % FirstEvery == 2)
        {
            (forms[0], tags[0], changed) = (Acronym(), "PROPN/NNP", true);
        }
        return changed ? sentence with { Forms = forms, Tags = tags } : null;
    }

    private static bool IsRegularPast(string tag, string form) => tag is "VERB/VBD" or "VERB/VBN" && form.Length > 4 && form.EndsWith("ed", StringComparison.Ordinal) && form.All(char.IsAsciiLetterLower);

    private static bool IsAcronym(string form) => form.Length is >= 2 and <= 5 && form.All(char.IsAsciiLetterUpper);

    private bool IsReplaceable(string form) =>
        form.Length >= 4 && char.IsUpper(form[0]) && form.Skip(1).All(char.IsLower) && (!_lexicon.TryGet(form, out Lexicon.Entry entry) || entry.Tags == 1u << (int)Upos.Propn);

    private string Acronym() => _random.Next(2) == 0
        ? WordLike[_random.Next(WordLike.Length)]
        : string.Concat(Enumerable.Range(0, _random.Next(2, 5)).Select(_ => Letters[_random.Next(Letters.Length)]));

    /// <summary>The beginning of one name and the end of another.</summary>
    private string Invented()
    {
        string first = _names[_random.Next(_names.Length)], second = _names[_random.Next(_names.Length)];
        return first[..Math.Min(first.Length - 1, _random.Next(2, 5))] + second[^_random.Next(2, Math.Min(5, second.Length - 1))..];
    }
}
