using Sitrep.Language.Learning;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Tagging;

/// <summary>Lemmas by edit rules learnt for word endings: the longest ending known for the Penn tag decides, the whole word first.</summary>
internal sealed class Lemmatiser
{
    private const int LongestEnding = 24;

    private readonly string[] _rules;                        // "2|e": drop two characters, add "e"
    private readonly Dictionary<uint, ushort> _byEnding;
    private readonly (int Drop, string Add)[] _edits;

    public Lemmatiser(string[] rules, Dictionary<uint, ushort> byEnding)
    {
        (_rules, _byEnding) = (rules, byEnding);
        _edits = [.. rules.Select(rule => (rule[0] - '0', rule[2..]))];
    }

    /// <summary>The rule that turns <paramref name="form"/> (lower case) into <paramref name="lemma"/>.</summary>
    public static string RuleFor(string form, string lemma)
    {
        int same = 0;
        while (same < form.Length && same < lemma.Length && form[same] == lemma[same]) same++;
        return $"{(char)('0' + (form.Length - same))}|{lemma[same..]}";
    }

    /// <summary>Name of an ending of <paramref name="word"/>; <paramref name="length"/> one more than the word means the whole word.</summary>
    public static uint Key(ReadOnlySpan<char> word, int length, Upos upos, string penn) =>
        Hashing.Mix(length > word.Length ? 1u : 0u, Hashing.Word(length >= word.Length ? word : word[^length..], lower: false), (uint)upos, Hashing.Word(penn, lower: false));

    /// <param name="form">The word as written.</param>
    public string Lemma(string form, Upos upos, string penn)
    {
        bool name = upos == Upos.Propn;
        if (form.Length > LongestEnding || upos is Upos.Punct or Upos.Sym or Upos.X or Upos.Num) return form;
        Span<char> buffer = stackalloc char[form.Length];
        bool changed = false;
        for (int i = 0; i < form.Length; i++)
        {
            char plain = Characters.Plain(form[i]);
            buffer[i] = name ? plain : char.ToLowerInvariant(plain);
            changed |= buffer[i] != form[i];
        }
        ReadOnlySpan<char> word = buffer;
        for (int length = word.Length + 1; length >= 0; length--)
        {
            if (!_byEnding.TryGetValue(Key(word, length, upos, penn), out ushort rule)) continue;
            (int drop, string add) = _edits[rule];
            if (drop > word.Length || (drop == word.Length && add.Length == 0)) continue;
            if (drop == 0 && add.Length == 0) break;
            return drop == word.Length ? add : string.Concat(word[..^drop], add);
        }
        return changed ? word.ToString() : form;
    }

    public void Write(BinaryWriter writer)
    {
        ModelFile.WriteStrings(writer, _rules);
        writer.Write(_byEnding.Count);
        foreach ((uint key, ushort rule) in _byEnding.OrderBy(pair => pair.Key))
        {
            writer.Write(key);
            writer.Write(rule);
        }
    }

    public static Lemmatiser Read(BinaryReader reader)
    {
        string[] rules = ModelFile.ReadStrings(reader);
        int count = reader.ReadInt32();
        if (count is < 0 or > 1_000_000) throw new InvalidDataException("The lemma rules have an impossible length.");
        var byEnding = new Dictionary<uint, ushort>(count);
        for (int i = 0; i < count; i++)
        {
            uint key = reader.ReadUInt32();
            ushort rule = reader.ReadUInt16();
            if (rule >= rules.Length) throw new InvalidDataException("A lemma rule is missing.");
            byEnding[key] = rule;
        }
        return new Lemmatiser(rules, byEnding);
    }
}
