using System.Collections.Immutable;
using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Places;

/// <summary>Chooses for each toponym of one story the entry it means, or none: a visible gap beats a wrong guess.</summary>
public static class PlaceRanker
{
    // Bounds for stories that are lists of places; both cut off the rarest.
    private const int NamesMax = 400;
    private const int AnchorsMax = 60;
    private const int CandidatesMax = 40;

    // Nearness falls to a third at this distance: a province or two.
    private const double NearKm = 150;
    private const double CountryGain = 3.5;
    private const double NearnessGain = 4;
    private const double NearnessScale = 1.5;
    private const double DivisionGain = 2;
    // In a report that speaks of many places one namesake beside another says less: from this many on it takes a share of them.
    private const int FewPlaces = 4;
    // A named country counts three times in a story's weights, also for the name that is being placed.
    private const int NamedWeight = 3;
    // What a list of places puts before another place ("Miami, Lagos and Lima") is no village from this many people on, nor where it is a capital.
    private const int ListedCity = 100_000;
    private const int WorldCity = 1_000_000;
    // Each pass lets places support one another through the last pass's choice; more passes change next to nothing.
    private const int Passes = 3;
    // A town of fewer people, with a namesake of a tenth of them or more elsewhere in its country, needs more than its country where the story speaks of other parts so loudly.
    private const int StrayMax = 30_000;
    private const double RivalGap = 1;
    private const double OtherPartsMin = 2;

    /// <param name="names">Each toponym once, with the times it stands in the story and the words that tell where it lies ("Syria", "Texas", "province") or null.</param>
    /// <param name="countryWeights">How often each country is named, by name or by its people; keys are codes.</param>
    /// <returns>Only the names that could be placed.</returns>
    public static ImmutableDictionary<string, GazetteerPlace> Rank(
        Gazetteer gazetteer, IReadOnlyList<(string Name, int Count, string? ContainerHint)> names, IReadOnlyDictionary<string, int> countryWeights) => Rank(gazetteer, names, countryWeights, false, null);

