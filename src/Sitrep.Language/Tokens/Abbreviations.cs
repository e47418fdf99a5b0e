using System.Collections.Frozen;

namespace Sitrep.Language.Tokens;

/// <summary>English abbreviations that keep their full stop.</summary>
internal static class Abbreviations
{
    // A sentence hardly ever ends in these: a name or a number follows.
    private static readonly FrozenSet<string> Leading = Set("""
        mr mrs ms messrs mme mlle dr prof rev fr hon pres gov sen rep reps sens gen lt col maj capt cmdr cpl sgt pvt adm brig cmdr supt insp det
        st ste mt ft jan feb mar apr jun jul aug sept sep oct nov dec no nos vs fig figs vol vols pp ch sec art cf approx est ca al e.g i.e eg ie viz
        mon tue tues wed thu thur thurs fri sat sun amb atty asst assoc dep dir min op
        """);

    // These end a sentence when a capital that is not part of a name follows.
    private static readonly FrozenSet<string> Trailing = Set("""
        jr sr inc corp co ltd llc plc bros dept univ govt etc esq ave blvd rd ph.d m.d b.a m.a d.c a.m p.m u.s u.n u.k e.u u.s.a u.s.s.r a.k.a
        lb lbs oz ft hr hrs mins secs yr yrs km sq tel ext rev. ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss
        mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo ont que alta sask
        """);

    // Ordinary words when they stand at the end of a sentence: abbreviations only before a number or a capital.
    private static readonly FrozenSet<string> AlsoWords = Set("no nos mar sat sun art min op fig figs col det dep est al miss mass ill ore wash la pa del ind mo sec co hon gen ext fr ark art penn ca ch wed mon dir ala");

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when the full stop after <paramref name="word"/> (given without it) belongs to the word.</summary>
    /// <param name="followedByNameOrNumber">The next visible character, after white space, is a capital or a digit.</param>
    public static bool KeepsStop(ReadOnlySpan<char> word, bool followedByNameOrNumber)
    {
        if (word.Length is 0 or > 8) return false;
        if (word.Length == 1) return char.IsUpper(word[0]) && word[0] != 'I';
        if (Contains(AlsoWords, word)) return followedByNameOrNumber && (char.IsUpper(word[0]) || word.Length <= 2);
        return Contains(Leading, word) || Contains(Trailing, word);
    }

    /// <summary>True when a sentence may end in this abbreviation (given with its full stop).</summary>
    public static bool MayEndSentence(ReadOnlySpan<char> token) =>
        token.Length > 2 && !Contains(Leading, token[..^1]);

    private static bool Contains(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
