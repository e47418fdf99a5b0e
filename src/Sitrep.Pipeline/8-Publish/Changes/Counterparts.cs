using System.Collections.Immutable;

namespace Sitrep.Pipeline.Publish.Changes;

/// <summary>Finds what an event or figure of one record is in another: the one of its id, else the one that holds most of its claims.</summary>
internal sealed class Counterparts<T> where T : class
{
    private readonly Dictionary<string, T> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T> _byClaim = new(StringComparer.Ordinal);
    private readonly Func<T, string> _id;
    private readonly Func<T, IEnumerable<string>> _claims;

    public Counterparts(ImmutableArray<T> all, Func<T, string> id, Func<T, IEnumerable<string>> claims)
    {
        (_id, _claims) = (id, claims);
        foreach (T one in all)
        {
            _byId.TryAdd(id(one), one);
            foreach (string claim in claims(one)) _byClaim.TryAdd(claim, one);
        }
    }

    /// <returns>Null when it has none.</returns>
    public T? Of(T other)
    {
        if (_byId.GetValueOrDefault(_id(other)) is { } same) return same;
        return _claims(other).Select(_byClaim.GetValueOrDefault).OfType<T>().GroupBy(_id, StringComparer.Ordinal)
            .OrderByDescending(shared => shared.Count()).ThenBy(shared => shared.Key, StringComparer.Ordinal).FirstOrDefault()?.First();
    }
}
