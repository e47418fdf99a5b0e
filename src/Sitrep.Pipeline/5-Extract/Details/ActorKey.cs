using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Lexicon;

namespace Sitrep.Pipeline.Extract.Details;

/// <summary>The same for words that name one party: "IS" and "Islamic State".</summary>
internal static class ActorKey
{
    public static string Of(ActorMention actor, ReadingLexicon lexicon)
    {
        // "X's forces": another telling may call them "the forces".
        if (actor is { Name: { } called, Noun: { } band } && called.EndsWith("'s forces", StringComparison.Ordinal)) return band;
        if (actor.Name is { } name) return lexicon.Actors.Find(name) is [var known, ..] ? known.Name : name.ToLowerInvariant();
        string noun = actor.Noun ?? actor.Words.ToLowerInvariant();
        return actor.Country is { } country ? $"{country} {noun}" : noun;
    }
}
