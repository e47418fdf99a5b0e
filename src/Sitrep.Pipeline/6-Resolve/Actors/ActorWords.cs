using System.Collections.Frozen;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Resolve.Actors;

/// <summary>What the words around an actor's noun say: how it is called, whose it is, which one among others.</summary>
internal static class ActorWords
{
    private static readonly string[] Articles = ["the ", "a ", "an ", "The ", "A ", "An "];

    // Words before an office or a force that do not tell one from another.
    private static readonly FrozenSet<string> Bare = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "the", "a", "an", "one", "two", "three", "four", "five", "several", "some", "many", "any", "no", "other", "another", "more", "most", "same", "this", "that", "these", "those", "both", "such", "its", "their", "his", "her");

    private static bool IsBare(string word, WordSets sets) => Bare.Contains(word) || sets.Has(WordSet.TellsNobodyApart, word.ToLowerInvariant());

    /// <summary>The words without an article before them.</summary>
    public static string Display(ActorMention mention)
    {
        if (mention.Name is { } name) return name;
        foreach (string article in Articles) if (mention.Words.StartsWith(article, StringComparison.Ordinal)) return mention.Words[article.Length..];
        return mention.Words;
    }

    /// <summary>"its troops", "his fighters", "our forces": whose they are is said elsewhere.</summary>
    public static bool IsPossessed(ActorMention mention) => mention.Form == ActorForm.Common && First(mention.Words) is "its" or "their" or "his" or "her" or "our" or "my";

    /// <summary>"a local self-defence group": none of those told of before.</summary>
    public static bool IsOneOfMany(ActorMention mention) => mention.Form == ActorForm.Common && First(mention.Words) is "a" or "an" or "another";

    public static bool IsHis(ActorMention mention) => mention.Form == ActorForm.Common && First(mention.Words) is "his" or "her";

    public static bool IsSpeakers(ActorMention mention) => First(mention.Words) is "our" or "my";

    /// <summary>"defence ministry", "disaster agency": bodies of one state are told apart by the word before.</summary>
    public static string Called(ActorMention mention, WordSets sets)
    {
        string[] words = Words(Turned(mention.Words));
        int at = At(words, mention.Noun!);
        return at > 0 && char.IsLower(words[at - 1][0]) && !IsBare(words[at - 1], sets) && !IsApart(words[at - 1], sets) ? $"{words[at - 1].Replace("defense", "defence", StringComparison.Ordinal)} {mention.Noun}" : mention.Noun!;
    }

    /// <summary>"civil defence authorities", "the port authority": one agency, not the government; null when nothing before the noun tells which.</summary>
    /// <param name="tells">Words that tell an agency, from <c>data/agencies.tsv</c>.</param>
    public static string? Agency(ActorMention mention, IReadOnlySet<string> tells)
    {
        if (mention.Noun != "authority") return null;
        string[] words = mention.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int at = At(words, mention.Noun);
        string[] before = [.. words.Take(Math.Max(0, at)).Select(word => word.ToLowerInvariant()).SkipWhile(word => !tells.Contains(word))];
        return before.Length == 0 || !before.All(word => tells.Contains(word) || word is "and") ? null : string.Join(' ', before.Append("authorities")).Replace("defense", "defence", StringComparison.Ordinal);
    }

    /// <summary>The words before the noun that tell this one from others of its kind, in order; empty for "the source", "officials".</summary>
    public static string Described(ActorMention mention, WordSets sets)
    {
        string[] words = Words(mention.Words);
        int at = At(words, mention.Noun ?? "");
        return string.Join(' ', words.Take(Math.Max(0, at)).Where(word => !IsBare(word, sets) && !char.IsDigit(word[0])).Select(word => word.ToLowerInvariant()));
    }

    /// <summary>True for rivals, parts and levels of a state's power, and for more than one: "local authorities", "the self-proclaimed defence ministry", "many governments".</summary>
    public static bool IsApart(ActorMention mention, WordSets sets)
    {
        string[] words = Words(mention.Words);
        int at = At(words, mention.Noun ?? "");
        if (mention.Noun is not { } noun || noun != "council" && !sets.Has(WordSet.StateBody, noun)) return false;
        if (at >= 0 && mention.Noun == "government" && words[at].EndsWith('s') && !words[at].EndsWith("'s", StringComparison.Ordinal)) return true;
        return words.Take(Math.Max(0, at)).Any(word => IsApart(word, sets));
    }

    private static bool IsApart(string word, WordSets sets) => sets.Has(WordSet.ApartPower, word.ToLowerInvariant());

    /// <summary>"coalition forces", "the alliance's troops": of several states together.</summary>
    public static bool IsOfCoalition(ActorMention mention) => Words(mention.Words).Any(word => word.StartsWith("coalition", StringComparison.OrdinalIgnoreCase) || word is "alliance" or "alliance's" || word.StartsWith("multinational", StringComparison.OrdinalIgnoreCase));

    /// <summary>"police force" of "police force in the capital"; "interior ministry" of "ministry of interior".</summary>
    public static string BeforeComplement(string words)
    {
        words = Turned(words);
        int cut = words.Length;
        foreach (string preposition in (string[])[" of ", " in ", " for ", " at ", " from ", " with ", " to "])
        {
            int at = words.IndexOf(preposition, StringComparison.Ordinal);
            if (at > 0) cut = Math.Min(cut, at);
        }
        return words[..cut];
    }

    /// <summary>"interior ministry" of "Ministry of the Interior" and "the Interior Ministry"; null for a bare "ministry" and for what is none.</summary>
    /// <param name="isNation">True for words that say whose it is, and not what it is of.</param>
    public static string? Ministry(string words, Func<string, bool> isNation, WordSets sets)
    {
        string[] turned = [.. Turned(words).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        int at = Array.FindIndex(turned, word => word.Equals("ministry", StringComparison.OrdinalIgnoreCase));
        if (at < 1 || at != turned.Length - 1) return null;
        int first = at;
        while (first > 0 && !Bare.Contains(turned[first - 1]) && !IsApart(turned[first - 1], sets) && !isNation(turned[first - 1]) && turned[first - 1].All(c => char.IsLetter(c) || c is '-')) first--;
        if (first == at || at - first > MinistryWordsMax) return null;
        string of = string.Join(' ', turned[first..at]).ToLowerInvariant().Replace("defense", "defence", StringComparison.Ordinal);
        // "Ministry of Foreign Affairs", "of Internal Affairs"
        return $"{(of is "foreign affairs" ? "foreign" : of)} ministry";
    }

    /// <summary>Words of the longest task of a ministry ("trade and industry").</summary>
    private const int MinistryWordsMax = 4;

    // A ministry is told apart by what it is of.
    private static string Turned(string words)
    {
        const string Of = "ministry of ";
        int at = words.IndexOf(Of, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || at > 0 && words[at - 1] != ' ') return words;
        string rest = words[(at + Of.Length)..];
        if (rest.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) rest = rest[4..];
        return rest.Length == 0 ? words : $"{words[..at]}{rest.ToLowerInvariant()} {words.AsSpan(at, "ministry".Length)}";
    }

    /// <summary>"forces" → "force", "authorities" → "authority".</summary>
    public static string Single(string noun) =>
        noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y" : noun.Length > 3 && noun[^1] == 's' && noun[^2] != 's' ? noun[..^1] : noun;

    /// <summary>"citizen" → "citizens": a people is told of as several.</summary>
    public static string Several(string noun) =>
        noun.EndsWith("child", StringComparison.Ordinal) ? noun + "ren" : noun.EndsWith("man", StringComparison.Ordinal) ? noun[..^2] + "en" : noun.EndsWith("people", StringComparison.Ordinal) || noun.EndsWith('s') || noun.EndsWith("personnel", StringComparison.Ordinal) ? noun : noun + "s";

    private static string First(string words)
    {
        int space = words.IndexOf(' ', StringComparison.Ordinal);
        return (space < 0 ? words : words[..space]).ToLowerInvariant();
    }

    /// <summary>The words one by one; those joined by a hyphen are two.</summary>
    public static string[] Words(string words) => words.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);

    private static int At(string[] words, string noun) =>
        Array.FindIndex(words, word => word.StartsWith(noun, StringComparison.OrdinalIgnoreCase) || (noun.EndsWith('y') && word.StartsWith(noun[..^1], StringComparison.OrdinalIgnoreCase)));
}
