using System.Collections.Concurrent;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Sitrep.Language.Learning;
using Sitrep.Language.Names;
using Sitrep.Language.Network;
using Sitrep.Language.Tagging;
using Sitrep.Language.Tokens;
using Sitrep.Language.Words;

namespace Sitrep.Language;

/// <summary>English analysis: text in; sentences, tokens, tags, lemmas, dependency trees and names out.</summary>
/// <remarks>Immutable after loading; safe to share between threads.</remarks>
public sealed class LanguageEngine
{
    internal const string WordsFile = "en-words.bin", SentencesFile = "en-sentences.bin", NetworkFileName = "en-network.bin";

    /// <summary>Sentences go through the network together, up to about so many words.</summary>
    private const int BatchWords = 256;

    /// <summary>Paragraphs are read in groups of so many tokens, so that a long text needs no more memory than a short one.</summary>
    private const int GroupTokens = 2048;

    private readonly ConcurrentBag<Workspace> _workspaces = [];
    private readonly StringPool _strings = new();

    internal LanguageEngine(Lexicon lexicon, Lemmatiser lemmatiser, SentenceNetwork sentences, WordNetwork words) =>
        (Lexicon, Lemmatiser, Sentences, Words) = (lexicon, lemmatiser, sentences, words);

    internal Lexicon Lexicon { get; }
    internal Lemmatiser Lemmatiser { get; }
    internal SentenceNetwork Sentences { get; }
    internal WordNetwork Words { get; }

    /// <summary>Loads the models from a folder.</summary>
    /// <exception cref="InvalidDataException">A model is missing or differs from the manifest.</exception>
    public static LanguageEngine Load(string modelFolder)
    {
        Dictionary<string, string> manifest = ModelFile.ReadManifest(modelFolder);
        try
        {
            using BinaryReader words = ModelFile.Open(modelFolder, WordsFile, manifest), sentences = ModelFile.Open(modelFolder, SentencesFile, manifest), network = ModelFile.Open(modelFolder, NetworkFileName, manifest);
            return new LanguageEngine(Lexicon.Read(words), Lemmatiser.Read(words), SentenceNetwork.Read(sentences), WordNetwork.Read(network));
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException($"A model in {modelFolder} ends early. Reinstall, or train the models again.", e);
        }
    }

    /// <summary>Analyses one paragraph.</summary>
    /// <param name="text">The whole text; offsets in the result count in it.</param>
    /// <param name="start">First character to read.</param>
    /// <param name="end">Just past the last character to read. No sentence crosses a paragraph.</param>
    /// <param name="names">The names of the text so far, one object for all its paragraphs in order; null: the paragraph stands alone.</param>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text.</exception>
    public IReadOnlyList<Sentence> Analyze(string text, int start, int end, NameVotes? names = null) => AnalyzeParagraphs(text, [(start, end)], names ?? new NameVotes())[0];

    /// <summary>Analyses paragraphs in reading order, each as <see cref="Analyze(string, int, int, NameVotes?)"/> would, in less time than one by one.</summary>
    /// <param name="paragraphs">First character of each, and just past its last one.</param>
    /// <returns>The sentences of each paragraph.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A paragraph does not lie in the text.</exception>
    public IReadOnlyList<Sentence>[] AnalyzeParagraphs(string text, ReadOnlySpan<(int Start, int End)> paragraphs, NameVotes names)
    {
        foreach ((int start, int end) in paragraphs) Check(text, start, end);
        var result = new IReadOnlyList<Sentence>[paragraphs.Length];
        Workspace work = Rent();
        for (int next = 0; next < paragraphs.Length;)
        {
            int first = next;
            work.Tokens.Clear();
            work.Paragraphs.Clear();
            for (; next < paragraphs.Length && work.Tokens.Count < GroupTokens; next++)
            {
                Tokeniser.Append(text, paragraphs[next].Start, paragraphs[next].End, work.Tokens);
                work.Paragraphs.Add(work.Tokens.Count);
            }
            ReadOnlySpan<RawToken> tokens = CollectionsMarshal.AsSpan(work.Tokens);
            Sentences.Split(text, tokens, CollectionsMarshal.AsSpan(work.Paragraphs), work.Features, work.SentenceRun, work.Ends);
            var read = new List<Sentence>(work.Ends.Count);
            AnalyzeBatches(text, tokens, CollectionsMarshal.AsSpan(work.Ends), names, work, read);
            for (int paragraph = first, from = 0; paragraph < next; paragraph++)
            {
                int to = from;
                while (to < read.Count && work.Ends[to] <= work.Paragraphs[paragraph - first]) to++;
                result[paragraph] = from == 0 && to == read.Count ? read : read.GetRange(from, to - from);
                from = to;
            }
        }
        Return(work);
        return result;
    }

