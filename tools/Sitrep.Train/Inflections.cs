namespace Sitrep.Train;

/// <summary>Regular inflected forms of the words of a treebank: who has seen "provoke" knows whose form "provoked" is.</summary>
internal static class Inflections
{
    public static IEnumerable<(string Form, string Lemma, string Tag)> Of(IReadOnlyList<TreebankSentence> sentences)
    {
        var seen = new SortedSet<(string Lemma, string Class)>();
        foreach (TreebankSentence sentence in sentences)
        {
            for (int i = 0; i < sentence.Forms.Length; i++)
            {
                string lemma = sentence.Lemmas[i];
                if (lemma.Length < 3 || sentence.Misc[i].Contains("CorrectForm", StringComparison.Ordinal) || lemma.Any(c => !char.IsAsciiLetterLower(c))) continue;
                seen.Add((lemma, sentence.Tags[i][..sentence.Tags[i].IndexOf('/')]));
            }
        }
        foreach ((string lemma, string kind) in seen)
        {
            string past = Joined(lemma, "ed"), present = lemma[^1] == 'e' && lemma[^2] is not ('e' or 'o' or 'y') ? lemma[..^1] + "ing" : lemma[^1] == 'y' ? lemma + "ing" : Joined(lemma, "ing");
            switch (kind)
            {
                case "VERB":
                    yield return (past, lemma, "VERB/VBD");
                    yield return (past, lemma, "VERB/VBN");
                    yield return (present, lemma, "VERB/VBG");
                    yield return (WithS(lemma), lemma, "VERB/VBZ");
                    break;
                case "NOUN":
                    yield return (WithS(lemma), lemma, "NOUN/NNS");
                    break;
                case "ADJ":
                    yield return (Joined(lemma, "er"), lemma, "ADJ/JJR");
                    yield return (Joined(lemma, "est"), lemma, "ADJ/JJS");
                    break;
            }
        }
    }

    private static string WithS(string lemma)
    {
        if (lemma[^1] == 'y' && !IsVowel(lemma[^2])) return lemma[..^1] + "ies";
        return lemma + (lemma[^1] is 's' or 'x' or 'z' || lemma.EndsWith("ch", StringComparison.Ordinal) || lemma.EndsWith("sh", StringComparison.Ordinal) ? "es" : "s");
    }

    /// <summary>The lemma with an ending that begins with a vowel: tie-d, car-ried, stop-ped, open-ed.</summary>
    private static string Joined(string lemma, string ending)
    {
        if (lemma[^1] == 'e') return lemma + (ending[0] == 'e' ? ending[1..] : ending);
        if (lemma[^1] == 'y' && !IsVowel(lemma[^2])) return lemma[..^1] + "i" + ending;
        bool oneSyllable = lemma.Count(IsVowel) == 1;
        return oneSyllable && IsVowel(lemma[^2]) && lemma[^1] is not ('w' or 'x' or 'y') ? lemma + lemma[^1] + ending : lemma + ending;
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
