using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Pipeline.Corroborate.Comparing;

/// <summary>Finds what two reports both count, and whether their numbers fit each other.</summary>
/// <remarks>A report leads with the count of what it is about: the first number of a measure and a population in one is held against the first in the other, words such as "dozens" only
/// where there is no number. Civilians and fighters are two populations; people in general may be either. When each has the other's number somewhere, they agree.</remarks>
internal static class CountMatcher
{
    /// <summary>How much higher a number may be for which "at least" still stands: who says "at least 20" does not mean 32.</summary>
    private const double AboveMax = 1.25;

    public static ImmutableArray<CountComparison> Match(ImmutableArray<CountDetail> first, ImmutableArray<CountDetail> second)
    {
        var found = ImmutableArray.CreateBuilder<CountComparison>();
        foreach (Measure measure in first.Select(count => count.Measure).Intersect(second.Select(count => count.Measure)).Order())
        {
            CountDetail[] ones = [.. first.Where(count => count.Measure == measure)], others = [.. second.Where(count => count.Measure == measure)];
            if (Leads(ones, others) is not { } pair) continue;
            (CountDetail lead, CountDetail other) = pair;
            CountDetail? same = others.FirstOrDefault(count => Fit(lead.Quantity, count.Quantity)), back = ones.FirstOrDefault(count => Fit(count.Quantity, other.Quantity));
            if (Fit(lead.Quantity, other.Quantity)) found.Add(new CountComparison(measure, lead, other, false));
            else if (same is not null && back is not null) found.Add(new CountComparison(measure, lead, same, false));
            else found.Add(new CountComparison(measure, lead, other, true));
        }
        return found.DrainToImmutable();
    }

    /// <summary>The first counts of one population; null when the reports count different ones.</summary>
    private static (CountDetail, CountDetail)? Leads(CountDetail[] ones, CountDetail[] others)
    {
        foreach (Func<CountDetail, CountDetail, bool> comparable in (Func<CountDetail, CountDetail, bool>[])[(one, other) => one.Subject == other.Subject, (one, other) => one.Subject.Length == 0 || other.Subject.Length == 0])
        {
            foreach (bool vague in (bool[])[false, true])
            {
                foreach (CountDetail one in ones.Where(count => vague || !IsVague(count.Quantity)))
                {
                    if (others.FirstOrDefault(other => (vague || !IsVague(other.Quantity)) && comparable(one, other)) is { } match) return (one, match);
                }
            }
        }
        return null;
    }

    private static bool IsVague(QuantityMention quantity) => quantity.Qualifier is Qualifier.Several or Qualifier.Dozens or Qualifier.Hundreds or Qualifier.Thousands or Qualifier.TensOfThousands;

    /// <summary>True when one number may be meant by both.</summary>
    private static bool Fit(QuantityMention one, QuantityMention other) => (one.Low ?? 0) <= Top(other) && (other.Low ?? 0) <= Top(one);

    private static double Top(QuantityMention quantity) => quantity.High ?? (IsVague(quantity) || quantity.Low is not { } low ? double.PositiveInfinity : low * AboveMax);
}
