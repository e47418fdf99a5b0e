using System.IO.Compression;
using System.Text;

namespace Sitrep.Pipeline.Data.Places;

/// <summary>The gazetteer file in memory: columns of places, and a sorted, front-coded table from folded key to places.</summary>
/// <remarks>Written by <c>tools/Sitrep.DataTool</c>. After an uncompressed head (<see cref="PlaceTableFormat.Magic"/>, <see cref="PlaceKeys.Version"/>) one deflate
/// stream holds sections, each with its length in front (4 bytes, little-endian). Numbers are LEB128, signed ones zigzag, coordinates
/// ten-thousandths of a degree (11 m). The key of an entry is <see cref="PlaceKeys.Fold"/>; each posting tells which exact key it stands for, by a
/// 16-bit mark unless that is the key of the place's own name. Two spellings of one folded key share a mark once in 65,536 pairs; then a
/// folded match passes for an exact one.</remarks>
internal sealed class PlaceTable
{
    // 4 GB would not fit an array anyway; a broken file must not make us ask for it.
    private const int SectionMax = 64 * 1024 * 1024;

    private readonly byte[] _names, _keys, _postings;
    private readonly string[] _features, _countries;
    private readonly string[][] _admin1;
    private readonly byte[] _feature;
    private readonly short[] _country, _admin;
    private readonly int[] _id, _latitude, _longitude, _population, _nameAt, _keyBlockAt, _postingBlockAt;

    private PlaceTable(BinaryReader file)
    {
        _features = Strings(file);
        _countries = Strings(file);
        _admin1 = new string[_countries.Length][];
        for (int i = 0; i < _countries.Length; i++) _admin1[i] = Strings(file);
        Count = file.ReadInt32();
        if (Count is < 0 or > 5_000_000) throw new InvalidDataException($"{Count} places.");
        (_feature, _country, _admin) = (Section(file), new short[Count], new short[Count]);
        byte[] runs = Section(file);
        for (int at = 0, place = 0, country = 0; at < runs.Length; country++)
        {
            int run = Number(runs, ref at);
            _country.AsSpan(place, run).Fill((short)country);
            place += run;
        }
        int[] admin = Numbers(Section(file));
        for (int i = 0; i < Count; i++) _admin[i] = (short)admin[i];
        (_id, _latitude, _longitude) = (Deltas(Section(file)), Deltas(Section(file)), Deltas(Section(file)));
        _population = Numbers(Section(file));
        byte[] lengths = Section(file);
        _names = Section(file);
        _nameAt = new int[Count + 1];
        for (int i = 0; i < Count; i++) _nameAt[i + 1] = _nameAt[i] + lengths[i];
        (_keyBlockAt, _keys) = (Offsets(Section(file)), Section(file));
        (_postingBlockAt, _postings) = (Offsets(Section(file)), Section(file));
    }

    public int Count { get; }

