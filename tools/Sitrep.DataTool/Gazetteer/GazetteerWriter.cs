using System.IO.Compression;
using System.Text;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.DataTool.Gazetteer;

/// <summary>Writes the gazetteer file; its layout is told at the reader, <c>PlaceTable</c>.</summary>
internal sealed class GazetteerWriter
{
    private readonly Atlas _atlas;
    private readonly AtlasPlace[] _places;

    /// <param name="atlas">Complete; nothing is added later.</param>
    public GazetteerWriter(Atlas atlas)
    {
        _atlas = atlas;
        // Neighbours in this order have like ids and coordinates, so their differences are small.
        _places = [.. atlas.Places.OrderBy(p => p.Country, StringComparer.Ordinal).ThenBy(p => p.Id == 0).ThenBy(p => p.Id)
            .ThenBy(p => p.Feature, StringComparer.Ordinal).ThenBy(p => p.Admin1Code, StringComparer.Ordinal).ThenBy(p => p.Admin2Code, StringComparer.Ordinal)
            .ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Latitude).ThenBy(p => p.Longitude)];
    }

    public readonly record struct Counts(int Keys, int Postings);

    public Counts Write(string target)
    {
        using FileStream file = File.Create(target);
        using (var head = new BinaryWriter(file, Encoding.UTF8, leaveOpen: true))
        {
            head.Write(PlaceTableFormat.Magic);
            head.Write(PlaceKeys.Version);
        }
        using var packed = new DeflateStream(file, CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(packed);
        WriteColumns(writer);
        return WriteKeys(writer);
    }

    private void WriteColumns(BinaryWriter writer)
    {
        string[] features = [.. _places.Select(p => p.Feature).Distinct().Order(StringComparer.Ordinal)];
        string[] countries = [.. _places.Select(p => p.Country).Distinct().Order(StringComparer.Ordinal)];
        WriteSection(writer, Encoding.UTF8.GetBytes(string.Join('\n', features)));
        WriteSection(writer, Encoding.UTF8.GetBytes(string.Join('\n', countries)));
        ILookup<string, AtlasPlace> byCountry = _places.ToLookup(p => p.Country);
        var admin = new Dictionary<(string, string), int>();
        foreach (string country in countries)
        {
            string[] names = ["", .. byCountry[country].Select(_atlas.Admin1NameOf).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)];
            for (int i = 0; i < names.Length; i++) admin[(country, names[i])] = i;
            WriteSection(writer, Encoding.UTF8.GetBytes(string.Join('\n', names)));
        }
        writer.Write(_places.Length);
        WriteSection(writer, [.. _places.Select(p => (byte)Array.IndexOf(features, p.Feature))]);
        WriteNumbers(writer, countries.Select(country => byCountry[country].Count()));
        WriteNumbers(writer, _places.Select(p => admin[(p.Country, _atlas.Admin1NameOf(p))]));
        WriteNumbers(writer, Deltas(_places.Select(p => p.Id)));
        WriteNumbers(writer, Deltas(_places.Select(p => (int)Math.Round(p.Latitude * PlaceTableFormat.CoordinateScale))));
        WriteNumbers(writer, Deltas(_places.Select(p => (int)Math.Round(p.Longitude * PlaceTableFormat.CoordinateScale))));
        WriteNumbers(writer, _places.Select(p => p.Population));
        byte[][] names8 = [.. _places.Select(p => Encoding.UTF8.GetBytes(p.Name))];
        WriteSection(writer, [.. names8.Select(name => checked((byte)name.Length))]);
        WriteSection(writer, [.. names8.SelectMany(name => name)]);
    }

    private Counts WriteKeys(BinaryWriter writer)
    {
        var table = new SortedDictionary<byte[], List<(int Place, int Mark)>>(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        for (int i = 0; i < _places.Length; i++) AddKeys(table, i);
        using MemoryStream keys = new(), keyOffsets = new(), postings = new(), postingOffsets = new();
        byte[] last = [];
        long keyStart = 0, postingStart = 0;
        int number = 0, count = 0;
        foreach ((byte[] key, List<(int Place, int Mark)> entries) in table)
        {
            if (number % PlaceTableFormat.BlockSize == 0)
            {
                if (number > 0) CloseBlock();
                last = [];
            }
            number++;
            int shared = key.AsSpan().CommonPrefixLength(last);
            keys.WriteByte((byte)shared);
            keys.WriteByte(checked((byte)(key.Length - shared)));
            keys.Write(key.AsSpan(shared));
            last = key;
            count += entries.Count;
            WritePostings(postings, entries);
        }
        CloseBlock();
        foreach (MemoryStream section in (MemoryStream[])[keyOffsets, keys, postingOffsets, postings]) WriteSection(writer, section.ToArray());
        return new Counts(table.Count, count);

        void CloseBlock()
        {
            WriteNumber(keyOffsets, (int)(keys.Length - keyStart));
            WriteNumber(postingOffsets, (int)(postings.Length - postingStart));
            (keyStart, postingStart) = (keys.Length, postings.Length);
        }
    }

    private static void WritePostings(MemoryStream postings, List<(int Place, int Mark)> entries)
    {
        WriteNumber(postings, entries.Count);
        int previous = 0;
        foreach ((int place, int mark) in entries.Order())
        {
            WriteNumber(postings, ((place - previous) << 1) | (mark < 0 ? 0 : 1));
            if (mark >= 0) postings.Write(BitConverter.GetBytes((ushort)mark));
            previous = place;
        }
    }

    // A spelling that folds like the place's own name is found through the folded key anyway; only of larger places is it kept as
    // an exact one, so that a hamlet which happens to be spelt just so does not hide them.
    private const int KeepSpellingsFrom = 5000;

    private void AddKeys(SortedDictionary<byte[], List<(int Place, int Mark)>> table, int index)
    {
        AtlasPlace place = _places[index];
        string exact = PlaceKeys.Exact(place.Name), fold = PlaceTableFormat.FoldOrExact(place.Name, exact);
        if (fold.Length == 0) return;
        Add(fold, -1);
        var seen = new HashSet<string>(StringComparer.Ordinal) { exact };
        foreach (string alternate in place.Alternates.Order(StringComparer.Ordinal))
        {
            string other = PlaceKeys.Exact(alternate);
            if (other.Length < 2 || !seen.Add(other)) continue;
            string otherFold = PlaceTableFormat.FoldOrExact(alternate, other);
            if (otherFold == fold && place.Population < KeepSpellingsFrom) continue;
            Add(otherFold, PlaceTableFormat.Mark(other));
        }

        void Add(string key, int mark)
        {
            byte[] utf8 = Encoding.UTF8.GetBytes(key);
            if (!table.TryGetValue(utf8, out List<(int Place, int Mark)>? entries)) table[utf8] = entries = [];
            if (!entries.Contains((index, mark))) entries.Add((index, mark));
        }
    }

    private static IEnumerable<int> Deltas(IEnumerable<int> values)
    {
        int last = 0;
        foreach (int value in values)
        {
            int delta = value - last;
            last = value;
            yield return (delta << 1) ^ (delta >> 31);
        }
    }

    private static void WriteNumbers(BinaryWriter writer, IEnumerable<int> values)
    {
        using var section = new MemoryStream();
        foreach (int value in values) WriteNumber(section, value);
        WriteSection(writer, section.ToArray());
    }

    private static void WriteNumber(MemoryStream section, int value)
    {
        uint rest = unchecked((uint)value);
        for (; rest >= 0x80; rest >>= 7) section.WriteByte((byte)(rest & 0x7F | 0x80));
        section.WriteByte((byte)rest);
    }

    private static void WriteSection(BinaryWriter writer, byte[] section)
    {
        writer.Write(section.Length);
        writer.Write(section);
    }
}
