using Sitrep.Model.Record;
using Sitrep.Pipeline.Data;

namespace Sitrep.Pipeline.Corroborate.Events;

/// <summary>Which types of event may be one happening in other words, from <c>data/event-families.tsv</c>.</summary>
public sealed class EventFamilies
{
    private readonly Dictionary<EventType, EventType> _general = [];

    private EventFamilies(IEnumerable<IEnumerable<EventType>> families)
    {
        foreach (EventType[] family in families.Select(family => family.ToArray())) foreach (EventType type in family) _general[type] = family[0];
    }

    /// <exception cref="InvalidDataException">A row names no type of the record.</exception>
    public static EventFamilies Load(DataFolder data) => new(data.Rows("event-families.tsv", "family", "type")
        .Select(row => (Family: row[0], Type: Enum.TryParse(row[1], ignoreCase: true, out EventType type) ? type : throw new InvalidDataException($"{data.PathOf("event-families.tsv")}: '{row[1]}' is no type of event.")))
        .GroupBy(row => row.Family, StringComparer.Ordinal).Select(family => family.Select(row => row.Type)));

    /// <summary>The general type of the family; the type itself where it is of none.</summary>
    public EventType Of(EventType type) => _general.GetValueOrDefault(type, type);
}
