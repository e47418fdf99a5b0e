using System.Security.Cryptography;
using System.Text;

namespace Sitrep.Model.Text;

/// <summary>Short ids made from content, so that the same input has the same ids in every run and on every machine.</summary>
public static class StableId
{
    /// <summary>Hex digits after the prefix: 40 bits, so among 100,000 ids of a kind two are equal with a chance of 0.5 %.</summary>
    private const int Digits = 10;

    /// <summary>Bytes that are hashed where they lie: most parts are shorter.</summary>
    private const int ShortBytes = 512;

    /// <summary>An id: <paramref name="prefix"/> and ten hex digits of the SHA-256 of the parts.</summary>
    /// <param name="prefix">One letter that says what is named: r report, c claim, e event, f figure, a actor, p place, d dispatch.</param>
    /// <param name="parts">What makes the thing this thing; joined by U+001F.</param>
    public static string Of(char prefix, params ReadOnlySpan<string> parts)
    {
        string joined = parts.Length == 1 ? parts[0] : string.Join('\u001F', parts!);
        int longest = Encoding.UTF8.GetMaxByteCount(joined.Length);
        Span<byte> bytes = longest <= ShortBytes ? stackalloc byte[ShortBytes] : new byte[longest], hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..Encoding.UTF8.GetBytes(joined, bytes)], hash);
        Span<char> id = stackalloc char[1 + Digits];
        id[0] = prefix;
        Convert.TryToHexStringLower(hash[..(Digits / 2)], id[1..], out _);
        return new string(id);
    }
}
