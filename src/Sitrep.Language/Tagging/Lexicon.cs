using Sitrep.Language.Tokens;

namespace Sitrep.Language.Tagging;

/// <summary>Words seen in training: which tags they had, and one shared string for each.</summary>
internal sealed class Lexicon
{
    /// <summary>Bits of <see cref="Entry.Tags"/> for forms of verbs.</summary>
    public const uint Past = 1u << 17, Participle = 1u << 18, Present = 1u << 19, Plain = 1u << 20, Modal = 1u << 21;

    /// <summary>Bit for a Penn tag of verbs; 0 for other tags.</summary>
    public static uint FormBit(string penn) => penn switch
    {
        "VBD" => Past,
        "VBN" => Participle,
        "VBZ" or "VBP" => Present,
        "VB" => Plain,
        "MD" => Modal,
        _ => 0,
    };

    /// <summary>What is known of a word in lower case.</summary>
    /// <param name="Word">The word.</param>
    /// <param name="Tags">Bit per <see cref="Upos"/> it had at least once in a hundred times; above them the bits of verb forms.</param>
    /// <param name="Only">Its class when it is a frequent word of one class; -1 otherwise.</param>
    public readonly record struct Entry(string Word, uint Tags, int Only);

    private readonly Dictionary<string, Entry> _entries;
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _capitalised;

    public Lexicon(IEnumerable<Entry> entries)
    {
        _entries = entries.ToDictionary(entry => entry.Word, StringComparer.Ordinal);
        _lookup = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
        var capitalised = new Dictionary<string, string>(_entries.Count, StringComparer.Ordinal);
        foreach (string word in _entries.Keys)
        {
            string form = char.ToUpperInvariant(word[0]) + word[1..];
            capitalised.TryAdd(form, form);
        }
        _capitalised = capitalised.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Longest word looked up; longer ones are junk.</summary>
    public const int LongestWord = 40;

    public bool TryGet(ReadOnlySpan<char> form, out Entry entry)
    {
        entry = default;
        if (form.Length > LongestWord) return false;
        Span<char> lower = stackalloc char[form.Length];
        for (int i = 0; i < form.Length; i++) lower[i] = char.ToLowerInvariant(Characters.Plain(form[i]));
        return _lookup.TryGetValue(lower, out entry);
    }

    /// <summary>The form as a string; known words share one.</summary>
    public string Form(ReadOnlySpan<char> form)
    {
        if (_lookup.TryGetValue(form, out Entry entry)) return entry.Word;
        return _capitalised.TryGetValue(form, out string? word) ? word : form.ToString();
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_entries.Count);
        foreach (Entry entry in _entries.Values.OrderBy(entry => entry.Word, StringComparer.Ordinal))
        {
            writer.Write(entry.Word);
            writer.Write(entry.Tags);
            writer.Write((short)entry.Only);
        }
    }

    public static Lexicon Read(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > 1_000_000) throw new InvalidDataException("The lexicon has an impossible length.");
        var entries = new Entry[count];
        for (int i = 0; i < count; i++) entries[i] = new Entry(reader.ReadString(), reader.ReadUInt32(), reader.ReadInt16());
        return new Lexicon(entries);
    }
}
