using Sitrep.Language.Tokens;

namespace Sitrep.Pipeline.Parse;

/// <summary>What a repair asks before it hangs one token on another.</summary>
internal static class Trees
{
    /// <summary>True when <paramref name="at"/> is <paramref name="above"/> or hangs below it: hanging the latter on the former would close a circle.</summary>
    public static bool IsUnder(Token[] tokens, int at, int above)
    {
        for (int steps = 0; at >= 0 && steps <= tokens.Length; at = tokens[at].Head, steps++) if (at == above) return true;
        return false;
    }
}
