using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>Reads the words of an item as the built-in reader would read them where they stand, so that they are resolved alike.</summary>
internal sealed class ItemReader(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places, AttributionReader attributions)
{
    /// <summary>Everybody whom the words name; empty when they name nobody, or only point at somebody.</summary>
    public ImmutableArray<ActorMention> Actors(FoundWords words)
    {
        ImmutableArray<ActorMention> named = [.. actors.ReadAll(words.In.Sentence, words.Head).Where(actor => actor.Span.Overlaps(words.Span))];
        return named.Any(actor => actor.Form == ActorForm.Pronoun) ? [] : named;
    }

    /// <summary>The same for what is struck or counted, which may be a thing.</summary>
    public ImmutableArray<ActorMention> ActorsOrThing(FoundWords words)
    {
        ImmutableArray<ActorMention> named = Actors(words);
        Tree tree = words.In.Sentence.Tree;
        if (!named.IsEmpty || tree[words.Head].Upos is not (Upos.Noun or Upos.Propn)) return named;
        return [new ActorMention(words.Span, Tree.Fold(words.Span.Of(tree.Text)), ActorForm.Common, null, tree[words.Head].Lemma.ToLowerInvariant(), null, ActorKind.Other)];
    }

    /// <summary>Who can say something; null when the words name no such one.</summary>
    public ActorMention? Speaker(FoundWords words) =>
        Actors(words).FirstOrDefault() is { } speaker && (speaker.Name is not null || lexicon.Nouns.ActorClass(speaker.Noun ?? "") is not (NounClass.Disaster or NounClass.Weapon or NounClass.Object)) ? speaker : null;

    public SourceKind KindOf(ActorMention speaker) => attributions.KindOf(speaker);

    public PlaceMention? Place(FoundWords words)
    {
        if (places.Read(words.In.Sentence, words.Head)?.Mention is { } place) return place;
        // "in Gao": the head of the words may be a preposition, or the noun that the name stands beside.
        for (int at = words.First; at <= words.Last; at++) if (words.In.Sentence.NameAt(at) is { MayBePlace: true } && places.Read(words.In.Sentence, at)?.Mention is { } named) return named;
        return null;
    }

    /// <summary>The time that the words name; lengths ("for three days") place nothing.</summary>
    public static DateMention? When(FoundWords words) =>
        words.In.Sentence.Dates.FirstOrDefault(date => date.Mention.Span.Overlaps(words.Span) && !date.Mention.Value.StartsWith('P'))?.Mention;

    /// <summary>True when a word there marks that somebody says, thinks or shows something.</summary>
    public bool HasCue(ReadSentence sentence)
    {
        Tree tree = sentence.Tree;
        for (int at = 0; at < tree.Count; at++)
        {
            string lemma = tree[at].Lemma.ToLowerInvariant();
            foreach (CueForm form in (CueForm[])[CueForm.Verb, CueForm.Noun, CueForm.Adjective, CueForm.Adverb]) if (lexicon.CueBook.For(lemma, form) is not null) return true;
        }
        string words = tree.Words(0, tree.Count - 1);
        return lexicon.CueBook.Phrases.Any(cue => words.Contains(cue.Word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>True unless <c>data/events.tsv</c> knows the word and gives it other types only.</summary>
    public bool MayName(Token word, EventType type)
    {
        Frame[] frames = [.. Enum.GetValues<FramePos>().SelectMany(pos => (Frame[])[.. lexicon.Frames.For(word.Lemma.ToLowerInvariant(), pos), .. lexicon.Frames.For(word.Form.ToLowerInvariant(), pos)])];
        return frames.Length == 0 || frames.Any(frame => frame.Type == type);
    }
}
