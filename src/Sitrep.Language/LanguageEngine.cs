using System.Buffers;
using System.Runtime.InteropServices;
using Sitrep.Language.Learning;
using Sitrep.Language.Names;
using Sitrep.Language.Parsing;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;
using Sitrep.Language.Words;

namespace Sitrep.Language;

/// <summary>English analysis: text in; sentences, tokens, tags, lemmas, dependency trees and names out.</summary>
/// <remarks>Immutable after loading; safe to share between threads.</remarks>
public sealed class LanguageEngine
{
    internal const string WordsFile = "en-words.bin", TaggerFile = "en-tagger.bin", ParserFile = "en-parser.bin", NamesFile = "en-names.bin";

    internal LanguageEngine(Lexicon lexicon, Lemmatiser lemmatiser, Tagger tagger, Parser parser, NameTagger names) =>
        (Lexicon, Lemmatiser, Tagger, Parser, Names) = (lexicon, lemmatiser, tagger, parser, names);

    internal Lexicon Lexicon { get; }
    internal Lemmatiser Lemmatiser { get; }
    internal Tagger Tagger { get; }
    internal Parser Parser { get; }
    internal NameTagger Names { get; }

    /// <summary>Loads the models from a folder.</summary>
    /// <exception cref="InvalidDataException">A model is missing or differs from the manifest.</exception>
    public static LanguageEngine Load(string modelFolder)
    {
        Dictionary<string, string> manifest = ModelFile.ReadManifest(modelFolder);
        try
        {
            (Lexicon lexicon, Lemmatiser lemmatiser) = LoadWords(modelFolder, manifest);
            Tagger tagger = LoadTagger(modelFolder, manifest);
            using BinaryReader trees = ModelFile.Open(modelFolder, ParserFile, manifest);
            Transitions transitions = Transitions.Read(trees);
            var parser = new Parser(transitions, tagger.Tags.Roles, SparseModel.Read(trees, transitions.Count));
            using BinaryReader names = ModelFile.Open(modelFolder, NamesFile, manifest);
            return new LanguageEngine(lexicon, lemmatiser, tagger, parser, new NameTagger(NameBook.Read(names), SparseModel.Read(names, NameTagger.ClassCount), SparseModel.Read(names, NameTagger.ClassCount)));
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"A model in {modelFolder} ends early. Reinstall, or train the models again.", e);
        }
    }

    internal static (Lexicon Lexicon, Lemmatiser Lemmatiser) LoadWords(string modelFolder, Dictionary<string, string> manifest)
    {
        using BinaryReader words = ModelFile.Open(modelFolder, WordsFile, manifest);
        return (Lexicon.Read(words), Lemmatiser.Read(words));
    }

    internal static Tagger LoadTagger(string modelFolder, Dictionary<string, string> manifest)
    {
        using BinaryReader tags = ModelFile.Open(modelFolder, TaggerFile, manifest);
        TagSet tagSet = TagSet.Read(tags);
        return new Tagger(tagSet, SparseModel.Read(tags, tagSet.Count), SparseModel.Read(tags, tagSet.Count));
    }

    /// <summary>Analyses one paragraph.</summary>
    /// <param name="text">The whole text; offsets in the result count in it.</param>
    /// <param name="start">First character to read.</param>
    /// <param name="end">Just past the last character to read. No sentence crosses a paragraph.</param>
    /// <param name="names">The names of the text so far, one object for all its paragraphs in order; null: the paragraph stands alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text.</exception>
    public IReadOnlyList<Sentence> Analyze(string text, int start, int end, NameVotes? names = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        List<RawToken> raw = Tokeniser.Scan(text, start, end);
        ReadOnlySpan<RawToken> all = CollectionsMarshal.AsSpan(raw);
        var sentences = new List<Sentence>();
        names ??= new NameVotes();
        int first = 0;
        foreach (int last in SentenceSplitter.Ends(text, raw))
        {
            sentences.Add(Analyze(text, all[first..last], names));
            first = last;
        }
        return sentences;
    }

    /// <summary>Analyses a stretch as one sentence, whatever full stops are in it.</summary>
    /// <returns>Null when it holds no word.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text.</exception>
    public Sentence? AnalyzeAsOne(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        List<RawToken> raw = Tokeniser.Scan(text, start, end);
        return raw.Count == 0 ? null : Analyze(text, CollectionsMarshal.AsSpan(raw), new NameVotes());
    }

    /// <summary>Analyses one sentence whose tokens are known.</summary>
    internal Sentence Analyze(string text, ReadOnlySpan<RawToken> raw, NameVotes votes)
    {
        int count = raw.Length;
        WordTraits[] rented = ArrayPool<WordTraits>.Shared.Rent(count);
        int[] rentedTags = ArrayPool<int>.Shared.Rent(count), rentedNames = ArrayPool<int>.Shared.Rent(count);
        try
        {
            Span<WordTraits> traits = rented.AsSpan(0, count);
            Span<int> tags = rentedTags.AsSpan(0, count), names = rentedNames.AsSpan(0, count);
            Span<Upos> upos = count <= 512 ? stackalloc Upos[count] : new Upos[count];
            WordTraits.Fill(text, raw, Lexicon, traits);
            Tagger.Tag(traits, tags);
            IrregularPast.Mend(text, raw, tags, Tagger.Tags);
            AdjacentFinite.Mend(text, raw, tags, Tagger.Tags);
            for (int i = 0; i < count; i++) upos[i] = Tagger.Tags.Upos[tags[i]];
            ParserState tree = Parser.Parse(traits, tags);
            Names.Tag(traits, upos, votes, names);
            var tokens = new Token[count];
            for (int i = 0; i < count; i++)
            {
                string form = Lexicon.Form(text.AsSpan(raw[i].Start, raw[i].End - raw[i].Start));
                string penn = Tagger.Tags.Penn[tags[i]];
                int head = tree.Heads[i] == count ? -1 : tree.Heads[i];
                bool nameStart = names[i] != 0 && !NameTagger.IsInside(names[i]);
                tokens[i] = new Token(raw[i].Start, raw[i].End, form, Lemmatiser.Lemma(form, upos[i], penn), upos[i], penn,
                    head, Parser.Transitions.Relations[tree.Labels[i]], NameTagger.KindOf(names[i]), nameStart);
            }
            return new Sentence(raw[0].Start, raw[^1].End, tokens);
        }
        finally
        {
            ArrayPool<WordTraits>.Shared.Return(rented);
            ArrayPool<int>.Shared.Return(rentedTags);
            ArrayPool<int>.Shared.Return(rentedNames);
        }
    }
}
