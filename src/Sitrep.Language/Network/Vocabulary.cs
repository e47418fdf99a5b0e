using Sitrep.Language.Learning;

namespace Sitrep.Language.Network;

/// <summary>Words with a row of their own, by hash. Row 0 stands for all others.</summary>
internal sealed class Vocabulary
{
    private readonly uint[] _keys;      // open addressing; 0 means free
    private readonly int[] _rows;

    /// <param name="keys">Key of row 1, of row 2, ...</param>
    public Vocabulary(uint[] keys)
    {
        Keys = keys;
        int size = 1024;
        while (size < keys.Length * 3L) size *= 2;
        (_keys, _rows) = (new uint[size], new int[size]);
        for (int i = 0; i < keys.Length; i++)
        {
            int slot = SlotOf(keys[i]);
            (_keys[slot], _rows[slot]) = (keys[i], i + 1);
        }
    }

    public uint[] Keys { get; }

    /// <summary>Rows, with that of the unknown word.</summary>
    public int Count => Keys.Length + 1;

    /// <summary>Key of a word in its plain form (<see cref="WordRows.Plain"/>), never 0.</summary>
    public static uint Key(ReadOnlySpan<char> plain) => Hashing.Mix(7, Hashing.Word(plain, lower: false)) | 1;

    public int RowOf(uint key) => _rows[SlotOf(key)];

    private int SlotOf(uint key)
    {
        int mask = _keys.Length - 1, slot = (int)((key >> 1) & (uint)mask);
        while (_keys[slot] != key && _keys[slot] != 0) slot = (slot + 1) & mask;
        return slot;
    }
}
