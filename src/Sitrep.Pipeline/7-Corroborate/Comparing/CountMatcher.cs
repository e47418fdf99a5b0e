using System.Collections.Immutable;
using Sitrep.Model.Record;
using Sitrep.Model.Text;
using Sitrep.Pipeline.Extract.Details;

namespace Sitrep.Pipeline.Corroborate.Comparing;

/// <summary>Finds what two reports both count, and whether their numbers fit each other.</summary>
/// <remarks>A report leads with the count of what it is about: the first number of a measure and a population in one is held against the first in the other, words such as "dozens" only
/// where there is no number. What is counted of a place that a report does not lead with is held only against what names the same place, and what stands in one sentence with it goes
/// with it. Civilians and fighters are two populations; people in general may be either. Who tells both numbers holds them to be two counts: a whole and its part.</remarks>
internal sealed class CountMatcher
{
    /// <summary>How much higher a number may be for which "at least" still stands: who says "at least 20" does not mean 32.</summary>
    private const double AboveMax = 1.25;

    private readonly CountDetail[] _first, _second;
    private readonly HashSet<string> _leadFirst, _leadSecond, _leadBoth;

    /// <summary>Sentences of both reports that count the same incident.</summary>
    private readonly List<(TextSpan First, TextSpan Second)> _bound = [];

    private CountMatcher(TellingDetails first, TellingDetails second)
    {
        (_first, _second) = (Settled(first.Counts), Settled(second.Counts));
        (_leadFirst, _leadSecond) = ([.. first.LeadNames], [.. second.LeadNames]);
        _leadBoth = [.. _leadFirst.Intersect(_leadSecond, StringComparer.Ordinal)];
    }

    public static ImmutableArray<CountComparison> Match(TellingDetails first, TellingDetails second)
    {
        var matcher = new CountMatcher(first, second);
        return [.. first.Counts.Select(count => count.Measure).Intersect(second.Counts.Select(count => count.Measure)).Order().SelectMany(matcher.Match)];
    }

    private IEnumerable<CountComparison> Match(Measure measure)
    {
        List<CountDetail> ones = [.. _first.Where(count => count.Measure == measure)], others = [.. _second.Where(count => count.Measure == measure)];
        List<CountDetail> mains = [.. ones.Where(count => !IsAside(count, _leadFirst))], counted = [.. others.Where(count => !IsAside(count, _leadSecond))];
        (CountDetail First, CountDetail Second)? lead = Leads(mains, counted, alike: true);
        if (lead is { } led) Take(ones, others, led);
        // What a report counts by the way is held against the count of the same place.
        var told = new List<CountComparison>();
        bool mainTold = lead is not null;
        foreach (CountDetail one in ones.ToArray())
        {
            if (!ones.Contains(one) || IsVague(one.Quantity)) continue;
            CountDetail? other = others.Where(other => !IsVague(other.Quantity) && (IsAside(one, _leadFirst) || IsAside(other, _leadSecond)) && MayMeet(one, other) && SharesPlace(one, other))
                .OrderByDescending(other => Fit(one.Quantity, other.Quantity)).ThenByDescending(other => one.Names.Intersect(other.Names, StringComparer.Ordinal).Count()).ThenByDescending(other => one.Subject == other.Subject).FirstOrDefault();
            if (other is null) continue;
            _bound.Add((one.Sentence, other.Sentence));
            mainTold |= !IsAside(one, _leadFirst) || !IsAside(other, _leadSecond);
            Take(ones, others, (one, other));
            told.Add(new CountComparison(measure, one, other, !Fit(one.Quantity, other.Quantity)));
        }
        // Where what one leads with is the other's by the way, nothing is left that both lead with.
        if (!mainTold) lead = Leads(mains, counted, alike: false);
        return lead is { } pair ? told.Prepend(Judge(measure, pair, mains, counted)) : told;
    }

    private static void Take(List<CountDetail> ones, List<CountDetail> others, (CountDetail First, CountDetail Second) pair)
    {
        ones.RemoveAll(count => Number(count) == Number(pair.First));
        others.RemoveAll(count => Number(count) == Number(pair.Second));
    }

