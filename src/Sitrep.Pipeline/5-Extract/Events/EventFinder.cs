using System.Collections.Immutable;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Actors;
using Sitrep.Pipeline.Extract.Figures.Where;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Finds event words and fills their frames: the first row of <c>data/events.tsv</c> that fits a word is taken.</summary>
public sealed class EventFinder
{
    private readonly ReadingLexicon _lexicon;
    private readonly FrameNeeds _needs;
    private readonly EventSenses _senses;
    private readonly FrameFiller _filler;
    private readonly JoinedPlaces _joined;
    private readonly GappedClauses _gaps;
    private readonly PlaceInLand _inLand;

    public EventFinder(ReadingLexicon lexicon, ActorFinder actors, PlaceFinder places)
    {
        _lexicon = lexicon;
        _needs = new FrameNeeds(lexicon, actors, places);
        _senses = new EventSenses(lexicon, places, _needs);
        _filler = new FrameFiller(lexicon, actors, places, _needs);
        _joined = new JoinedPlaces(lexicon, places);
        _gaps = new GappedClauses(actors, places);
        _inLand = new PlaceInLand(lexicon, places);
    }

    /// <summary>The events of a sentence in the order of their words.</summary>
    public List<FoundEvent> Find(ReadSentence sentence)
    {
        List<FoundEvent> found = [.. All(sentence)];
        EventJoining.Join(found, sentence.Tree);
        return found;
    }

    private IEnumerable<FoundEvent> All(ReadSentence sentence)
    {
        for (int at = 0; at < sentence.Tree.Count; at++)
        {
            if (Presence(sentence, at) is { } present) { yield return present; continue; }
            if (sentence.NameAt(at) is not null && sentence.Tree[at].Upos == Upos.Propn || sentence.DateAt(at) is not null) continue;
            if (Read(sentence, at) is not { } found) continue;
            yield return found;
            if (_gaps.Second(sentence, found) is { } again) yield return again;
        }
    }

    /// <summary>"Special units were already in X", "X is ours": what is said of somebody or of a place by "be".</summary>
    private FoundEvent? Presence(ReadSentence sentence, int said)
    {
        Tree tree = sentence.Tree;
        if (tree.Child(said, "cop") < 0 || tree.Child(said, "nsubj") is not (>= 0 and var subject) || !(tree[said].Form is "ours" || tree.Preposition(said) is "in" or "inside")) return null;
        foreach (Frame frame in _lexicon.Frames.For("be", FramePos.Verb))
        {
            int with = frame.With.Contains(tree[said].Form) ? said : tree.Children(said).FirstOrDefault(child => child < said && tree.Is(child, "advmod") && frame.With.Contains(tree[child].Lemma), -1);
            if (with < 0) continue;
            var word = new FramedWord(sentence, said, frame, Slots.OfPredicate(tree, said, subject, _lexicon.Words), with);
            if (!_needs.AreMet(word)) continue;
            return new FoundEvent(_filler.Fill(word), said, word.Slots, frame, [], word.Slots["subj"].Any(argument => FramedWord.IsNone(tree, argument)), with);
        }
        return null;
    }

    private FoundEvent? Read(ReadSentence sentence, int at)
    {
        Tree tree = sentence.Tree;
        if (PosOf(tree, at) is not { } pos || _senses.IsDescription(tree, at, pos)) return null;
        foreach (Frame frame in FramesFor(tree[at], pos))
        {
            int with = -1;
            if (!frame.With.IsEmpty && (with = Companion(tree, at, frame)) < 0) continue;
            var word = new FramedWord(sentence, at, frame, Slots.Around(tree, at, with, _lexicon.Words), with);
            if (EventSenses.IsOnlyWho(word) || !_needs.AreMet(word)) continue;
            if (_senses.IsFigurative(word)) return null;
            if (!_senses.IsMeant(word)) continue;
            return Found(word);
        }
        return null;
    }

    private FoundEvent Found(FramedWord word)
    {
        EventReading reading = _filler.Fill(word);
        ImmutableArray<PlaceMention> joined = _joined.Find(word);
        if (!joined.IsEmpty && reading.Place is not { Form: PlaceForm.Name })
        {
            Extent? part = reading.Place is null ? reading.Extent : reading.Extent ?? (word.IsOfControl ? Extent.Partial : null);
            reading = reading with { Place = joined[0], Extent = _joined.AreSomeOfMany(word) ? null : part };
        }
        if (reading.Place is { } land && _inLand.Find(word.Sentence, land) is { } finer) (reading, joined) = (reading with { Place = finer }, [.. joined.Where(other => other.Words != land.Words)]);
        if (reading.Place is { Form: PlaceForm.Name } some && PlaceOfSome.Is(word.Sentence, some.Span, word.At, _lexicon.Words)) reading = reading with { Place = null };
        return new FoundEvent(reading, word.At, word.Slots, word.Frame, joined.Length > 1 || reading.Place is not { Form: PlaceForm.Name } ? [.. joined.Where(other => other.Words != reading.Place?.Words)] : [], IsEmptied(word), word.With);
    }