    /// <summary>Whether the word, in small letters, was met in training as anything but a name.</summary>
    public bool KnowsAsCommon(string word) => Lexicon.TryGet(word, out Lexicon.Entry entry) && (entry.Tags & ((1u << 17) - 1) & ~(1u << (int)Upos.Propn) & ~(1u << (int)Upos.X)) != 0;

    /// <summary>The lemma of an irregular past form ("retook"), in small letters; null when the word is none.</summary>
    public static string? LemmaOfPast(string word) => IrregularPast.Lemma(word, "VBD");

    /// <summary>Analyses a stretch as one sentence, whatever full stops are in it.</summary>
    /// <returns>Null when it holds no word.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range does not lie in the text.</exception>
    public Sentence? AnalyzeAsOne(string text, int start, int end) => AnalyzeEach(text, (start, end))[0];

    /// <summary>Analyses stretches, each as one sentence that stands alone, in less time than one by one.</summary>
    /// <param name="stretches">First character of each, and just past its last one.</param>
    /// <returns>Null for a stretch that holds no word.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A stretch does not lie in the text.</exception>
    public Sentence?[] AnalyzeEach(string text, params ReadOnlySpan<(int Start, int End)> stretches)
    {
        foreach ((int start, int end) in stretches) Check(text, start, end);
        Workspace work = Rent();
        work.Tokens.Clear();
        work.Ends.Clear();
        foreach ((int start, int end) in stretches)
        {
            int before = work.Tokens.Count;
            List<RawToken> tokens = Tokeniser.Scan(text, start, end);
            work.Tokens.AddRange(CollectionsMarshal.AsSpan(tokens)[..Math.Min(tokens.Count, SentenceNetwork.LongestSentence)]);
            work.Ends.Add(before == work.Tokens.Count ? -1 : work.Tokens.Count);
        }
        int[] ends = [.. work.Ends.Where(end => end >= 0)];
        var read = new List<Sentence>(ends.Length);
        if (ends.Length > 0) AnalyzeBatches(text, CollectionsMarshal.AsSpan(work.Tokens), ends, null, work, read);
        var result = new Sentence?[stretches.Length];
        for (int i = 0, next = 0; i < result.Length; i++) result[i] = work.Ends[i] < 0 ? null : read[next++];
        Return(work);
        return result;
    }

    /// <summary>Analyses a stretch as one sentence from which some words are left out.</summary>
    /// <param name="gapStart">Where the words that are left out begin; not before <paramref name="start"/>.</param>
    /// <param name="gapEnd">Where they end; not behind <paramref name="end"/>.</param>
    /// <returns>Null when it holds no word.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ranges do not lie in the text or in each other.</exception>
    public Sentence? AnalyzeAround(string text, int start, int end, int gapStart, int gapEnd)
    {
        Check(text, start, end);
        ArgumentOutOfRangeException.ThrowIfLessThan(gapStart, start);
        ArgumentOutOfRangeException.ThrowIfLessThan(gapEnd, gapStart);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(gapEnd, end);
        Workspace work = Rent();
        work.Tokens.Clear();
        Tokeniser.Append(text, start, gapStart, work.Tokens);
        if (gapEnd < end) work.Tokens.AddRange(Tokeniser.Scan(text, gapEnd, end));
        var result = new List<Sentence>(1);
        int count = Math.Min(work.Tokens.Count, SentenceNetwork.LongestSentence);
        if (count > 0) AnalyzeBatches(text, CollectionsMarshal.AsSpan(work.Tokens)[..count], [count], new NameVotes(), work, result);
        Return(work);
        return count == 0 ? null : result[0];
    }

