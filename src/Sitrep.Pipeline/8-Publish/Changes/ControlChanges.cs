using Sitrep.Model.Record;
using Sitrep.Model.World;
using Sitrep.Pipeline.Publish.View;

namespace Sitrep.Pipeline.Publish.Changes;

/// <summary>Who holds what: the last state that each record knows of each place.</summary>
internal static class ControlChanges
{
    public static IEnumerable<RecordChange> Of(RecordIndex then, RecordIndex now, NewClaims news)
    {
        Dictionary<string, ControlSpan> was = Last(then.Record);
        foreach ((string place, ControlSpan span) in Last(now.Record))
        {
            ControlSpan? old = was.GetValueOrDefault(place);
            if (Kind(old, span) is not { } kind) continue;
            string[] claims = [.. span.Basis.Select(now.Event).OfType<Event>().SelectMany(happening => happening.Claims)];
            yield return new RecordChange(kind, ChangedThing.Control, place, null, now.PlaceName(place), place, Interval.Day(span.From), old is null ? null : State(old, then), State(span, now), news.Of(claims));
        }
    }

    private static ChangeKind? Kind(ControlSpan? old, ControlSpan span)
    {
        if (old is null || old.State == ControlState.Unknown && old.Holder is null) return span.State == ControlState.Unknown ? null : ChangeKind.New;
        if (old.State == span.State && old.Holder == span.Holder) return null;
        if (span.State == ControlState.Contested && old.State != ControlState.Contested) return ChangeKind.Disputed;
        if (old.Holder != span.Holder) return ChangeKind.Reversed;
        return (old.State, span.State) switch
        {
            (ControlState.Claimed or ControlState.Contested, ControlState.Held) => ChangeKind.Confirmed,
            _ => ChangeKind.Revised,
        };
    }

    private static Dictionary<string, ControlSpan> Last(SituationRecord record) =>
        record.Control.Where(control => !control.Spans.IsEmpty).ToDictionary(control => control.Place, control => control.Spans[^1], StringComparer.Ordinal);

    private static string State(ControlSpan span, RecordIndex index)
    {
        string holder = span.Holder is null ? "" : index.ActorName(span.Holder);
        return span.State switch
        {
            ControlState.Held when holder.Length > 0 => $"held by {holder}",
            ControlState.Claimed when holder.Length > 0 => $"claimed by {holder}",
            ControlState.Contested when holder.Length > 0 => $"contested; claimed by {holder}",
            ControlState.Contested => "contested",
            _ => "nobody says who holds it",
        };
    }
}
