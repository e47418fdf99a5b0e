using Sitrep.Language.Tokens;

namespace Sitrep.Language.Mentions;

/// <summary>A name in a sentence: tokens <c>[First, End)</c>.</summary>
internal readonly record struct NamedSpan(int First, int End, NameKind Kind)
{
    /// <summary>The names of a sentence in order, cut and joined where the words themselves say so.</summary>
    public static List<NamedSpan> Of(Token[] tokens)
    {
        var names = new List<NamedSpan>();
        for (int i = 0; i < tokens.Length;)
        {
            int start = i++;
            NameKind kind = tokens[start].Name;
            if (kind == NameKind.None) continue;
            while (i < tokens.Length && tokens[i].Name == kind && !tokens[i].NameStart) i++;
            Add(names, tokens, start, i, kind);
        }
        for (int i = 0; i < names.Count; i++) if (names[i].Kind == NameKind.Organisation) Widen(names, tokens, i);
        names.RemoveAll(name => name.First >= name.End);
        return names;
    }

    /// <summary>The token that the others hang on; the first when there are several.</summary>
    public int HeadIn(Token[] tokens)
    {
        for (int i = First; i < End; i++) if (tokens[i].Head < First || tokens[i].Head >= End) return i;
        return First;
    }

    private static void Add(List<NamedSpan> names, Token[] tokens, int first, int end, NameKind kind)
    {
        while (first < end && tokens[first].Upos is Upos.Punct or Upos.Cconj) first++;
        while (end > first && tokens[end - 1].Upos is Upos.Punct or Upos.Adp or Upos.Det or Upos.Cconj or Upos.Part && tokens[end - 1].Form is not (")" or "\"" or "”")) end--;
        if (first >= end) return;
        int before = names.Count == 0 ? 0 : names[^1].End;
        if (first - 1 >= before && IsHyphenated(tokens, first - 1))
        {
            // One name in two pieces, "Abu-Bakr", or an Arabic article that was left out, "al-Bashir".
            bool article = tokens[first - 2].Form.ToLowerInvariant() is "al" or "el";
            if (names.Count > 0 && before == first - 1 && (names[^1].Kind == kind || article))
            {
                names[^1] = new NamedSpan(names[^1].First, end, kind);
                return;
            }
            if (article && first - 2 >= before) first -= 2;
        }
        names.Add(new NamedSpan(first, end, kind));
    }

    /// <summary>True when the token is a hyphen with words close on both sides.</summary>
    private static bool IsHyphenated(Token[] tokens, int at) =>
        at > 0 && at + 1 < tokens.Length && tokens[at].Form == "-" && tokens[at - 1].End == tokens[at].Start && tokens[at].End == tokens[at + 1].Start;

    /// <summary>A body's name takes in the capitals that modify it and the numbers at its ends: "7th Infantry Brigade", "Task Force 12".</summary>
    private static void Widen(List<NamedSpan> names, Token[] tokens, int at)
    {
        (int first, int end, _) = names[at];
        int floor = at == 0 ? 0 : names[at - 1].Kind is NameKind.Group or NameKind.Location or NameKind.Organisation ? names[at - 1].First : names[at - 1].End;
        while (first > floor && IsModifierOf(tokens, first - 1, first, end) && char.IsUpper(tokens[first - 1].Form[0]) && tokens[first - 1].Upos is Upos.Propn or Upos.Adj) first--;
        if (first > floor && IsOrdinal(tokens[first - 1].Form) && tokens[first - 1].Head >= first && tokens[first - 1].Head < end) first--;
        if (end < tokens.Length && tokens[end].Penn == "CD" && tokens[end].Head >= first && tokens[end].Head < end) end++;
        if (at > 0 && names[at - 1].End > first) names[at - 1] = names[at - 1] with { End = Math.Max(first, names[at - 1].First) };
        names[at] = new NamedSpan(first, end, NameKind.Organisation);
    }

    private static bool IsModifierOf(Token[] tokens, int token, int first, int end) =>
        tokens[token].Head >= first && tokens[token].Head < end && tokens[token].Relation is "compound" or "amod" or "nmod" or "nmod:desc" or "nmod:unmarked";

    private static bool IsOrdinal(string form) => char.IsAsciiDigit(form[0]) && form.Length > 2 && form[^2..] is "st" or "nd" or "rd" or "th";
}
