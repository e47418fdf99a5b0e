namespace Sitrep.Language.Learning;

/// <summary>Trained weights: for each feature hash, the few classes it speaks for or against.</summary>
/// <remarks>On disk a weight is one signed byte, the root of its size: a few weights are fifty times as large as the middle one,
/// and even steps either clip those (UAS falls by 5) or lose the small ones.</remarks>
internal sealed class SparseModel : LinearScorer
{
    /// <param name="Key">Hash of the feature; 0 means free (the hash 0 is stored as 1).</param>
    /// <param name="Row">Where its row begins.</param>
    private record struct Slot(uint Key, int Row);

    private readonly Slot[] _slots;     // open addressing; key and row side by side, for one miss of the cache is dear enough
    private readonly int[] _cells;      // per row: count, then class in the high half and weight in the low
    private readonly int _mask;

    private SparseModel(Slot[] slots, int[] cells) => (_slots, _cells, _mask) = (slots, cells, slots.Length - 1);

    public override void AddScores(ReadOnlySpan<uint> features, Span<int> scores)
    {
        // First all slots, then all rows: the processor waits for many of them at once.
        Span<int> found = stackalloc int[features.Length];
        int count = 0;
        foreach (uint feature in features)
        {
            uint key = feature == 0 ? 1 : feature;
            int slot = (int)(key & (uint)_mask);
            while (_slots[slot].Key != key && _slots[slot].Key != 0) slot = (slot + 1) & _mask;
            if (_slots[slot].Key != 0) found[count++] = _slots[slot].Row;
        }
        foreach (int row in found[..count])
        {
            foreach (int cell in _cells.AsSpan(row + 1, _cells[row])) scores[cell >> 16] += unchecked((short)cell);
        }
    }

    /// <summary>Writes rows in ascending order of their hash.</summary>
    public static void Write(BinaryWriter writer, IReadOnlyList<(uint Key, (byte Class, sbyte Weight)[] Cells)> rows)
    {
        writer.Write(rows.Count);
        writer.Write(rows.Sum(row => row.Cells.Length));
        uint last = 0;
        foreach ((uint key, _) in rows)
        {
            writer.Write7BitEncodedInt64(key - last);
            last = key;
        }
        // One stream per kind of value: the compressor sees like beside like.
        foreach ((_, (byte Class, sbyte Weight)[] cells) in rows) writer.Write((byte)cells.Length);
        foreach ((_, (byte Class, sbyte Weight)[] cells) in rows) foreach ((byte c, _) in cells) writer.Write(c);
        foreach ((_, (byte Class, sbyte Weight)[] cells) in rows) foreach ((_, sbyte w) in cells) writer.Write(w);
    }

    public static SparseModel Read(BinaryReader reader, int classes)
    {
        int count = reader.ReadInt32(), cellCount = reader.ReadInt32();
        if (count < 0 || cellCount < count) throw new InvalidDataException("The row counts of the model are impossible.");
        int size = 1024;
        while (size < count * 2L) size *= 2;
        var table = new Slot[size];
        int[] slots = new int[count];
        int[] cells = new int[count + cellCount];
        uint last = 0;
        for (int i = 0; i < count; i++)
        {
            last = checked(last + (uint)reader.Read7BitEncodedInt64());
            uint key = last == 0 ? 1 : last;
            int slot = (int)(key & (uint)(size - 1));
            while (table[slot].Key != 0) slot = (slot + 1) & (size - 1);
            table[slot].Key = key;
            slots[i] = slot;
        }
        byte[] lengths = reader.ReadBytes(count);
        byte[] classOf = reader.ReadBytes(cellCount), weightOf = reader.ReadBytes(cellCount);
        if (weightOf.Length != cellCount) throw new InvalidDataException("The model ends early.");
        int at = 0, source = 0;
        for (int i = 0; i < count; i++)
        {
            table[slots[i]].Row = at;
            cells[at++] = lengths[i];
            for (int k = 0; k < lengths[i]; k++, source++)
            {
                if (classOf[source] >= classes) throw new InvalidDataException("The model names a class that it does not have.");
                int root = unchecked((sbyte)weightOf[source]);
                cells[at++] = (classOf[source] << 16) | unchecked((ushort)(root * Math.Abs(root)));
            }
        }
        return new SparseModel(table, cells);
    }
}
