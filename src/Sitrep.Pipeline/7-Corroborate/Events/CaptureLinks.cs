using System.Collections.Immutable;
using Sitrep.Model.Record;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Which taking of a place replaces an earlier one, and which two cannot both hold.</summary>
internal sealed class CaptureLinks
{
    /// <summary>Takings of one place compared with each next one; enemies' rival claims lie close together.</summary>
    private const int NeighboursMax = 50;

    private readonly Dictionary<string, string> _supersedes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _supersededBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _contradicts = new(StringComparer.Ordinal);

    public CaptureLinks(IEnumerable<EventGroup> groups, Parties parties)
    {
        foreach (var atPlace in groups.Where(group => group is { Type: EventType.Capture, Expected: false, Place: not null, When: not null } && group.Affirming.Any()).GroupBy(group => group.Place!, StringComparer.Ordinal))
        {
            EventGroup[] inOrder = [.. atPlace.OrderBy(group => group.When!.Start).ThenBy(group => group.When!.End).ThenBy(group => group.Id, StringComparer.Ordinal)];
            for (int i = 1; i < inOrder.Length; i++)
            {
                EventGroup later = inOrder[i];
                for (int j = i - 1; j >= Math.Max(0, i - NeighboursMax); j--)
                {
                    EventGroup earlier = inOrder[j];
                    if (!parties.Opposed(earlier.Actors, later.Actors)) continue;
                    if (earlier.When!.Overlaps(later.When!)) Contradict(earlier.Id, later.Id);
                    else if (_supersedes.TryAdd(later.Id, earlier.Id)) Add(_supersededBy, earlier.Id, later.Id);
                }
            }
        }
    }

    public ImmutableArray<string> Supersedes(string id) => _supersedes.TryGetValue(id, out string? earlier) ? [earlier] : [];

    public ImmutableArray<string> SupersededBy(string id) => _supersededBy.TryGetValue(id, out SortedSet<string>? later) ? [.. later] : [];

    public ImmutableArray<string> Contradicts(string id) => _contradicts.TryGetValue(id, out SortedSet<string>? others) ? [.. others] : [];

    private void Contradict(string one, string other)
    {
        Add(_contradicts, one, other);
        Add(_contradicts, other, one);
    }

    private static void Add(Dictionary<string, SortedSet<string>> links, string from, string to)
    {
        if (!links.TryGetValue(from, out SortedSet<string>? others)) links.Add(from, others = new SortedSet<string>(StringComparer.Ordinal));
        others.Add(to);
    }
}
