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

    /// <summary>Those who do something; what does something but is nobody (a storm, a rocket) is what it is done with.</summary>
    public ImmutableArray<RoleMention> Doers(FoundWords words)
    {
        ImmutableArray<ActorMention> named = Actors(words);
        if (!named.IsEmpty) return [.. named.Select(actor => new RoleMention(RoleKind.Actor, actor))];
        return lexicon.Nouns.ActorClass(words.In.Sentence.Tree[words.Head].Lemma) is NounClass.Disaster or NounClass.Weapon or NounClass.Object ? [new RoleMention(RoleKind.Instrument, Thing(words))] : [];
    }

    /// <summary>Those to whom something is done; may be things.</summary>
    public ImmutableArray<ActorMention> Sufferers(FoundWords words)
    {
        ImmutableArray<ActorMention> named = Actors(words);
        // "the dead" is an adjective to the tree.
        bool thing = named.IsEmpty && words.In.Sentence.Tree[words.Head].Upos is Upos.Noun or Upos.Propn or Upos.Adj && Place(words)?.Form != PlaceForm.Name && words.In.Sentence.DateAt(words.Head) is null;
        return thing ? [Thing(words)] : named;
    }

    private static ActorMention Thing(FoundWords words) => new(
        words.Span, Tree.Fold(words.Span.Of(words.In.Sentence.Tree.Text)), ActorForm.Common, null, words.In.Sentence.Tree[words.Head].Lemma.ToLowerInvariant(), null, ActorKind.Other);

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
    public bool MayName(Token word, EventType type) => type == EventType.Other || Frames(word) is var frames && (frames.Length == 0 || frames.Any(frame => frame.Type == type));

    /// <summary>True when who stands as the word's subject undergoes it: "died", "fled".</summary>
    public bool Undergoes(Token word, EventType type) => Frames(word).Where(frame => frame.Type == type).SelectMany(frame => frame.Slots).Where(slot => slot.Slot == "subj").Select(slot => slot.Part).Distinct().ToArray() is [Part.Target];

    private Frame[] Frames(Token word) => [.. Enum.GetValues<FramePos>().SelectMany(pos => (Frame[])[.. lexicon.Frames.For(word.Lemma.ToLowerInvariant(), pos), .. lexicon.Frames.For(word.Form.ToLowerInvariant(), pos)])];
}