    // "45 in all, 12 of them in the east": who tells both numbers has two counts, a whole and a part.
    private static CountComparison Judge(Measure measure, (CountDetail First, CountDetail Second) lead, List<CountDetail> ones, List<CountDetail> others)
    {
        (CountDetail one, CountDetail other) = lead;
        if (Fit(one.Quantity, other.Quantity)) return new CountComparison(measure, one, other, false);
        if (others.Find(count => !count.IsEarlier && IsVague(count.Quantity) == IsVague(one.Quantity) && Comparable(one, count) && Fit(one.Quantity, count.Quantity)) is { } same) return new CountComparison(measure, one, same, false);
        return ones.Find(count => !count.IsEarlier && IsVague(count.Quantity) == IsVague(other.Quantity) && Comparable(count, other) && Fit(count.Quantity, other.Quantity)) is { } back ? new CountComparison(measure, back, other, false) : new CountComparison(measure, one, other, true);
    }

    /// <summary>The first counts of one population; null when the reports count different ones.</summary>
    /// <param name="alike">True for numbers that fit, or whose sentences name a place in common, or none.</param>
    private (CountDetail, CountDetail)? Leads(List<CountDetail> ones, List<CountDetail> others, bool alike)
    {
        foreach (Func<CountDetail, CountDetail, bool> comparable in (Func<CountDetail, CountDetail, bool>[])[(one, other) => one.Subject == other.Subject, Comparable])
        {
            foreach (bool vague in alike ? (bool[])[false] : [false, true])
            {
                foreach (CountDetail one in ones.Where(count => vague || !IsVague(count.Quantity)))
                {
                    if (others.Find(other => (vague || !IsVague(other.Quantity)) && comparable(one, other) && MayMeet(one, other) && (!alike || Fit(one.Quantity, other.Quantity) || one.Names.IsEmpty && other.Names.IsEmpty || one.Names.Any(name => other.Names.Contains(name)))) is { } match) return (one, match);
                }
            }
        }
        return null;
    }

    /// <summary>False when a sentence of either is already known to count another incident.</summary>
    private bool MayMeet(CountDetail one, CountDetail other) => Comparable(one, other) && _bound.TrueForAll(pair => pair.First == one.Sentence == (pair.Second == other.Sentence));

    private static bool Comparable(CountDetail one, CountDetail other) => one.IsTotal == other.IsTotal && (one.Subject == other.Subject || one.Subject.Length == 0 || other.Subject.Length == 0);

    /// <summary>True for a count that was added to another one, or whose sentence names only what its report does not lead with.</summary>
    private static bool IsAside(CountDetail count, HashSet<string> lead) => count.IsAdded || lead.Count > 0 && !count.Names.IsEmpty && !count.Names.Any(lead.Contains);

    private bool SharesPlace(CountDetail one, CountDetail other) => one.Names.Any(name => !_leadBoth.Contains(name) && other.Names.Contains(name));

    /// <summary>A number told once of people and once of civilians is of civilians.</summary>
    private static CountDetail[] Settled(ImmutableArray<CountDetail> counts) => [.. counts.Select(count =>
        count.Subject.Length == 0 && counts.FirstOrDefault(other => other.Subject.Length > 0 && other.Measure == count.Measure && Number(other) == Number(count)) is { } known ? count with { Subject = known.Subject } : count)];

    private static long? Number(CountDetail count) => count.Quantity.Best ?? count.Quantity.Low ?? count.Quantity.High;

    public static bool IsVague(QuantityMention quantity) => quantity.Qualifier is Qualifier.Several or Qualifier.Dozens or Qualifier.Hundreds or Qualifier.Thousands or Qualifier.TensOfThousands;

    /// <summary>True when one number may be meant by both.</summary>
    private static bool Fit(QuantityMention one, QuantityMention other) => (one.Low ?? 0) <= Top(other) && (other.Low ?? 0) <= Top(one);

    private static double Top(QuantityMention quantity) => quantity.High ?? (IsVague(quantity) || quantity.Low is not { } low ? double.PositiveInfinity : low * AboveMax);
}
