using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Model.Reports;
using Sitrep.Model.Text;
using Sitrep.Model.World;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract.Attributions;
using Sitrep.Pipeline.Extract.Quantities;

namespace Sitrep.Pipeline.Extract.Second;

/// <summary>Asks of each item of a model's answer what the built-in reader's claims have by their making: that its words stand in the report, that they name what
/// they are said to name, and that the sentence does not say otherwise. What passes becomes a claim.</summary>
/// <param name="sentences">Of the body, in order.</param>
/// <param name="stanceOf">Whose word the clause of a token is and whether it is affirmed, as the built-in reader reads it; null when it is told as not going to happen.</param>
/// <param name="known">Claims of the built-in reader.</param>
/// <param name="readBy">See <see cref="Claim.ReadBy"/>.</param>
internal sealed class ItemCheck(
    Report report, ImmutableArray<AttributedSentence> sentences, ItemReader reader, Func<AttributedSentence, int, (Attribution By, Stance Stance)?> stanceOf, ImmutableArray<Claim> known, string readBy, WordSets words)
{
    /// <summary>Words of a quote; fewer say nothing by themselves.</summary>
    private const int QuoteWordsMin = 3;

    private readonly QuotedWords _words = new(report.Text, sentences);
    private readonly List<Claim> _claims = [.. known];
    private ReasonCode _why;   // for which the item at hand is refused

    /// <param name="part">The stretches of the report that the model was given; a quote stands in one of them.</param>
    /// <returns>The claim; or null and the reason for which the item is refused.</returns>
    public (Claim? Claim, ReasonCode Why) Of(ModelItem? item, IReadOnlyList<FoldedText> part)
    {
        if (Read(item, part) is not { } claim) return (null, _why);
        if (IsKnown(claim)) return (null, ReasonCode.ItemKnown);
        _claims.Add(claim);
        return (claim, default);
    }

    private Claim? Read(ModelItem? item, IReadOnlyList<FoldedText> part)
    {
        if (item is null) return Refuse<Claim>(ReasonCode.ItemMalformed);
        bool figure = item.Kind == "figure", type = figure ? Vocabulary.Measures.ContainsKey(item.Type) : item.Kind == "event" && Vocabulary.Types.ContainsKey(item.Type);
        if (!type || !Vocabulary.Stances.TryGetValue(item.Stance, out Stance stance)) return Refuse<Claim>(ReasonCode.ItemNotInVocabulary);
        if (Quote(item.Quote, part) is not { } quote) return Refuse<Claim>(ReasonCode.ItemNotQuoted);
        return figure ? Figure(item, quote, stance) : Event(item, quote, stance);
    }

    private static TextSpan? Quote(string words, IReadOnlyList<FoldedText> part)
    {
        if (words.Split((char[]?)null, QuoteWordsMin + 1, StringSplitOptions.RemoveEmptyEntries).Length < QuoteWordsMin) return null;
        foreach (FoldedText stretch in part) if (stretch.Find(words) is { } found) return found;
        return null;
    }

    private Claim? Event(ModelItem item, TextSpan quote, Stance stance)
    {
        if (_words.InQuote(quote, item.Word) is not ({ } home, { } word)) return Refuse<Claim>(ReasonCode.ItemWordsAbsent);
        Tree tree = word.In.Sentence.Tree;
        EventType type = Vocabulary.Types[item.Type];
        if (tree[word.Head].Upos is not (Upos.Verb or Upos.Noun or Upos.Adj or Upos.Propn or Upos.Adv)) return Refuse<Claim>(ReasonCode.ItemWordsUnread);
        if (!reader.MayName(tree[word.Head], type)) return Refuse<Claim>(ReasonCode.ItemContradicted);
        if (By(item.Source, home, word.Head, quote, stance) is not { } by
            || !Optional(item.Place, home, reader.Place, out PlaceMention? place) || !Optional(item.When, home, ItemReader.When, out DateMention? when)
            || All(item.Actors, home, reader.Doers) is not { } roles) return null;
        foreach (string target in item.Targets)
        {
            if (_words.Near(home, target) is not { } found) return Refuse<Claim>(ReasonCode.ItemWordsAbsent);
            ImmutableArray<ActorMention> suffering = reader.Sufferers(found);
            roles.AddRange(suffering.Select(actor => new RoleMention(RoleKind.Target, actor)));
            // "attacked Gao": whom it is done to is where it is done.
            if (suffering.IsEmpty && (place ??= reader.Place(found)) is null) return Refuse<Claim>(ReasonCode.ItemWordsUnread);
        }
        bool undergone = item.Targets.IsEmpty && (reader.Undergoes(tree[word.Head], type) || (type == EventType.Displacement && roles.All(role => role.Actor.Kind is ActorKind.Population or ActorKind.Person)));
        var happened = new EventReading(type, tree.Span(word.Head, word.Head), tree[word.Head].Lemma.ToLowerInvariant(),
            [.. roles.Select(role => undergone && role.Role == RoleKind.Actor ? role with { Role = RoleKind.Target } : role).Distinct()], place, when, null, by.Kind == SourceKind.Narration && Factuality.IsBackground(tree, word.Head, words));
        return Claim(quote, stance, by, happened, null);
    }

    private Claim? Figure(ModelItem item, TextSpan quote, Stance stance)
    {
        if (Number(quote, item.Word) is not ({ } home, { } number)) return Refuse<Claim>(ReasonCode.ItemNumberAbsent);
        int head = new FoundWords(sentences[home], number.Mention.Span, number.First, number.Last).Head;
        if (By(item.Source, home, head, quote, stance) is not { } by || All(item.Targets, home, counted => [.. reader.Sufferers(counted).Select(actor => new RoleMention(RoleKind.Target, actor))]) is not { } subjects
            || !Optional(item.Place, home, reader.Place, out PlaceMention? place) || !Optional(item.When, home, ItemReader.When, out DateMention? when)) return null;
        return Claim(quote, stance, by, null, new FigureReading(Vocabulary.Measures[item.Type], number.Mention, subjects.Count > 0 ? subjects[0].Actor : null, place, when, item.Total, null));
    }

    /// <summary>The count inside the quote that the words, or the digits, are. Its value is the built-in reader's.</summary>
    private (int Index, FoundQuantity Quantity)? Number(TextSpan quote, string words)
    {
        (int Index, FoundWords Words)? found = _words.InQuote(quote, words);
        bool digits = long.TryParse(words.Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out long value);
        for (int i = 0; i < sentences.Length; i++)
        {
            if (!sentences[i].Span.Overlaps(quote)) continue;
            foreach (FoundQuantity quantity in sentences[i].Sentence.Quantities)
            {
                QuantityMention count = quantity.Mention;
                if (count.Span.End <= quote.Start || count.Span.End > quote.End) continue;   // "at least" may stand before the quote, the number may not
                if (digits ? count.Best == value || count.Low == value || count.High == value : found is { } at && at.Words.Span.Overlaps(count.Span)) return (i, quantity);
            }
        }
        return null;
    }

    /// <summary>Whose word it is. The built-in reader's opinion of the clause stands where it has one; a source it does not know of must at least speak near by.</summary>
    private Attribution? By(string? source, int home, int at, TextSpan quote, Stance stance)
    {
        if (stanceOf(sentences[home], at) is not { } told || (told.Stance != stance && told.Stance != Stance.Affirms)) return Refuse<Attribution>(ReasonCode.ItemContradicted);
        if (source is null) return told.By;
        if (_words.Near(home, source) is not { } words) return Refuse<Attribution>(ReasonCode.ItemWordsAbsent);
        if (reader.Speaker(words) is not { } speaker) return Refuse<Attribution>(ReasonCode.ItemWordsUnread);
        // Of several hands ("the monitor said witnesses had told it") the nearest counts, whichever the item names.
        if (told.By.Source is not null) return IsSame(told.By.Source, speaker) || IsSame(told.By.Via, speaker) || sentences[home].Attributions.Any(outer => outer.Content[at] && IsSame(outer.By.Source, speaker)) ? told.By : Refuse<Attribution>(ReasonCode.ItemContradicted);
        if (!reader.HasCue(words.In.Sentence)) return Refuse<Attribution>(ReasonCode.ItemContradicted);
        bool quoted = QuoteMarks.Find(report.Text, sentences[home].Paragraph).Any(marks => marks.Contains(quote));
        return words.In.Attributions.FirstOrDefault(there => IsSame(there.By.Source, speaker)) is { } known
            ? known.By with { Quoted = quoted } : new Attribution(speaker, reader.KindOf(speaker), null, null, quoted, null);
    }

    private static bool IsSame(ActorMention? one, ActorMention other) =>
        one is not null && (one.Span.Overlaps(other.Span) || (one.Name is not null && one.Name == other.Name) || string.Equals(one.Words, other.Words, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null when one of them does not stand there, or names nobody.</returns>
    private List<RoleMention>? All(ImmutableArray<string> words, int home, Func<FoundWords, ImmutableArray<RoleMention>> read)
    {
        var all = new List<RoleMention>();
        foreach (string one in words)
        {
            if (_words.Near(home, one) is not { } found) return Refuse<List<RoleMention>>(ReasonCode.ItemWordsAbsent);
            if (read(found) is not { IsEmpty: false } named) return Refuse<List<RoleMention>>(ReasonCode.ItemWordsUnread);
            all.AddRange(named);
        }
        return all;
    }

    /// <returns>False when words are given that do not stand there, or name nothing of that kind.</returns>
    private bool Optional<T>(string? words, int home, Func<FoundWords, T?> read, out T? value) where T : class
    {
        value = null;
        if (words is null) return true;
        FoundWords? found = _words.Near(home, words);
        if (found is { } there) value = read(there);
        if (value is null) _why = found is null ? ReasonCode.ItemWordsAbsent : ReasonCode.ItemWordsUnread;
        return value is not null;
    }

    private Claim Claim(TextSpan quote, Stance stance, Attribution by, EventReading? happened, FigureReading? figure)
    {
        string what = string.Create(CultureInfo.InvariantCulture, $"second/{quote.Start}-{quote.End}/{happened?.Type}/{happened?.Trigger.Start}/{figure?.Quantity.Span.Start}/{by.Source?.Span.Start}");
        return new Claim(StableId.Of('c', report.Id, what), report.Id, quote, stance, by, happened, figure, null) { ReadBy = readBy };
    }

    /// <summary>The word or number has been read; or the same kind of event has, in the same words, with all that the item names.</summary>
    private bool IsKnown(Claim item) => _claims.Any(claim => claim.Span.Overlaps(item.Span) && (claim.ReadBy is null || claim.By.Source?.Span == item.By.Source?.Span) && (
        (item.Event is { } happened && claim.Event is { } told && (told.Trigger.Overlaps(happened.Trigger) || (told.Type == happened.Type && claim.Stance == item.Stance && Mentions(happened).All(one => Mentions(told).Any(one.Overlaps)))))
        || (item.Figure is { } figure && claim.Figure is { } counted && counted.Quantity.Span.Overlaps(figure.Quantity.Span))));

    private static IEnumerable<TextSpan> Mentions(EventReading reading) => reading.Roles.Select(role => role.Actor.Span).Concat(reading.Place is { } place ? [place.Span] : []);

    private T? Refuse<T>(ReasonCode why) where T : class
    {
        _why = why;
        return null;
    }
}
