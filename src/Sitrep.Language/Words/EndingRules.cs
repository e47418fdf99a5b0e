using Sitrep.Language.Learning;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Words;

/// <summary>A choice learnt for word endings and tags: the longest ending known decides, the whole word first.</summary>
internal sealed class EndingRules
{
    /// <summary>Longest ending that is learnt, in characters; longer ones are whole words.</summary>
    public const int Longest = 6;

    private const int MostRules = 1_000_000;

    private readonly Dictionary<uint, ushort> _choices;

    public EndingRules(Dictionary<uint, ushort> choices) => _choices = choices;

    /// <summary>Name of an ending of <paramref name="word"/>; <paramref name="length"/> above <see cref="Longest"/> means the whole word.</summary>
    /// <param name="kind">What else tells words apart, such as their capitals.</param>
    public static uint Key(ReadOnlySpan<char> word, int length, int kind, Upos upos, string penn)
    {
        bool whole = length > Longest;
        return Hashing.Mix((whole ? 1u : 0u) + ((uint)kind << 1), Hashing.Word(whole || length > word.Length ? word : word[^length..], lower: false), (uint)upos, Hashing.Word(penn, lower: false));
    }

    /// <summary>True when the word itself was learnt.</summary>
    public bool Knows(ReadOnlySpan<char> word, int kind, Upos upos, string penn) => _choices.ContainsKey(Key(word, Longest + 1, kind, upos, penn));

    /// <summary>The choice for a word in lower case; -1 when not even its tag is known.</summary>
    public int Find(ReadOnlySpan<char> word, int kind, Upos upos, string penn)
    {
        if (_choices.TryGetValue(Key(word, Longest + 1, kind, upos, penn), out ushort choice)) return choice;
        for (int length = Math.Min(Longest, word.Length); length >= 0; length--)
        {
            if (_choices.TryGetValue(Key(word, length, kind, upos, penn), out choice)) return choice;
        }
        return -1;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_choices.Count);
        foreach ((uint key, ushort choice) in _choices.OrderBy(pair => pair.Key))
        {
            writer.Write(key);
            writer.Write(choice);
        }
    }

    /// <exception cref="InvalidDataException">The table is damaged.</exception>
    public static EndingRules Read(BinaryReader reader, int limit)
    {
        int count = reader.ReadInt32();
        if (count is < 0 or > MostRules) throw new InvalidDataException("The rules for word endings have an impossible length.");
        var choices = new Dictionary<uint, ushort>(count);
        for (int i = 0; i < count; i++)
        {
            uint key = reader.ReadUInt32();
            ushort choice = reader.ReadUInt16();
            if (choice >= limit) throw new InvalidDataException("A rule for a word ending is missing.");
            choices[key] = choice;
        }
        return new EndingRules(choices);
    }
}
