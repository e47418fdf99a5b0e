using Sitrep.Language.Tokens;

namespace Sitrep.Language.Learning;

/// <summary>The hash that names features. Ours, not the runtime's: models on disk depend on it.</summary>
internal static class Hashing
{
    private const uint Offset = 2166136261, Prime = 16777619;   // FNV-1a, 32 bits

    /// <summary>Hash of a word with quotes and dashes made plain.</summary>
    public static uint Word(ReadOnlySpan<char> word, bool lower)
    {
        uint hash = Offset;
        unchecked
        {
            foreach (char c in word)
            {
                char plain = Characters.Plain(c);
                hash = (hash ^ (lower ? char.ToLowerInvariant(plain) : plain)) * Prime;
            }
        }
        return hash;
    }

    /// <summary>A feature: which template, and the values it joins.</summary>
    public static uint Mix(uint template, uint a, uint b = 0, uint c = 0)
    {
        unchecked
        {
            uint hash = (template + 1) * 0x9E3779B1;
            hash = (hash ^ a) * 0x85EBCA6B;
            hash ^= hash >> 15;
            hash = (hash ^ (b + 0x7F4A7C15)) * 0xC2B2AE35;
            hash ^= hash >> 13;
            hash = (hash ^ (c + 0x165667B1)) * 0x27D4EB2F;
            return hash ^ (hash >> 16);
        }
    }
}
