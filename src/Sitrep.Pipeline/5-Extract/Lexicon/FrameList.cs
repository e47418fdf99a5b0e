using System.Collections.Frozen;
using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Extract.Lexicon;

/// <summary>Part of speech of an event word.</summary>
public enum FramePos { Verb, Noun, Adj }

/// <summary>What an argument is in an event.</summary>
public enum Part { Actor, Target, With, Instrument, From, To, Place, PlaceOrTarget }

/// <summary>What words must be to fill a slot.</summary>
public enum SlotNeed { Any, Place, Town, Force, Militants, People, Captive, Disaster, Weapon, Structure, Speaker, New, The, Nation }

/// <summary>One row of <c>data/events.tsv</c>: a word, what must stand with it, and who plays which part around it.</summary>
/// <param name="With">Lemmas one of which must depend on the trigger; empty when nothing must.</param>
/// <param name="Slots">Slot ("subj", "obj", a preposition …) and the part its words play.</param>
/// <param name="Needs">Slots that must be filled, and by what.</param>
public sealed record Frame(
    string Trigger, FramePos Pos, ImmutableArray<string> With, EventType Type,
    ImmutableArray<(string Slot, Part Part)> Slots, ImmutableArray<(string Slot, SlotNeed Need)> Needs);

/// <summary>The event words of <c>data/events.tsv</c>, in file order: the first row that fits is taken.</summary>
public sealed class FrameList
{
    private readonly FrozenDictionary<(string, FramePos), ImmutableArray<Frame>> _frames;

    private FrameList(FrozenDictionary<(string, FramePos), ImmutableArray<Frame>> frames) => _frames = frames;

    /// <summary>Rows for a verb form whose lemma the engine guessed wrong: the regular endings are taken off until a listed verb is left ("shelled" → "shell").</summary>
    public ImmutableArray<Frame> ForForm(string form)
    {
        foreach ((string ending, string instead) in Endings)
        {
            if (!form.EndsWith(ending, StringComparison.Ordinal) || form.Length - ending.Length < 3) continue;
            string stem = form[..^ending.Length] + instead;
            if (For(stem, FramePos.Verb) is { IsEmpty: false } frames) return frames;
            if (instead.Length == 0 && stem.Length > 3 && stem[^1] == stem[^2] && For(stem[..^1], FramePos.Verb) is { IsEmpty: false } single) return single;
        }
        return [];
    }

    private static readonly (string Ending, string Instead)[] Endings = [("ed", ""), ("d", ""), ("ied", "y"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""), ("n", ""), ("en", "")];

    /// <summary>Rows for a lemma; empty when it names no event.</summary>
    public ImmutableArray<Frame> For(string lemma, FramePos pos) => _frames.TryGetValue((lemma, pos), out ImmutableArray<Frame> frames) ? frames : [];

    public static FrameList Load(DataFolder data) => new(
        data.Rows("events.tsv", "trigger", "pos", "with", "type", "roles", "needs").Select(Parse)
            .GroupBy(frame => (frame.Trigger, frame.Pos)).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray()));

    private static Frame Parse(string[] row) => new(
        row[0], Spelling.Parse<FramePos>(row[1]), [.. row[2].Split('|', StringSplitOptions.RemoveEmptyEntries)], Spelling.Parse<EventType>(row[3]),
        [.. row[4].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cell => Split(cell, ':', row)).Select(pair => (pair.Left, pair.Right == "place|target" ? Part.PlaceOrTarget : Spelling.Parse<Part>(pair.Right)))],
        [.. row[5].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(cell => Split(cell, '=', row)).Select(pair => (pair.Left, Spelling.Parse<SlotNeed>(pair.Right)))]);

    private static (string Left, string Right) Split(string cell, char at, string[] row)
    {
        int index = cell.IndexOf(at);
        return index > 0 ? (cell[..index], cell[(index + 1)..]) : throw new InvalidDataException($"events.tsv, row '{row[0]}': '{cell}' has no '{at}'.");
    }
}
