using System.Collections.Immutable;
using System.Globalization;
using Sitrep.Language.Tokens;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;
using Sitrep.Pipeline.Extract;
using Sitrep.Pipeline.Extract.Events;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Explain;

/// <summary>What the sentence itself gave: whose word it is, what the words do, which frame fitted.</summary>
internal sealed class SentenceEvidence(DataFolder data, FrameList frames)
{
    public IEnumerable<Evidence> Of(ClaimBasis basis)
    {
        yield return Attribution(basis);
        yield return Factual(basis);
        yield return Stance(basis);
        if (basis.Claim.Event is { } happened) yield return basis.Event is { } found ? Event(basis.Sentence.Tree, found, happened)
            : new Evidence("event", $"{Word(happened.Type)}: \"{happened.Lemma}\"", ["no event word of this sentence gave it: the words go back to what was told before, or are a denial or forecast kept as said"]);
        if (basis.Claim.Figure is { } figure) yield return Figure(figure);
        if (basis.Claim.Fate is { } fate) yield return new Evidence("fate", $"{fate.Person.Words}: {Word(fate.State)}", []);
    }

    private Evidence Attribution(ClaimBasis basis)
    {
        Model.Record.Attribution by = basis.Claim.By;
        if (by.Kind == SourceKind.Narration) return new Evidence("attribution", "the report's own word", ["no cue of data/cues.tsv in the sentence covers these words"]);
        var details = ImmutableArray.CreateBuilder<string>();
        if (basis.By is { Cue: >= 0 } found)
        {
            Tree tree = basis.Sentence.Tree;
            string lemma = tree[found.Cue].Lemma.ToLowerInvariant();
            string form = tree[found.Cue].Upos switch { Upos.Verb or Upos.Aux => "verb", Upos.Noun or Upos.Propn => "noun", Upos.Adj => "adjective", Upos.Adv => "adverb", _ => "phrase" };
            details.Add($"cue \"{tree[found.Cue].Form}\": {ListRow.Of(data, "cues.tsv", row => row[0] == lemma && row[1] == form)
                ?? ListRow.Of(data, "cues.tsv", row => row[0] == by.Cue || row[0] == lemma || row[0].StartsWith(lemma + " ", StringComparison.Ordinal)) ?? "no row of its own; the grammar gave it"}");
            details.Add($"content: \"{Content(tree, found.Content)}\"");
        }
        else details.Add(by.Cue is null ? "the clause's own verb is the source's word" : by.Quoted ? $"a quotation that goes on: who is quoted beside it (cue \"{by.Cue}\")" : $"cue \"{by.Cue}\": the event word is itself the source's word");
        if (by.Quoted) details.Add("the words stand in quotation marks");
        if (by.Via is { } hand) details.Add($"through \"{hand.Words}\"");
        if (by.SaidOn is { } day) details.Add($"said on \"{day.Words}\" ({day.Value})");
        return new Evidence("attribution", $"\"{by.Source?.Words ?? "(nobody named)"}\", {Word(by.Kind)}", details.DrainToImmutable());
    }

    private static Evidence Factual(ClaimBasis basis)
    {
        if (basis.At < 0) return new Evidence("factuality", "read where it was told before", []);
        Tree tree = basis.Sentence.Tree;
        ImmutableArray<string> signs = [.. basis.Signs.Select(sign => $"\"{tree[sign.Token].Form}\" {sign.Why}").Distinct(StringComparer.Ordinal)];
        return new Evidence("factuality", $"the words themselves: {(basis.Inside is { } inside ? Word(inside) : "nothing that happened")}",
            signs.IsEmpty ? [$"no negation, modal, condition or governing word above \"{tree[basis.At].Form}\""] : signs);
    }

    private static Evidence Stance(ClaimBasis basis)
    {
        string told = basis.Inside is { } inside ? Word(inside) : "-";
        string cue = basis.By is { } by ? Word(by.Effect) : "none";
        var details = ImmutableArray.CreateBuilder<string>();
        details.Add($"words: {told}; what the cue does: {cue}");
        if (basis.Event is { Emptied: true }) details.Add("an argument says that there was none: the stance is turned round");
        if (basis.Event is { } found && basis.Claim.Event is { } kept && found.Reading.Type != kept.Type) details.Add($"an attempt at {Word(found.Reading.Type)} is told as {Word(kept.Type)}");
        return new Evidence("stance", Word(basis.Claim.Stance), details.DrainToImmutable());
    }

    private Evidence Event(Tree tree, FoundEvent found, EventReading kept)
    {
        Frame frame = found.Frame;
        string trigger = frame.Trigger, pos = Word(frame.Pos);
        var details = ImmutableArray.CreateBuilder<string>();
        details.Add(ListRow.Of(data, "events.tsv", row => row[0] == trigger && row[1] == pos, frames.For(trigger, frame.Pos).IndexOf(frame)) ?? "no row");
        foreach ((string slot, int token) in found.Slots.All)
        {
            string part = frame.Slots.FirstOrDefault(named => named.Slot == slot) is { Slot: not null } named ? Word(named.Part) : "may give the place";
            (int first, int last) = tree.Extent(token);
            details.Add($"{slot} ({part}): \"{Cut(tree.Words(first, last))}\", head \"{tree[token].Form}\" ({tree[token].Relation})");
        }
        details.AddRange(kept.Roles.Select(role => $"filled {Word(role.Role)}: \"{role.Actor.Words}\"").Distinct(StringComparer.Ordinal));
        if (kept.Extent is { } extent) details.Add($"extent: {Word(extent)}");
        if (kept.Background) details.Add("set back in time by its grammar");
        return new Evidence("event", $"{Word(kept.Type)}: \"{tree[found.Trigger].Form}\" ({pos} \"{trigger}\")", details.DrainToImmutable());
    }

    private static Evidence Figure(FigureReading figure)
    {
        QuantityMention number = figure.Quantity;
        string count = string.Create(CultureInfo.InvariantCulture, $"{number.Low?.ToString(CultureInfo.InvariantCulture) ?? "?"} to {number.High?.ToString(CultureInfo.InvariantCulture) ?? "?"}, best {number.Best?.ToString(CultureInfo.InvariantCulture) ?? "none"}");
        return new Evidence("figure", $"\"{number.Words}\" {Word(figure.Measure)}",
        [
            $"{Word(number.Qualifier)}: {count}", $"counted: {(figure.Subject is { } subject ? $"\"{subject.Words}\"" : "not said")}", figure.Stock ? "a count standing at that time" : "what one event added",
            .. figure.Revises is { } before ? [string.Create(CultureInfo.InvariantCulture, $"the words give the earlier number {before}")] : ImmutableArray<string>.Empty,
        ]);
    }

    private static string Content(Tree tree, bool[] inside)
    {
        int first = Array.IndexOf(inside, true), last = Array.LastIndexOf(inside, true);
        return first < 0 ? "" : Cut(tree.Words(first, last));
    }

    private static string Cut(string words) => words.Length <= 100 ? words : words[..97] + "…";

    private static string Word<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
