using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Data;

/// <summary>One row of <c>data/actors.tsv</c>.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code; empty when none.</param>
/// <param name="Side">Whom it speaks for; empty when it stands alone.</param>
public sealed record KnownActor(string Name, ActorKind Kind, string Country, string Side, string MemberOf, ImmutableArray<string> Aliases);

/// <summary>Actors of the world that news name often, by any of their names.</summary>
public sealed class KnownActors
{
    /// <summary>Longest name in words; bounds the search in a sentence.</summary>
    public int LongestWords { get; }

    private readonly Dictionary<string, List<KnownActor>> _byKey = new(StringComparer.Ordinal);
    private readonly string[] _sortedKeys;

    private KnownActors(ImmutableArray<KnownActor> actors)
    {
        foreach (KnownActor actor in actors)
        {
            // A newsroom that the list of actors has already (a monitor, a party's channel) is that actor, with what is said of it there.
            if (actor.Kind == ActorKind.Media && actor.Aliases.Prepend(actor.Name).Any(IsListed)) continue;
            foreach (string name in actor.Aliases.Prepend(actor.Name))
            {
                string key = Key(name);
                if (!_byKey.TryGetValue(key, out List<KnownActor>? list)) _byKey.Add(key, list = []);
                if (!list.Contains(actor)) list.Add(actor);
                LongestWords = Math.Max(LongestWords, key.Count(c => c == ' ') + 1);
            }
        }
        _sortedKeys = [.. _byKey.Keys.Order(StringComparer.Ordinal)];
    }

    public static KnownActors Load(DataFolder data) => new(
        [.. data.Rows("actors.tsv", "name", "kind", "country", "side", "member_of", "aliases").Select(row => new KnownActor(
            row[0], Enum.Parse<ActorKind>(row[1].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), row[2], row[3], row[4],
            [.. row[5].Split('|', StringSplitOptions.RemoveEmptyEntries)])),
        .. data.Rows("newsrooms.tsv", "name", "kind", "country", "aliases", "domains").Select(row => new KnownActor(
            row[0], ActorKind.Media, row[2], row[1] == "state-media" ? row[2] : "", "", [.. row[3].Split('|', StringSplitOptions.RemoveEmptyEntries)]))]);

    private bool IsListed(string name) => _byKey.TryGetValue(Key(name), out List<KnownActor>? same) && same.Any(other => other.Kind is ActorKind.Monitor or ActorKind.Media or ActorKind.Intergovernmental or ActorKind.Ngo);

    /// <summary>Actors with this name, in file order; empty when there is none.</summary>
    public IReadOnlyList<KnownActor> Find(string name) => _byKey.TryGetValue(Key(name), out List<KnownActor>? list) || IsShouted(name) && _byKey.TryGetValue(name.ToLowerInvariant(), out list) ? list : [];

    /// <summary>False when no name begins with the word: most capitals in a text need no further look.</summary>
    public bool MayBegin(string word)
    {
        if (word.Equals("the", StringComparison.OrdinalIgnoreCase)) return true;
        string key = Key(word), lower = key.ToLowerInvariant();
        return Begins(key) || key != lower && Begins(lower);

        bool Begins(string start)
        {
            int at = Array.BinarySearch(_sortedKeys, start, StringComparer.Ordinal);
            return at >= 0 || ~at < _sortedKeys.Length && _sortedKeys[~at].StartsWith(start, StringComparison.Ordinal);
        }
    }

    // "DAESH" is Daesh; of two or three capitals ("IS", "AL") too many words are made.
    private static bool IsShouted(string name) => name.Length is 4 or 5 && name.All(char.IsAsciiLetterUpper);

    /// <summary>Case, hyphens, apostrophes, accents, spelling and "Forces" for "Force" do not tell names apart; short names in capitals keep their case, so that "IS" is not "is".</summary>
    private static string Key(string name)
    {
        string trimmed = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        if (trimmed.Length <= 5 && trimmed.All(c => !char.IsLower(c))) return trimmed;
        var key = new System.Text.StringBuilder(trimmed.Length);
        foreach (char c in trimmed.Normalize(System.Text.NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’' or '‘' or '.') continue;
            key.Append(c is '-' or '–' ? ' ' : char.ToLowerInvariant(c));
        }
        return key.Replace("isation", "ization").Replace("organis", "organiz").Replace("mobilis", "mobiliz").Replace("defence", "defense").Replace("programme", "program").Replace("centre", "center").Replace("labour", "labor").Replace("forces", "force").ToString();
    }
}
