using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Places;

/// <summary>One entry that a toponym of the story may mean.</summary>
/// <param name="kindOnly">The words around it tell what it is ("district"), not where it lies.</param>
internal sealed class PlaceCandidate(GazetteerPlace place, bool exact, bool ownName, bool? hinted, bool kindOnly = false)
{
    private readonly double _latitude = double.DegreesToRadians(place.Latitude), _longitude = double.DegreesToRadians(place.Longitude);

    public GazetteerPlace Place => place;
    public bool Exact => exact;
    public bool? Hinted => hinted;

    /// <summary>True when the words around it put it where this entry lies; a word for its kind does not.</summary>
    public bool Sited => hinted == true && !kindOnly;

    /// <summary>The name is the entry's own or a curated one, not merely among GeoNames' alternates.</summary>
    public bool OwnName => ownName || place.Class == PlaceClass.Country || place.FeatureCode == NamedAreas.RegionCode;

    /// <summary>What the entry is worth before the story is looked at.</summary>
    public double Prior { get; } = PriorOf(place, exact, ownName, hinted);

    /// <summary>Prior and the story's support.</summary>
    public double Score { get; set; } = PriorOf(place, exact, ownName, hinted);

    /// <summary>Share of the story's country evidence, 0 to 1.</summary>
    public double CountryShare { get; set; }

    /// <summary>Share of the story's evidence for first-order divisions, 0 to 1.</summary>
    public double DivisionShare { get; set; }

    /// <summary>How many other toponyms of the story lie near, each worth 1 at no distance.</summary>
    public double Nearness { get; set; }

    /// <summary>What a user's own entry gains where the story is: enough for a village against a city of millions, nothing for a namesake elsewhere.</summary>
    public double OwnGain => place.Own ? OwnGainMax * Math.Max(Math.Sqrt(CountryShare), 1 - Math.Exp(-Nearness / 1.5)) : 0;

    /// <summary>Kilometres on a flat map around the middle latitude: good to a few percent below 1,000 km, and five times faster than haversine.</summary>
    public double KilometresTo(PlaceCandidate other)
    {
        double north = _latitude - other._latitude, east = Math.Abs(_longitude - other._longitude);
        if (east > Math.PI) east = 2 * Math.PI - east;
        east *= Math.Cos((_latitude + other._latitude) / 2);
        return 6371 * Math.Sqrt(north * north + east * east);
    }

    // Weights are powers of ten of population: 1 is worth ten times the people.
    private const double FoldCost = 1.5;
    private const double HintGain = 6;
    // As much as the words "in X" are worth: the user says where the story's places are.
    private const double OwnGainMax = 6;
    // Alternates of GeoNames hold former names, merged villages and mistakes.
    private const double AlternateCost = 1;

    private static double PriorOf(GazetteerPlace place, bool exact, bool ownName, bool? hinted) =>
        ClassPrior(place) - (exact ? 0 : FoldCost) - (ownName || place.Class == PlaceClass.Country || place.FeatureCode == NamedAreas.RegionCode ? 0 : AlternateCost) + (hinted switch { true => HintGain, false => -HintGain, null => 0 });

    private static double ClassPrior(GazetteerPlace place)
    {
        // The newer list gives no population; its places have about a thousand people.
        double people = Math.Log10(Math.Max(place.Population, 300));
        return place.Class switch
        {
            PlaceClass.Country => 8.5,
            PlaceClass.Admin1 => people - 1.5,
            // Seas and parts of the world have no country that could speak for them.
            PlaceClass.Region when place.FeatureCode == NamedAreas.RegionCode => place.Country.Length == 0 ? 8.5 : 6.5,
            PlaceClass.Region => people - 2.5,
            _ => people + place.FeatureCode switch { "PPLC" => 1, "PPLA" => 0.5, "PPLX" or "PPLL" => -1, _ => 0 },
        };
    }
}
