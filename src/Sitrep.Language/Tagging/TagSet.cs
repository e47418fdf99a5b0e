using Sitrep.Language.Learning;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Tagging;

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
        Penn = [.. names.Select(name => name[(name.IndexOf('/') + 1)..])];
    }

    public int Count => _names.Length;

    /// <summary>Per class.</summary>
    public Upos[] Upos { get; }

    /// <summary>Per class.</summary>
    public string[] Penn { get; }

    /// <summary>Class of "NOUN/NNS"; -1 when there is none.</summary>
    public int IdOf(string name) => _ids.GetValueOrDefault(name, -1);

    public string NameOf(int id) => _names[id];

    public void Write(BinaryWriter writer) => ModelFile.WriteStrings(writer, _names);

    public static TagSet Read(BinaryReader reader) => new(ModelFile.ReadStrings(reader));
}
