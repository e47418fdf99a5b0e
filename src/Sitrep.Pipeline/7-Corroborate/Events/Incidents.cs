using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Model.World;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Which violent events are one incident: a blast, the deaths in it and the wounded, told in one sentence or, by reports of one story, of one place and day.</summary>
/// <remarks>They stay events of their own: a count of the dead is no count of blasts, and somebody may affirm the one and deny the other.</remarks>
internal sealed class Incidents
{
    private static readonly EventType[] Violence = [EventType.Attack, EventType.Bombing, EventType.Strike, EventType.Clash, EventType.Killing, EventType.Injury];

    /// <summary>Events of one place that are compared with one another; a front town sees more in a war than can be told apart.</summary>
    private const int AtPlaceMax = 200;

    private readonly Dictionary<string, string> _root = new(StringComparer.Ordinal);
    private readonly Parties _parties;
    private readonly PlaceTies _places;

    public Incidents(IEnumerable<EventGroup> groups, Parties parties, PlaceTies places, Func<string, string> storyOf)
    {
        (_parties, _places) = (parties, places);
        EventGroup[] violent = [.. groups.Where(group => !group.Expected && Violence.Contains(group.Type) && group.Affirming.Any()).OrderBy(group => group.Number)];
        foreach (EventGroup group in violent) _root[group.Id] = group.Id;
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
        foreach (var atPlace in violent.Where(group => group.Place is not null && group.When is not null).GroupBy(group => group.Place!, StringComparer.Ordinal))
        {
            EventGroup[] here = [.. atPlace.OrderBy(group => group.When!.Start).ThenBy(group => group.Number).Take(AtPlaceMax)];
            HashSet<string>[] stories = [.. here.Select(group => group.Claims.Select(claim => storyOf(claim.Claim.ReportId)).ToHashSet(StringComparer.Ordinal))];
            for (int i = 0; i < here.Length; i++)
            {
                for (int j = i + 1; j < here.Length && here[j].When!.Start.DayNumber - here[i].When!.End.DayNumber <= EventMatcher.DatedGapMax; j++)
                {
                    if (stories[i].Overlaps(stories[j]) && MayBeOne(here[i], here[j])) Join(here[i].Id, here[j].Id);
                }
            }
        }
        Alone = [.. _root.Keys.GroupBy(Root, StringComparer.Ordinal).Where(incident => incident.Count() == 1).Select(incident => incident.Key)];
    }

    private HashSet<string> Alone { get; }

    /// <summary>Id of the event that stands for the incident, its first; null for an event that is one by itself or no violence.</summary>
    public string? Of(string happened) => _root.ContainsKey(happened) && Root(happened) is var root && !Alone.Contains(root) ? root : null;

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
        if (first != second) _root[second] = first;
    }
}