    /// <exception cref="InvalidDataException">Not a gazetteer file of this version.</exception>
    public static PlaceTable Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (bytes.Length < 8 || BitConverter.ToUInt32(bytes) != PlaceTableFormat.Magic || BitConverter.ToInt32(bytes, 4) != PlaceKeys.Version)
            throw new InvalidDataException($"{path} is not a gazetteer of key version {PlaceKeys.Version}; rebuild it as data/gazetteer.md says.");
        using var plain = new DeflateStream(new MemoryStream(bytes, 8, bytes.Length - 8), CompressionMode.Decompress);
        using var file = new BinaryReader(plain);
        return new PlaceTable(file);
    }

    public GazetteerPlace this[int i]
    {
        get
        {
            string feature = _features[_feature[i]];
            int country = _country[i];
            return new GazetteerPlace(_id[i], NameOf(i), _latitude[i] / PlaceTableFormat.CoordinateScale, _longitude[i] / PlaceTableFormat.CoordinateScale, _countries[country],
                _admin1[country][_admin[i]], _population[i], ClassOf(feature), feature);
        }
    }

    /// <summary>True for the seat of a first-order division.</summary>
    public bool IsSeat(int i) => _features[_feature[i]] is "PPLA" or "PPLC";

    /// <summary>The largest population wins, then the smaller id, then the order of the file.</summary>
    public int Compare(int a, int b)
    {
        int order = _population[b].CompareTo(_population[a]);
        if (order == 0) order = _id[a].CompareTo(_id[b]);
        return order != 0 ? order : a.CompareTo(b);
    }

    /// <summary>People in the settlements of each country.</summary>
    public Dictionary<string, long> PeopleByCountry()
    {
        long[] people = new long[_countries.Length];
        bool[] settlement = [.. _features.Select(feature => ClassOf(feature) == PlaceClass.Settlement)];
        for (int i = 0; i < Count; i++) if (settlement[_feature[i]]) people[_country[i]] += _population[i];
        return Enumerable.Range(0, people.Length).ToDictionary(i => _countries[i], i => people[i], StringComparer.Ordinal);
    }

    /// <summary>Indices of the places with this name: those with the exact key, or all with the folded key when there are none.</summary>
    public (List<int> Places, bool Exact) Find(string name)
    {
        string exact = PlaceKeys.Exact(name);
        var exactHits = new List<int>();
        var foldHits = new List<int>();
        byte[] fold = Encoding.UTF8.GetBytes(PlaceTableFormat.FoldOrExact(name, exact));
        if (fold.Length == 0) return (exactHits, false);
        int block = LastBlockNotAfter(fold);
        if (block < 0) return (exactHits, false);
        int keyAt = _keyBlockAt[block], keyEnd = _keyBlockAt[block + 1], postingAt = _postingBlockAt[block];
        Span<byte> key = stackalloc byte[256];
        int length = 0;
        while (keyAt < keyEnd)
        {
            int shared = _keys[keyAt++], rest = _keys[keyAt++];
            if (shared > length || shared + rest > key.Length) throw new InvalidDataException("The gazetteer's key table is broken; rebuild it as data/gazetteer.md says.");
            _keys.AsSpan(keyAt, rest).CopyTo(key[shared..]);
            keyAt += rest;
            length = shared + rest;
            int order = key[..length].SequenceCompareTo(fold);
            if (order > 0) break;
            ReadPostings(ref postingAt, order == 0, exact, exactHits, foldHits);
            if (order == 0) break;
        }
        return exactHits.Count > 0 ? (Ordered(exactHits), true) : (Ordered(foldHits), false);
    }

    private void ReadPostings(ref int at, bool wanted, string exact, List<int> exactHits, List<int> foldHits)
    {
        ushort mark = PlaceTableFormat.Mark(exact);
        int count = Number(_postings, ref at), place = 0;
        for (int i = 0; i < count; i++)
        {
            int step = Number(_postings, ref at);
            place += step >> 1;
            bool isExact = false;
            if ((step & 1) == 0) isExact = wanted && PlaceKeys.Exact(NameOf(place)) == exact;
            else
            {
                isExact = wanted && BitConverter.ToUInt16(_postings, at) == mark;
                at += 2;
            }
            if (!wanted) continue;
            if (isExact && (exactHits.Count == 0 || exactHits[^1] != place)) exactHits.Add(place);
            if (foldHits.Count == 0 || foldHits[^1] != place) foldHits.Add(place);
        }
    }

    private int LastBlockNotAfter(ReadOnlySpan<byte> fold)
    {
        int low = 0, high = _keyBlockAt.Length - 2;
        while (low <= high)
        {
            int middle = low + (high - low) / 2, at = _keyBlockAt[middle];
            // The first key of a block shares nothing: [0, length, letters].
            if (_keys.AsSpan(at + 2, _keys[at + 1]).SequenceCompareTo(fold) <= 0) low = middle + 1;
            else high = middle - 1;
        }
        return high;
    }

    private List<int> Ordered(List<int> places)
    {
        places.Sort(Compare);
        return places;
    }

    private string NameOf(int i) => Encoding.UTF8.GetString(_names, _nameAt[i], _nameAt[i + 1] - _nameAt[i]);

    // Second-order divisions have no class of their own: an area that is neither a town nor a province.
    private static PlaceClass ClassOf(string feature) => feature switch { "ADM1" => PlaceClass.Admin1, "ADM2" => PlaceClass.Region, _ => PlaceClass.Settlement };

    private static byte[] Section(BinaryReader file)
    {
        int length = file.ReadInt32();
        if (length is < 0 or > SectionMax) throw new InvalidDataException($"A gazetteer section of {length} bytes.");
        byte[] section = new byte[length];
        file.BaseStream.ReadExactly(section);
        return section;
    }

    private static string[] Strings(BinaryReader file) => Encoding.UTF8.GetString(Section(file)).Split('\n');

    private static int Number(byte[] bytes, ref int at)
    {
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte b = bytes[at++];
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80) break;
        }
        return (int)value;
    }

    private int[] Numbers(byte[] section)
    {
        int[] numbers = new int[Count];
        for (int i = 0, at = 0; i < Count; i++) numbers[i] = Number(section, ref at);
        return numbers;
    }

    private int[] Deltas(byte[] section)
    {
        int[] numbers = Numbers(section);
        for (int i = 0, last = 0; i < Count; i++)
        {
            int zigzag = numbers[i];
            last += (zigzag >> 1) ^ -(zigzag & 1);
            numbers[i] = last;
        }
        return numbers;
    }

    private static int[] Offsets(byte[] section)
    {
        var offsets = new List<int> { 0 };
        for (int at = 0; at < section.Length;) offsets.Add(offsets[^1] + Number(section, ref at));
        return [.. offsets];
    }
}
