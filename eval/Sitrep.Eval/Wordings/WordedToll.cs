using System.Globalization;
using Sitrep.Model.Record;

namespace Sitrep.Eval.Wordings;

/// <summary>A sentence on how many were killed, hurt or driven out, and what must come out of it.</summary>
/// <param name="Source">Who tells it, as written; null when the report does.</param>
internal sealed record WordedToll(string Text, WordedCount[] Counts, string Place, string? Source);

/// <summary>One count of a <see cref="WordedToll"/>.</summary>
/// <param name="Least">Null when open.</param>
/// <param name="Most">Null when open.</param>
/// <param name="Who">Who was counted, as written; null when the words do not say.</param>
internal sealed record WordedCount(Measure Measure, long? Least, long? Most, string? Who)
{
    /// <summary>True for the same number with the same end open: "more than 200" is 200 or 201 and more.</summary>
    public bool Is(Figure quantity) =>
        Least == Most ? (quantity.Best ?? quantity.Low) == Least && (quantity.Best ?? quantity.High) == Most
        : Near(quantity.Low, Least) && (quantity.High == Most || Most is null && quantity.High == quantity.Best);

    private static bool Near(long? read, long? written) => read == written || read == written + 1;

    public static (long? Least, long? Most) Range(string words) => words.Split('|') is [var least, var most] ? (Number(least), Number(most)) : throw new InvalidDataException($"'{words}' is no range.");

    private static long? Number(string words) => words.Length == 0 ? null : long.Parse(words, CultureInfo.InvariantCulture);
}
