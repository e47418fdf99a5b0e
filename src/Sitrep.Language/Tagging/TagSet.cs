using Sitrep.Language.Learning;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Tagging;

/// <summary>What a word does in its clause, as far as its class tells.</summary>
internal enum ClauseRole : byte
{
    None,
    Nominal,
    Finite,
    FiniteAuxiliary,
    /// <summary>Infinitives and participles.</summary>
    Infinite,
    Adposition,
    /// <summary>A finite verb of saying: a clause of its own may follow without a word that opens it.</summary>
    Saying,
    /// <summary>Opens a clause of its own: "who", "when", "because".</summary>
    Opener,
    Conjunction,
    Comma,
    /// <summary>Other punctuation.</summary>
    Mark,
}

/// <summary>The classes of the tagger: pairs of a universal and a Penn tag that occur together.</summary>
internal sealed class TagSet
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _ids;

    public TagSet(string[] names)
    {
        _names = names;
        _ids = names.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        Upos = [.. names.Select(name => Enum.Parse<Upos>(name[..name.IndexOf('/')], ignoreCase: true))];
        Roles = [.. names.Select(RoleOf)];
        Penn = [.. names.Select(name => name[(name.IndexOf('/') + 1)..])];
    }

    public int Count => _names.Length;

    /// <summary>Per class.</summary>
    public Upos[] Upos { get; }

    /// <summary>Per class.</summary>
    public string[] Penn { get; }

    /// <summary>What a class does in its clause, per class.</summary>
    public ClauseRole[] Roles { get; }

    private static ClauseRole RoleOf(string name)
    {
        string upos = name[..name.IndexOf('/')], penn = name[(upos.Length + 1)..];
        return (upos, penn) switch
        {
            (_, "WDT" or "WP" or "WRB" or "WP$") or ("SCONJ", _) => ClauseRole.Opener,
            ("AUX", "VBD" or "VBZ" or "VBP" or "MD") => ClauseRole.FiniteAuxiliary,
            (_, "VBD" or "VBZ" or "VBP" or "MD") => ClauseRole.Finite,
            ("VERB" or "AUX", _) => ClauseRole.Infinite,
            ("NOUN" or "PROPN" or "PRON" or "NUM", _) => ClauseRole.Nominal,
            ("ADP", _) => ClauseRole.Adposition,
            ("CCONJ", _) => ClauseRole.Conjunction,
            ("PUNCT", "HYPH") => ClauseRole.None,
            ("PUNCT", ",") => ClauseRole.Comma,
            ("PUNCT", _) => ClauseRole.Mark,
            _ => ClauseRole.None,
        };
    }

    /// <summary>Class of "NOUN/NNS"; -1 when there is none.</summary>
    public int IdOf(string name) => _ids.GetValueOrDefault(name, -1);

    public string NameOf(int id) => _names[id];

    public void Write(BinaryWriter writer) => ModelFile.WriteStrings(writer, _names);

    public static TagSet Read(BinaryReader reader) => new(ModelFile.ReadStrings(reader));
}
