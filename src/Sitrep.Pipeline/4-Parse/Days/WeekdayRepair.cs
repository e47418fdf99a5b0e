using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse.Days;

/// <summary>Keeps the days of the week out of what is done: nobody takes "Saturday of the town", and no Wednesday kills.</summary>
internal static class WeekdayRepair
{
    public static Sentence Repair(Sentence sentence)
    {
        Token[]? mended = null;
        for (int day = 1; day + 1 < sentence.Tokens.Length; day++)
        {
            Token[] tokens = mended ?? sentence.Tokens;
            if (!IsDay(tokens[day])) continue;
            Token[] copy = (Token[])tokens.Clone();
            if (Owned(copy, day) || Acting(copy, day) || Told(copy, day)) mended = copy;
        }
        return mended is null ? sentence : new Sentence(sentence.Start, sentence.End, mended);
    }

    public static bool IsDay(in Token token) => char.IsUpper(token.Form[0]) && Enum.TryParse<DayOfWeek>(token.Form, out _);

    /// <summary>"took control on Saturday of the town": of the town is the control.</summary>
    private static bool Owned(Token[] tokens, int day)
    {
        if (tokens[day + 1].Lemma != "of" || tokens[day + 1].Head is not (>= 0 and var owned) || tokens[owned].Head != day) return false;
        int noun = tokens[day - 1].Lemma == "on" ? day - 2 : day - 1;
        if (noun < 0 || tokens[noun].Upos != Upos.Noun || tokens[noun].Head < 0) return false;
        tokens[owned] = tokens[owned] with { Head = noun, Relation = "nmod" };
        return true;
    }

    /// <summary>"…, officials said Saturday": right behind a past tense a day is when, and not what.</summary>
    private static bool Told(Token[] tokens, int day)
    {
        if (tokens[day].Relation != "obj" || tokens[day].Head != day - 1 || tokens[day - 1] is not { Upos: Upos.Verb, Penn: "VBD" }) return false;
        tokens[day] = tokens[day] with { Relation = "obl:unmarked" };
        return true;
    }

    /// <summary>"Clashes in the area since Wednesday killed 100": the clashes did.</summary>
    private static bool Acting(Token[] tokens, int day)
    {
        if (!tokens[day].Relation.StartsWith("nsubj", StringComparison.Ordinal) || tokens[day].Head is not (>= 0 and var verb) || verb < day || tokens[verb] is not { Upos: Upos.Verb, Relation: "advcl" or "acl" }) return false;
        if (tokens[day - 1] is not { Lemma: "since" or "until" or "after" or "before" or "by" } || tokens[day - 1].Head != verb) return false;
        int noun = tokens[verb].Head;
        if (noun < 0 || noun > day || tokens[noun].Upos is not (Upos.Noun or Upos.Propn) || !tokens[noun].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return false;
        int above = tokens[noun].Head;
        // "…, said X": that is what is said. Otherwise the verb above has a subject to find elsewhere.
        if (above <= verb || tokens[above].Upos != Upos.Verb) return false;
        tokens[day - 1] = tokens[day - 1] with { Head = day, Relation = "case", Upos = Upos.Adp };
        tokens[day] = tokens[day] with { Head = noun, Relation = "nmod" };
        tokens[verb] = tokens[verb] with { Head = above, Relation = "ccomp" };
        tokens[noun] = tokens[noun] with { Head = verb, Relation = "nsubj" };
        return true;
    }
}
