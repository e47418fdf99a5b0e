using System.Collections.Frozen;

namespace Sitrep.Language.Mentions;

/// <summary>Words before a noun that decide how far a mention reaches.</summary>
internal static class Determiners
{
    private static readonly FrozenSet<string> Distributive = Set("each every no any another which what whatever either neither some both such");
    private static readonly FrozenSet<string> Directions =
        Set("north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern southeastern southwestern central upper lower greater mainland inner outer downtown rural");

    /// <summary>True for a word that picks nobody in particular, and so is no part of who is meant: "each unit".</summary>
    public static bool Distribute(string word) => Distributive.Contains(word);

    /// <summary>True for a word that cuts a part out of a named place: "northern Mali".</summary>
    public static bool Direct(string word) => Directions.Contains(word);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
