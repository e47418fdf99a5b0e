using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Which violent events are one incident: a blast, the deaths in it and the wounded, told in one sentence or, by reports of one story, of one day and of places that may be one.</summary>
/// <remarks>They stay events of their own: a count of the dead is no count of blasts, and somebody may affirm the one and deny the other.</remarks>
internal sealed class Incidents
{
    private static readonly EventType[] Violence = [EventType.Attack, EventType.Bombing, EventType.Strike, EventType.Clash, EventType.Killing, EventType.Injury];

    /// <summary>Later events of a story that one is compared with; a war's day sees more than can be told apart.</summary>
    private const int NeighboursMax = 100;

    private readonly Dictionary<string, string> _root = new(StringComparer.Ordinal);
    private readonly Parties _parties;
    private readonly PlaceTies _places;
    private readonly EventFamilies _families;
    private readonly Dictionary<string, HashSet<string>> _placesOf = new(StringComparer.Ordinal);

    public Incidents(IEnumerable<EventGroup> groups, Parties parties, PlaceTies places, EventFamilies families, Func<string, string> storyOf)
    {
        (_parties, _places, _families) = (parties, places, families);
        EventGroup[] violent = [.. groups.Where(group => !group.Expected && Violence.Contains(group.Type) && group.Affirming.Any()).OrderBy(group => group.Number)];
        foreach (EventGroup group in violent)
        {
            _root[group.Id] = group.Id;
            _placesOf[group.Id] = group.Place is { } place ? [place] : [];
        }
        var inSentence = new Dictionary<(string Report, TextSpan Span), List<EventGroup>>();
        foreach (EventGroup group in violent)
        {
            foreach (var sentence in group.Affirming.Select(claim => (claim.Claim.ReportId, claim.Claim.Span)).Distinct())
            {
                if (!inSentence.TryGetValue(sentence, out List<EventGroup>? told)) inSentence.Add(sentence, told = []);
                foreach (EventGroup other in told) if (MayBeOne(other, group)) Join(other.Id, group.Id);
                told.Add(group);
            }
        }
        var ofStory = violent.Where(group => group.When is { } when && IsDay(when)).SelectMany(group => group.Claims.Select(claim => storyOf(claim.Claim.ReportId)).Distinct(StringComparer.Ordinal).Select(story => (story, group)));
        foreach (var story in ofStory.GroupBy(pair => pair.story, pair => pair.group, StringComparer.Ordinal))
        {
            EventGroup[] inOrder = [.. story.OrderBy(group => group.When!.Start).ThenBy(group => group.Number)];   // not null: filtered above
            for (int i = 0; i < inOrder.Length; i++)
            {
                for (int j = i + 1; j < inOrder.Length && j - i <= NeighboursMax && inOrder[j].When!.Start.DayNumber - inOrder[i].When!.End.DayNumber <= EventMatcher.DatedGapMax; j++)
                {
                    if (IsToldAgain(inOrder[i], inOrder[j]) && MayBeOne(inOrder[i], inOrder[j])) Join(inOrder[i].Id, inOrder[j].Id);
                }
            }
        }
        Alone = [.. _root.Keys.GroupBy(Root, StringComparer.Ordinal).Where(incident => incident.Count() == 1).Select(incident => incident.Key)];
    }

    private HashSet<string> Alone { get; }

    /// <summary>Id of the event that stands for the incident, its first; null for an event that is one by itself or no violence.</summary>
    public string? Of(string happened) => _root.ContainsKey(happened) && Root(happened) is var root && !Alone.Contains(root) ? root : null;

    // Of one named place; or of one kind in two newsrooms' reports, of a wider or a neighbouring place, or of none with the same count or party.
    private bool IsToldAgain(EventGroup one, EventGroup other)
    {
        PlaceTie tie = _places.Between(one.Place, other.Place);
        if (tie == PlaceTie.Same) return true;
        if (_families.Of(one.Type) != _families.Of(other.Type) || one.Claims.Any(claim => other.IsToldBy(claim.Dispatch))) return false;
        return tie != PlaceTie.Unknown || one.Claims.Any(other.SharesFigure) || one.Actors.Any(actor => !_parties.IsBare(actor) && other.Actors.Contains(actor)) || one.Targets.Any(actor => !_parties.IsBare(actor) && other.Targets.Contains(actor));
    }

    private bool MayBeOne(EventGroup one, EventGroup other) =>
        _places.Between(one.Place, other.Place) != PlaceTie.Other
        && (one.When is not { } when || other.When is not { } then || IsDay(when) && IsDay(then) && when.DaysApart(then) <= EventMatcher.DatedGapMax)
        && Agree(one.Actors, other.Actors) && (one.Type != other.Type || Agree(one.Targets, other.Targets));

    // Two parties named for one part are two incidents, unless they are of one side.
    private bool Agree(IReadOnlyCollection<string> ones, IReadOnlyCollection<string> others)
    {
        string[] named = [.. ones.Where(actor => !_parties.IsBare(actor))], known = [.. others.Where(actor => !_parties.IsBare(actor))];
        return named.Length == 0 || known.Length == 0 || named.Any(actor => known.Any(other => _parties.SameSide(actor, other)));
    }

    private static bool IsDay(Interval when) => when.Precision is TimePrecision.Time or TimePrecision.Day or TimePrecision.Days or TimePrecision.Unknown;

    private string Root(string happened)
    {
        while (_root[happened] != happened) happened = _root[happened] = _root[_root[happened]];
        return happened;
    }

    private void Join(string one, string other)
    {
        (string first, string second) = (Root(one), Root(other));
        // What names no place must not join what happened in two.
        if (first == second || _placesOf[first].Any(place => _placesOf[second].Any(known => _places.Between(place, known) == PlaceTie.Other))) return;
        _root[second] = first;
        _placesOf[first].UnionWith(_placesOf[second]);
    }
}
