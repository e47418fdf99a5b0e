using System.Globalization;
using System.Text;
using Sitrep.Model.World;

namespace Sitrep.Cli.Rendering;

/// <summary>Values of the record in words.</summary>
internal static class Wording
{
    /// <summary>An enum value as the record writes it: <c>SingleSource</c> is "single-source".</summary>
    public static string Of<T>(T value) where T : struct, Enum
    {
        var words = new StringBuilder();
        foreach (char c in value.ToString())
        {
            if (char.IsAsciiLetterUpper(c) && words.Length > 0) words.Append('-');
            words.Append(char.ToLowerInvariant(c));
        }
        return words.ToString();
    }

    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";

    public static string Of(Interval? when)
    {
        if (when is null) return "no date";
        string span = when.Precision switch
        {
            TimePrecision.Month => when.Start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            TimePrecision.Year when when.Start.Year == when.End.Year => when.Start.ToString("yyyy", CultureInfo.InvariantCulture),
            _ when when.Start == when.End => Of(when.Start),
            _ => $"{Of(when.Start)} to {Of(when.End)}",
        };
        return when.Precision == TimePrecision.Unknown ? $"about {span}" : span;
    }

    public static string Count(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";

    public static string Number(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "?";
}
