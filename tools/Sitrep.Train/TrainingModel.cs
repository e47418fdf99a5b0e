using Sitrep.Language.Learning;

namespace Sitrep.Train;

/// <summary>An averaged perceptron (Freund and Schapire 1999, Collins 2002) over hashed features, rows kept sparse.</summary>
internal sealed class TrainingModel : LinearScorer
{
    /// <summary>What scoring reads; kept apart from the history, for training waits for memory.</summary>
    private struct Cell
    {
        public int Class, Weight;
    }

    private struct History
    {
        public long Total;
        public int Stamp;
    }

    private struct Row
    {
        public Cell[] Cells;
        public History[] Histories;
        public int Count;
    }

    private uint[] _keys = new uint[1 << 20];
    private int[] _slots = new int[1 << 20];
    private readonly List<Row> _rows = [];
    private int _now = 1;

    /// <summary>One more example seen: the clock of the average.</summary>
    public void Tick() => _now++;

    public override void AddScores(ReadOnlySpan<uint> features, Span<int> scores)
    {
        ReadOnlySpan<Row> rows = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows);
        Span<int> found = stackalloc int[features.Length];
        int count = 0;
        foreach (uint feature in features)
        {
            int slot = Slot(feature);
            if (_keys[slot] != 0) found[count++] = _slots[slot];
        }
        foreach (int index in found[..count])
        {
            ref readonly Row row = ref rows[index];
            foreach (Cell cell in row.Cells.AsSpan(0, row.Count)) scores[cell.Class] += cell.Weight;
        }
    }

    /// <summary>Moves the weights of <paramref name="features"/> towards one class and away from another.</summary>
    public void Update(ReadOnlySpan<uint> features, int right, int wrong)
    {
        foreach (uint feature in features)
        {
            int row = RowOf(feature);
            Add(row, right, 1);
            Add(row, wrong, -1);
        }
    }

    private void Add(int index, int label, int delta)
    {
        ref Row row = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_rows)[index];
        int i = 0;
        while (i < row.Count && row.Cells[i].Class != label) i++;
        if (i == row.Count)
        {
            if (i == row.Cells.Length)
            {
                Array.Resize(ref row.Cells, i * 2);
                Array.Resize(ref row.Histories, i * 2);
            }
            row.Cells[i].Class = label;
            row.Histories[i].Stamp = _now;
            row.Count++;
        }
        ref History history = ref row.Histories[i];
        history.Total += (long)row.Cells[i].Weight * (_now - history.Stamp);
        history.Stamp = _now;
        row.Cells[i].Weight += delta;
    }

    private int Slot(uint feature)
    {
        uint key = feature == 0 ? 1 : feature;
        int mask = _keys.Length - 1, slot = (int)(key & (uint)mask);
        while (_keys[slot] != key && _keys[slot] != 0) slot = (slot + 1) & mask;
        return slot;
    }

    private int RowOf(uint feature)
    {
        int slot = Slot(feature);
        if (_keys[slot] != 0) return _slots[slot];
        if (_rows.Count * 2 > _keys.Length)
        {
            Grow();
            slot = Slot(feature);
        }
        _keys[slot] = feature == 0 ? 1 : feature;
        _slots[slot] = _rows.Count;
        _rows.Add(new Row { Cells = new Cell[2], Histories = new History[2] });
        return _slots[slot];
    }

    private void Grow()
    {
        (uint[] keys, int[] slots) = (_keys, _slots);
        (_keys, _slots) = (new uint[keys.Length * 2], new int[keys.Length * 2]);
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0) continue;
            int slot = Slot(keys[i]);
            (_keys[slot], _slots[slot]) = (keys[i], slots[i]);
        }
    }

    /// <summary>Writes the averaged weights, the <paramref name="budget"/> largest of them, in one byte each.</summary>
    public void Write(BinaryWriter writer, int budget)
    {
        var averages = new List<(uint Key, byte Class, double Weight)>();
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] == 0) continue;
            Row row = _rows[_slots[i]];
            for (int k = 0; k < row.Count; k++)
            {
                Cell cell = row.Cells[k];
                History history = row.Histories[k];
                double average = (history.Total + ((double)cell.Weight * (_now - history.Stamp))) / _now;
                if (average != 0) averages.Add((_keys[i], (byte)cell.Class, average));
            }
        }
        double[] sizes = [.. averages.Select(a => Math.Abs(a.Weight)).OrderDescending()];
        double least = budget < sizes.Length ? sizes[budget] : 0;
        double largest = sizes.Length == 0 ? 1 : sizes[0];
        var rows = averages.Where(a => Math.Abs(a.Weight) >= least)
            .Select(a => (a.Key, a.Class, Weight: (sbyte)(Math.Sign(a.Weight) * Math.Round(127 * Math.Sqrt(Math.Abs(a.Weight) / largest)))))
            .Where(a => a.Weight != 0)
            .GroupBy(a => a.Key)
            .OrderBy(group => group.Key)
            .Select(group => (group.Key, group.OrderBy(a => a.Class).Select(a => (a.Class, a.Weight)).ToArray()))
            .ToList();
        SparseModel.Write(writer, rows);
    }

    /// <summary>The model as it will be read from disk.</summary>
    public SparseModel Freeze(int budget, int classes)
    {
        var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        Write(writer, budget);
        writer.Flush();
        bytes.Position = 0;
        return SparseModel.Read(new BinaryReader(bytes), classes);
    }
}
