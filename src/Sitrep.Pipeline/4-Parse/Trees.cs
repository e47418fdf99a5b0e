using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>What the repairs ask of a tree.</summary>
internal static class Trees
{
    /// <summary>True when <paramref name="at"/> is <paramref name="above"/> or hangs below it: hanging the latter on the former would close a circle.</summary>
    public static bool IsUnder(Token[] tokens, int at, int above)
    {
        for (int steps = 0; at >= 0 && steps <= tokens.Length; at = tokens[at].Head, steps++) if (at == above) return true;
        return false;
    }

    /// <summary>True when a token hangs on <paramref name="head"/> by exactly this relation.</summary>
    public static bool Has(Token[] tokens, int head, string relation)
    {
        foreach (ref readonly Token token in tokens.AsSpan()) if (token.Head == head && token.Relation == relation) return true;
        return false;
    }

    /// <summary>True when <paramref name="verb"/> has a subject of any kind: "nsubj", "nsubj:pass", "nsubj:outer".</summary>
    public static bool HasSubject(Token[] tokens, int verb) => SubjectOf(tokens, verb) >= 0;

    /// <summary>The first subject of <paramref name="verb"/>, of any kind; -1 when it has none.</summary>
    public static int SubjectOf(Token[] tokens, int verb)
    {
        for (int at = 0; at < tokens.Length; at++) if (tokens[at].Head == verb && tokens[at].Relation.StartsWith("nsubj", StringComparison.Ordinal)) return at;
        return -1;
    }

    /// <summary>True when a mark, a conjunction or another clause's auxiliary parts the two: they stand in no one clause.</summary>
    public static bool HasBreak(Token[] tokens, int from, int to)
    {
        for (int at = from + 1; at < to; at++) if (tokens[at].Upos is Upos.Punct or Upos.Cconj || tokens[at].Upos == Upos.Aux && !(tokens[at].Head == to && tokens[at] is { Lemma: "have" } || IsUnder(tokens, at, from))) return true;
        return false;
    }

    /// <summary>True when every token hangs, over however many others, on one that hangs on none.</summary>
    public static bool IsTree(Token[] tokens)
    {
        // Each token is walked over once: 0 unseen, 1 on this way up, 2 known to end.
        Span<byte> seen = tokens.Length <= 512 ? stackalloc byte[tokens.Length] : new byte[tokens.Length];
        seen.Clear();
        for (int start = 0; start < tokens.Length; start++)
        {
            int at = start;
            for (; at >= 0 && seen[at] == 0; at = tokens[at].Head) seen[at] = 1;
            if (at >= 0 && seen[at] == 1) return false;
            for (at = start; at >= 0 && seen[at] == 1; at = tokens[at].Head) seen[at] = 2;
        }
        return true;
    }
}