    /// <param name="forcesOnly">The countries are told of by their forces only, who may be abroad.</param>
    /// <param name="told">Gets each name with its scored candidates and why the best is not believed (null: it is); null: nobody asks.</param>
    internal static ImmutableDictionary<string, GazetteerPlace> Rank(
        Gazetteer gazetteer, IReadOnlyList<(string Name, int Count, string? ContainerHint)> names, IReadOnlyDictionary<string, int> countryWeights, bool forcesOnly, Action<Toponym, string?>? told)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        Toponym[] toponyms = [.. names.GroupBy(name => name.Name, StringComparer.Ordinal)
            .Select(group => Toponym.Read(gazetteer, group.Key, group.Sum(name => Math.Max(1, name.Count)), [.. group.Select(name => name.ContainerHint).OfType<string>()], CandidatesMax))
            .Where(toponym => toponym.Candidates.Length > 0)
            .OrderByDescending(toponym => toponym.Count).ThenBy(toponym => toponym.Name, StringComparer.Ordinal).Take(NamesMax)];
        Toponym[] anchors = toponyms[..Math.Min(AnchorsMax, toponyms.Length)];
        foreach (Toponym toponym in toponyms) toponym.Sort();
        for (int pass = 0; pass < Passes; pass++)
        {
            Dictionary<string, double> evidence = Evidence(toponyms, countryWeights);
            Dictionary<string, double> divisions = DivisionEvidence(toponyms);
            var nearness = new Dictionary<PlaceCandidate, double>();
            foreach (Toponym toponym in toponyms) foreach (PlaceCandidate candidate in toponym.Candidates) nearness[candidate] = Nearness(toponym, candidate, anchors);
            int local = anchors.Count(anchor => anchor.Candidates[0].Place is { Class: not PlaceClass.Country, FeatureCode: not NamedAreas.RegionCode });
            double scale = NearnessScale * Math.Max(1, (double)local / FewPlaces);
            foreach (Toponym toponym in toponyms)
            {
                Score(toponym, evidence, divisions, nearness, gazetteer.Countries, scale);
                toponym.Sort();
            }
        }
        Dictionary<string, double> spoken = DivisionEvidence(toponyms);
        var chosen = ImmutableDictionary.CreateBuilder<string, GazetteerPlace>(StringComparer.Ordinal);
        bool anyEvidence = !forcesOnly && countryWeights.Values.Any(weight => weight > 0);
        foreach (Toponym toponym in toponyms)
        {
            PlaceCandidate best = toponym.Candidates[0];
            string? doubt = Doubt(best, anyEvidence, gazetteer.IsCommonWord(toponym.Name)) ?? (IsStray(toponym, spoken) ? "one of several small namesakes, in a part of the country that the story does not speak of" : null);
            if (doubt is null) chosen[toponym.Name] = best.Place;
            told?.Invoke(toponym, doubt);
        }
        return chosen.ToImmutable();
    }

    // Countries named in the text, and those of the towns that hardly mean another place.
    private static Dictionary<string, double> Evidence(Toponym[] toponyms, IReadOnlyDictionary<string, int> countryWeights)
    {
        var evidence = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach ((string code, int weight) in countryWeights) if (weight > 0) evidence[code] = weight;
        foreach (Toponym toponym in toponyms)
        {
            PlaceCandidate best = toponym.Candidates[0];
            toponym.Vote = ("", 0);
            if (best.Place.Country.Length == 0 || (best.Place.Class == PlaceClass.Country && countryWeights.ContainsKey(best.Place.Country))) continue;
            double rival = toponym.Candidates.Where(other => other.Place.Country != best.Place.Country).Select(other => other.Score).DefaultIfEmpty(double.NegativeInfinity).Max();
            double certainty = Math.Clamp((best.Score - rival) / 2, 0, 1) * (best.Exact ? 1 : 0.5);
            toponym.Vote = (best.Place.Country, toponym.Count * certainty);
            evidence[best.Place.Country] = evidence.GetValueOrDefault(best.Place.Country) + toponym.Vote.Weight;
        }
        return evidence;
    }

    // Provinces named in the text, and those of the towns that speak for a country.
    private static Dictionary<string, double> DivisionEvidence(Toponym[] toponyms)
    {
        var evidence = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (Toponym toponym in toponyms)
        {
            if (toponym.Vote.Weight > 0 && DivisionOf(toponym.Candidates[0].Place) is { Length: > 0 } division) evidence[division] = evidence.GetValueOrDefault(division) + toponym.Vote.Weight;
        }
        return evidence;
    }

    private static string DivisionOf(GazetteerPlace place) => place.Admin1.Length == 0 ? "" : $"{place.Country}.{place.Admin1}";

    private static void Score(Toponym toponym, Dictionary<string, double> evidence, Dictionary<string, double> divisions, Dictionary<PlaceCandidate, double> nearness, Countries countries, double scale)
    {
        // A word must not vouch for itself: "Georgia" in the text is no evidence for Georgia the country.
        (string ownCode, double own) = toponym.Vote;
        if (countries.TryByName(toponym.Name, out string? named)) (ownCode, own) = (named, Math.Min(NamedWeight * toponym.Count, evidence.GetValueOrDefault(named)));
        double rest = evidence.Values.Sum() - own, divisionRest = divisions.Values.Sum() - toponym.Vote.Weight;
        string ownDivision = DivisionOf(toponym.Candidates[0].Place);
        foreach (PlaceCandidate candidate in toponym.Candidates)
        {
            string code = candidate.Place.Country;
            double weight = evidence.GetValueOrDefault(code) - (code == ownCode ? own : 0);
            candidate.CountryShare = rest > 0.01 ? Math.Clamp(weight / rest, 0, 1) : 0;
            string division = DivisionOf(candidate.Place);
            double divisionWeight = division.Length == 0 ? 0 : divisions.GetValueOrDefault(division) - (division == ownDivision ? toponym.Vote.Weight : 0);
            candidate.DivisionShare = divisionRest > 0.01 ? Math.Clamp(divisionWeight / divisionRest, 0, 1) : 0;
            candidate.Nearness = nearness[candidate];
            candidate.Score = candidate.Prior + CountryGain * Math.Sqrt(candidate.CountryShare) + DivisionGain * Math.Sqrt(candidate.DivisionShare) + NearnessGain * (1 - Math.Exp(-candidate.Nearness / scale)) + candidate.OwnGain;
        }
    }

    // A quarter or a street of the story's city is no hamlet of that name elsewhere in the country.
    private static bool IsStray(Toponym toponym, Dictionary<string, double> divisions)
    {
        PlaceCandidate best = toponym.Candidates[0];
        if (best.Place.Class != PlaceClass.Settlement || best.Place.Own || best.Sited || best.Place.Population >= StrayMax || best.DivisionShare > 0.05 || best.Nearness > 0.3) return false;
        string home = DivisionOf(best.Place), prefix = best.Place.Country + ".";
        return divisions.Where(division => division.Key != home && division.Key.StartsWith(prefix, StringComparison.Ordinal)).Sum(division => division.Value) >= OtherPartsMin
            && toponym.Candidates.Any(other => other != best && other.Place.Class == PlaceClass.Settlement && other.Place.Country == best.Place.Country && DivisionOf(other.Place) != home && other.Prior > best.Prior - RivalGap);
    }

    private static bool IsPart(string core, string name) => name.Length > core.Length && name.StartsWith(core, StringComparison.OrdinalIgnoreCase) && name[core.Length] == ' ';

    private static double Nearness(Toponym toponym, PlaceCandidate candidate, Toponym[] anchors)
    {
        if (candidate.Place.Class == PlaceClass.Country) return 0;
        double sum = 0;
        foreach (Toponym other in anchors)
        {
            // "Aurora" and "Aurora province" are one name: neither says where the other is.
            if (ReferenceEquals(other, toponym) || IsPart(other.Name, toponym.Name) || IsPart(toponym.Name, other.Name)) continue;
            double best = 0, top = other.Candidates[0].Score;
            foreach (PlaceCandidate anchor in other.Candidates)
            {
                if (anchor.Place.Class == PlaceClass.Country) continue;
                // An entry that is two points behind is a tenth as likely to be meant.
                double likely = Math.Exp(1.15 * (anchor.Score - top));
                if (likely < 0.02) break;
                best = Math.Max(best, likely * Math.Exp(-candidate.KilometresTo(anchor) / NearKm));
            }
            sum += best;
        }
        return sum;
    }

    // "Konna" in Mali is no Kuna in a country that is named in passing: a spelling that is only like another needs a country that the story is told of.
    private const double LikeSpellingShare = 0.25;

    /// <returns>Why the entry is not believed; null when it is.</returns>
    private static string? Doubt(PlaceCandidate best, bool anyEvidence, bool commonWord)
    {
        GazetteerPlace place = best.Place;
        bool supported = best.Sited || best.CountryShare > 0.05 || best.Nearness > 0.3;
        if (best.Hinted == false && anyEvidence && best.CountryShare == 0 && place.Class is PlaceClass.Settlement or PlaceClass.Admin1) return "the words around it put it elsewhere";
        if (best.Hinted == false && place.Class == PlaceClass.Settlement && place.FeatureCode is not ("PPLC" or "PPLA") && place.Population < ListedCity) return "the words around it put it elsewhere";
        if (place.Class is PlaceClass.Country || place.FeatureCode is NamedAreas.RegionCode) return best.Exact || best.CountryShare > 0 ? null : "only a similar spelling of an area the story does not speak of";
        // "White House" is an alternate of Casablanca: a translated or former name needs its country in the story.
        if (!best.OwnName && anyEvidence && !best.Sited && best.CountryShare == 0) return "an alternate name in a country the story does not speak of";
        if (place.Own && best.Exact && (supported || !anyEvidence)) return null;
        if (commonWord) return best.Hinted == true || place.Population >= (best.CountryShare > 0.1 ? 50_000 : 500_000) ? null : "a common English word (data/gazetteer-words.tsv), and too small a place to be meant without support";
        if (!best.Exact) return best.Sited || best.CountryShare > LikeSpellingShare || place.Population >= (anyEvidence ? WorldCity : ListedCity) ? null : "only a similar spelling, in a country the story hardly speaks of";
        // Far from all that the story speaks of, only a place that everybody knows: "fled to Paris", but not a namesake of a town that is not listed.
        return supported || (anyEvidence ? place.FeatureCode == "PPLC" || place.Population >= WorldCity : place.Population >= 5_000) ? null : "far from all that the story speaks of, and not a place that everybody knows";
    }
}
