using Sitrep.Language.Learning;
using Sitrep.Language.Names;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;

namespace Sitrep.Language.Network;

/// <summary>The network that tags, parses and names, with the lists that its classes and rows stand for.</summary>
internal sealed class WordNetwork
{
    public WordNetwork(TagSet tags, string[] relations, NameBook book, Vocabulary vocabulary, NetworkWeights weights)
    {
        (Tags, RelationNames, Book, Vocabulary, Weights) = (tags, relations, book, vocabulary, weights);
        Root = Array.IndexOf(relations, "root");
        if (Root < 0 || tags.Count != weights.Shape.Tags || relations.Length != weights.Shape.Relations || weights.Shape.Names != NameClasses.Count)
        {
            throw new InvalidDataException("The network and its classes do not fit.");
        }
    }

    public TagSet Tags { get; }
    public string[] RelationNames { get; }
    /// <summary>Class of the relation "root".</summary>
    public int Root { get; }

    public NameBook Book { get; }
    public Vocabulary Vocabulary { get; }
    public NetworkWeights Weights { get; }

    /// <summary>Adds one sentence to a batch.</summary>
    public void Add(WordRows features, ReadOnlySpan<WordTraits> words, string text, ReadOnlySpan<RawToken> tokens) =>
        NetworkInput.Add(features, words, text, tokens, Book, Vocabulary, Weights.Shape.Pieces);

    public void Write(BinaryWriter writer)
    {
        Tags.Write(writer);
        ModelFile.WriteStrings(writer, RelationNames);
        Book.Write(writer);
        ModelFile.WriteKeys(writer, Vocabulary.Keys);
        NetworkFile.Write(writer, Weights);
    }

    public static WordNetwork Read(BinaryReader reader) =>
        new(TagSet.Read(reader), ModelFile.ReadStrings(reader), NameBook.Read(reader), new Vocabulary(ModelFile.ReadKeys(reader)), NetworkFile.Read(reader));
}
