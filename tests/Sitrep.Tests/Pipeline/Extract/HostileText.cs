using FsCheck;
using FsCheck.Fluent;

namespace Sitrep.Tests.Pipeline.Extract;

/// <summary>Texts put together from words that grammars of dates and numbers react to, in no order that makes sense.</summary>
internal static class HostileText
{
    private static readonly string[] Scraps =
    [
        "May", "November", "Nov", ".", ",", "9", "31", "2017", "1,200", "2.5", "million", "at", "least", "between", "and", "from", "to", "-", "–", "since", "Thursday", "last", "this",
        "week", "days", "three", "a", "few", "ago", "early", "the", "of", "hundreds", "dozens", "one", "half", "hundred", "$", "%", "km", ":", "/", "04:17", "a.m.", "(", ")", "'s", "+",
        "tens of thousands", "or", "more", "year-old", "no", "99999999999999999999", "0", "00", "é", "\ud83d\ude00", "\ud83d", "\u200b", "1990s", "overnight", "end", "twenty", "Group of",
    ];

    public static Arbitrary<string> Arbitrary { get; } = (
        from words in Gen.Elements(Scraps).ArrayOf()
        from separators in Gen.Elements("", " ", " ", "\n").ArrayOf(words.Length)
        select string.Concat(words.Zip(separators, (word, separator) => word + separator))).ToArbitrary();
}