    /// <summary>Analyses one sentence whose tokens are known.</summary>
    internal Sentence Analyze(string text, ReadOnlySpan<RawToken> tokens, NameVotes votes)
    {
        Workspace work = Rent();
        var result = new List<Sentence>(1);
        AnalyzeBatches(text, tokens, [tokens.Length], votes, work, result);
        Return(work);
        return result[0];
    }

    private void AnalyzeBatches(string text, ReadOnlySpan<RawToken> tokens, ReadOnlySpan<int> ends, NameVotes? votes, Workspace work, List<Sentence> result)
    {
        work.Reserve(tokens.Length);
        Span<int> batchEnds = stackalloc int[BatchWords];
        int start = 0;
        for (int next = 0; next < ends.Length;)
        {
            int count = 0;
            work.Features.Clear();
            for (; next < ends.Length && count < BatchWords && (count == 0 || ends[next] - start <= BatchWords); next++)
            {
                int from = start + (count == 0 ? 0 : batchEnds[count - 1]);
                Span<WordTraits> traits = work.Traits.AsSpan(from, ends[next] - from);
                WordTraits.Fill(text, tokens[from..ends[next]], Lexicon, traits);
                Words.Add(work.Features, traits, text, tokens[from..ends[next]]);
                batchEnds[count++] = ends[next] - start;
            }
            work.WordRun.Run(work.Features, batchEnds[..count]);
            int first = 0;
            foreach (int last in batchEnds[..count])
            {
                result.Add(Build(text, tokens[(start + first)..(start + last)], work.Traits.AsSpan(start + first, last - first), first, last, votes ?? new NameVotes(), work));   // none: each stands alone
                first = last;
            }
            start += first;
        }
    }

    private Sentence Build(string text, ReadOnlySpan<RawToken> raw, ReadOnlySpan<WordTraits> traits, int first, int last, NameVotes votes, Workspace work)
    {
        int count = raw.Length;
        NetworkRun run = work.WordRun;
        Span<int> classes = work.Classes.AsSpan(0, count), heads = work.Heads.AsSpan(0, count), relations = work.Relations.AsSpan(0, count), names = work.Names.AsSpan(0, count);
        for (int i = 0; i < count; i++) classes[i] = TensorPrimitives.IndexOfMax(run.Tags(first + i));
        run.Parse(first, last, heads, relations, Words.Root);
        votes.Weigh(traits, run.NamesFrom(first), run.NameStride);
        NamePath.Decode(run, first, names);
        var tokens = new Token[count];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<char> word = text.AsSpan(raw[i].Start, raw[i].End - raw[i].Start);
            string form = _strings.Get(word), penn = Words.Tags.Penn[classes[i]];
            Upos upos = Words.Tags.Upos[classes[i]];
            bool nameStart = names[i] != 0 && !NameClasses.IsInside(names[i]);
            tokens[i] = new Token(raw[i].Start, raw[i].End, form, Lemmatiser.Lemma(form, upos, penn, _strings), upos, penn, heads[i], Words.RelationNames[relations[i]], NameClasses.KindOf(names[i]), nameStart);
        }
        return new Sentence(raw[0].Start, raw[^1].End, tokens);
    }

    private Workspace Rent() => _workspaces.TryTake(out Workspace? work) ? work : new Workspace(Words.Weights, Sentences.Weights);

    private void Return(Workspace work)
    {
        if (work.MayBeKept) _workspaces.Add(work);
    }

    private static void Check(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfLessThan(end, start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
    }
}
