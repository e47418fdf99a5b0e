using System.Collections.Frozen;
using Sitrep.Language.Learning;

namespace Sitrep.Language.Tagging;

/// <summary>The roles of the words before a place, as far back as the clause may reach: runs of one role count once.</summary>
/// <param name="Path">The last six roles.</param>
/// <param name="ShortPath">The last three.</param>
/// <param name="HasFinite">1 when a finite verb stands anywhere in reach, 2 when only before a clause opener or as a verb of saying.</param>
internal readonly record struct ClauseSoFar(uint Path, uint ShortPath, uint HasFinite)
{
    private const int Reach = 18, Longest = 6, Short = 3;

    private static readonly FrozenSet<uint> SayingVerbs =
        "said says say claimed claims reported reports announced announces believe believed believes think thought thinks know knew knows hope hoped hopes insisted alleged argued estimated warned means fear feared suggests showed shows confirmed denied acknowledged admitted stated noted told"
            .Split(' ').Select(word => Hashing.Word(word, lower: true)).ToFrozenSet();

    public static ClauseSoFar Before(TagSet tags, ReadOnlySpan<WordTraits> words, ReadOnlySpan<int> classes, int i)
    {
        uint path = 0, shortPath = 0, hasFinite = 0;
        int length = 0;
        bool opened = false;
        ClauseRole last = ClauseRole.None;
        int k = i - 1;
        for (int least = Math.Max(0, i - Reach); k >= least && length < Longest; k--)
        {
            ClauseRole role = tags.Roles[classes[k]];
            if (role == ClauseRole.Finite && SayingVerbs.Contains(words[k].Lower)) role = ClauseRole.Saying;
            if (role == ClauseRole.None || role == last) continue;
            last = role;
            path = (path * 16) + (uint)role;
            length++;
            if (length == Short) shortPath = path;
            if (role is ClauseRole.Opener or ClauseRole.Saying) opened = true;
            if (role is ClauseRole.Saying or ClauseRole.Finite or ClauseRole.FiniteAuxiliary && hasFinite == 0) hasFinite = opened ? 2u : 1u;
        }
        // Where the sentence begins inside the path is itself a sign.
        if (k < 0) path = (path * 16) + 15;
        if (length < Short) shortPath = path;
        return new ClauseSoFar(path, shortPath, hasFinite);
    }
}

/// <summary>The same to the right, up to the end of the clause.</summary>
/// <param name="Path">The next five roles.</param>
/// <param name="ShortPath">The next two.</param>
/// <param name="HasFinite">1 when a finite verb comes, 2 when only behind a clause opener.</param>
internal readonly record struct ClauseAhead(uint Path, uint ShortPath, uint HasFinite)
{
    private const int Reach = 18, Longest = 5, Short = 2;

    public static ClauseAhead After(TagSet tags, ReadOnlySpan<int> classes, int i)
    {
        uint path = 0, shortPath = 0, hasFinite = 0;
        int length = 0;
        bool opened = false;
        ClauseRole last = ClauseRole.None;
        int k = i + 1;
        for (int end = Math.Min(classes.Length, i + Reach); k < end; k++)
        {
            ClauseRole role = tags.Roles[classes[k]];
            if (role == ClauseRole.Opener) opened = true;
            if (role is ClauseRole.Finite or ClauseRole.FiniteAuxiliary && hasFinite == 0) hasFinite = opened ? 2u : 1u;
            if (role == ClauseRole.None || role == last || length == Longest) continue;
            last = role;
            path = (path * 16) + (uint)role;
            length++;
            if (length == Short) shortPath = path;
        }
        if (k == classes.Length && length < Longest) path = (path * 16) + 15;
        if (length < Short) shortPath = path;
        return new ClauseAhead(path, shortPath, hasFinite);
    }
}
