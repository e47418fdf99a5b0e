using Sitrep.Language.Learning;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Names;

/// <summary>What the lists behind the model know of a word or a phrase. Hints, among other features.</summary>
[Flags]
internal enum NameHints : ushort
{
    None = 0,
    Country = 1,
    City = 2,
    /// <summary>A smaller town.</summary>
    Town = 4,
    /// <summary>A province, sea, river, range or part of the world.</summary>
    Region = 8,
    /// <summary>Word for a people: "Kenyan".</summary>
    People = 16,
    GivenName = 32,
    FamilyName = 64,
    /// <summary>The name of a known body: an army, a party, an agency, an outlet.</summary>
    Body = 128,
    /// <summary>A word that names of bodies end in: "Ministry".</summary>
    BodyWord = 256,
    Title = 512,
    /// <summary>A word that names of places end or begin in: "River".</summary>
    FeatureWord = 1024,
}

/// <summary>Names of the world, by hash: countries, towns, given names, bodies. Stands in the model, whose weights depend on it.</summary>
internal sealed class NameBook
{
    /// <summary>Longest phrase looked up, in tokens.</summary>
    public const int LongestPhrase = 6;

    private readonly uint[] _sorted;
    private readonly ushort[] _values;
    private readonly uint[] _keys;      // open addressing; 0 means free
    private readonly ushort[] _hints;

    /// <param name="keys">Ascending, none 0.</param>
    /// <param name="values">Hints of each key.</param>
    public NameBook(uint[] keys, ushort[] values)
    {
        (_sorted, _values) = (keys, values);
        int size = 1024;
        while (size < keys.Length * 3L) size *= 2;
        (_keys, _hints) = (new uint[size], new ushort[size]);
        for (int i = 0; i < keys.Length; i++)
        {
            int slot = SlotOf(keys[i]);
            (_keys[slot], _hints[slot]) = (keys[i], values[i]);
        }
    }

    /// <summary>Key of a phrase as it grows by one word; start with 0.</summary>
    public static uint Grow(uint phrase, uint lower) => Hashing.Mix(300, phrase, lower) | 1;

    /// <summary>Key of a name that counts only in capitals: "WHO" is a body, "who" is not.</summary>
    public static uint Acronym(uint form) => Hashing.Mix(301, form) | 1;

    /// <summary>Writes what is known of each word by itself, and of the longest listed phrase that it stands in.</summary>
    /// <param name="phrases">Hints of the phrase, with the place in it (1 first, 2 between, 3 last) above 16 bits.</param>
    public void Mark(ReadOnlySpan<WordTraits> words, Span<uint> single, Span<uint> phrases)
    {
        phrases.Clear();
        int covered = 0;
        for (int i = 0; i < words.Length; i++)
        {
            bool capital = IsCapitalised(words[i]);
            single[i] = (uint)(Of(Grow(0, words[i].Lower)) | (capital ? Of(Acronym(words[i].Form)) : 0));
            if (!capital || i < covered) continue;
            uint key = Grow(0, words[i].Lower);
            for (int k = i + 1, end = Math.Min(words.Length, i + LongestPhrase); k < end; k++)
            {
                key = Grow(key, words[k].Lower);
                if (!IsCapitalised(words[k])) continue;
                NameHints hints = Of(key);
                if (hints == NameHints.None) continue;
                for (int at = i; at <= k; at++) phrases[at] = (uint)hints | (at == i ? 1u << 16 : at == k ? 3u << 16 : 2u << 16);
                covered = k + 1;
            }
        }
    }

    /// <summary>Hints of single words with a capital.</summary>
    public uint[] MarkForms(string text, ReadOnlySpan<RawToken> tokens)
    {
        uint[] hints = new uint[tokens.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            if (char.IsUpper(text[tokens[i].Start])) hints[i] = (uint)Of(Grow(0, Hashing.Word(text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start), lower: true)));
        }
        return hints;
    }

    private static bool IsCapitalised(WordTraits word) => word.Form != word.Lower;

    private NameHints Of(uint key) => (NameHints)_hints[SlotOf(key)];

    private int SlotOf(uint key)
    {
        int mask = _keys.Length - 1, slot = (int)(key & (uint)mask);
        while (_keys[slot] != key && _keys[slot] != 0) slot = (slot + 1) & mask;
        return slot;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_sorted.Length);
        uint last = 0;
        foreach (uint key in _sorted)
        {
            writer.Write7BitEncodedInt64(key - last);
            last = key;
        }
        foreach (ushort hints in _values) writer.Write(hints);
    }

    public static NameBook Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > 1_000_000) throw new InvalidDataException("The list of names has an impossible length.");
        uint[] keys = new uint[count];
        ushort[] values = new ushort[count];
        uint last = 0;
        for (int i = 0; i < count; i++)
        {
            uint key = checked(last + (uint)reader.Read7BitEncodedInt64());
            if (key == last) throw new InvalidDataException("The list of names is out of order.");
            keys[i] = last = key;
        }
        for (int i = 0; i < count; i++) values[i] = reader.ReadUInt16();
        return new NameBook(keys, values);
    }
}
