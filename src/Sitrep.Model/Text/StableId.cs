using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sitrep.Model.Text;

/// <summary>Short ids made from content, so that the same input has the same ids in every run and on every machine.</summary>
public static class StableId
{
    /// <summary>Hex digits after the prefix: 40 bits, so among 100,000 ids of a kind two are equal with a chance of 0.5 %.</summary>
    private const int Digits = 10;

    /// <summary>An id: <paramref name="prefix"/> and ten hex digits of the SHA-256 of the parts.</summary>
    /// <param name="prefix">One letter that says what is named: r report, c claim, e event, f figure, a actor, p place, d dispatch.</param>
    /// <param name="parts">What makes the thing this thing; joined by U+001F.</param>
    public static string Of(char prefix, params ReadOnlySpan<string> parts)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001F', parts!)));
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}{Convert.ToHexStringLower(hash.AsSpan(0, Digits / 2))}");
    }
}
