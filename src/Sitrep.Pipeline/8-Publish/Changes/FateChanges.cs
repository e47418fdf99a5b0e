using Sitrep.Model.Record;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Changes;

/// <summary>What became known of persons' fates.</summary>
internal static class FateChanges
{
    public static IEnumerable<RecordChange> Of(RecordIndex then, RecordIndex now, NewClaims news)
    {
        Dictionary<string, PersonFate> was = then.Record.Persons.ToDictionary(person => person.Actor, StringComparer.Ordinal);
        foreach (PersonFate fate in now.Record.Persons)
        {
            PersonFate? old = was.GetValueOrDefault(fate.Actor);
            if (old?.State == fate.State) continue;
            ChangeKind kind = (old?.State, fate.State) switch
            {
                (null, _) => ChangeKind.New,
                (_, FateState.Contested) => ChangeKind.Disputed,
                (FateState.Contested or FateState.Unknown, _) => ChangeKind.Confirmed,
                (FateState.Dead, FateState.Alive) or (FateState.Alive, FateState.Dead) => ChangeKind.Reversed,
                _ => ChangeKind.Revised,
            };
            yield return new RecordChange(kind, ChangedThing.Person, fate.Actor, null, now.ActorName(fate.Actor), null, null, old is null ? null : Spelling.Spaced(old.State), Spelling.Spaced(fate.State), news.Of(fate.Claims));
        }
    }
}