    private FramePos? PosOf(Tree tree, int at)
    {
        ref readonly Token token = ref tree[at];
        if (IsGerund(tree, at) && !_lexicon.Frames.For(token.Form.ToLowerInvariant(), FramePos.Noun).IsEmpty) return FramePos.Noun;
        return token.Upos switch { Upos.Verb => FramePos.Verb, Upos.Noun => FramePos.Noun, Upos.Adj => FramePos.Adj, _ => null };
    }

    /// <summary>"Fighting continued": a gerund that stands where a noun stands.</summary>
    private static bool IsGerund(Tree tree, int at)
    {
        if (tree[at] is not { Upos: Upos.Verb, Penn: "VBG" }) return false;
        if (tree.Is(at, "nsubj") || tree.Is(at, "csubj") || tree.Is(at, "obj") || tree.Is(at, "obl") || tree.Is(at, "nmod")) return true;
        // "due to bombardment and fighting": joined to a noun, with nothing that makes it a verb.
        if (tree.Is(at, "conj") && tree.Head(at) is >= 0 and var joined && joined < at && tree[joined].Upos == Upos.Noun && !tree.Children(at).Any(child => tree[child].Relation is "obj" or "aux" or "nsubj" or "ccomp")) return true;
        // "in the most bizarre killing yet": with an article and no object, whatever the tree made of it.
        return at > 0 && tree[at - 1].Upos is Upos.Noun or Upos.Adj && tree.Child(at, "obj") < 0
            && tree.Children(at).Any(child => child < at && tree.Is(child, "compound") && tree.Children(child).Any(article => tree.Is(article, "det")));
    }

    private ImmutableArray<Frame> FramesFor(in Token token, FramePos pos)
    {
        ImmutableArray<Frame> frames = _lexicon.Frames.For(pos == FramePos.Noun && token.Penn == "VBG" ? token.Form.ToLowerInvariant() : token.Lemma.ToLowerInvariant(), pos);
        return frames.IsEmpty && pos == FramePos.Verb ? _lexicon.Frames.ForForm(token.Form.ToLowerInvariant()) : frames;
    }

    /// <summary>The dependent (or the word just after) that the frame asks for; for nouns also the preposition before.</summary>
    private static int Companion(Tree tree, int at, Frame frame)
    {
        foreach (int child in tree.Children(at))
        {
            // "announced strikes despite the ceasefire": no ceasefire was announced.
            if (tree.Is(child, "obl") && tree.Preposition(child) is "despite" or "after" or "before" or "during" or "since" or "until" or "without" or "amid") continue;
            // "the lines agreed under the truce": no truce was agreed.
            if (frame.Type == EventType.Ceasefire && tree.Is(child, "obl") && tree.Preposition(child) == "under") continue;
            if (IsAsked(child) && !tree.Is(child, "conj")) return child;
            if (!tree.Is(child, "obj") && !tree.Is(child, "obl") && !tree.Is(child, "xcomp")) continue;
            foreach (int below in tree.Children(child)) if ((tree.Is(below, "conj") || tree.Is(below, "nmod") && tree.Preposition(below) == "of") && IsAsked(below)) return below;
        }
        return frame.Pos == FramePos.Verb && at + 1 < tree.Count && IsAsked(at + 1) ? at + 1 : -1;

        bool IsAsked(int token) => frame.With.Contains(tree[token].Lemma.ToLowerInvariant());
    }

    private static bool IsEmptied(FramedWord word)
    {
        Tree tree = word.Tree;
        if (word.With >= 0 && FramedWord.IsNone(tree, word.With)) return true;
        return word.Frame.Slots.Any(slot => slot.Slot is "subj" or "obj" or "of" or "between" && word.Slots[slot.Slot].Any(argument =>
            FramedWord.IsNone(tree, argument) && !(tree.Head(word.At) == argument && tree[word.At].Relation == "acl")));   // "no fighters left": negated on the way up
    }
}
