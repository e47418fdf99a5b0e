using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Pipeline.Corroborate.Comparing;

/// <summary>Finds what two reports both count, and whether their numbers fit each other.</summary>
/// <remarks>A report leads with the count of what it is about: the first number of a measure in one is held against the first in the other. When either has the other's
/// number somewhere, they agree on it.</remarks>
internal static class CountMatcher
{
    public static ImmutableArray<CountComparison> Match(ImmutableArray<CountDetail> first, ImmutableArray<CountDetail> second)
    {
        var found = ImmutableArray.CreateBuilder<CountComparison>();
        foreach (Measure measure in first.Select(count => count.Measure).Intersect(second.Select(count => count.Measure)).Order())
        {
            CountDetail[] ones = [.. first.Where(count => count.Measure == measure)], others = [.. second.Where(count => count.Measure == measure)];
            CountDetail? same = others.FirstOrDefault(other => Fit(ones[0].Quantity, other.Quantity)), back = ones.FirstOrDefault(one => Fit(one.Quantity, others[0].Quantity));
            if (same is not null) found.Add(new CountComparison(measure, ones[0], same, false));
            else if (back is not null) found.Add(new CountComparison(measure, back, others[0], false));
            else found.Add(new CountComparison(measure, ones[0], others[0], true));
        }
        return found.DrainToImmutable();
    }

    /// <summary>True when one number may be meant by both.</summary>
    private static bool Fit(QuantityMention one, QuantityMention other) => (one.Low ?? 0) <= (other.High ?? long.MaxValue) && (other.Low ?? 0) <= (one.High ?? long.MaxValue);
}
