using Sitrep.Model.Record;
using Sitrep.Pipeline.Extract.Lexicon;
using Sitrep.Pipeline.Extract.Places;

namespace Sitrep.Pipeline.Extract.Events;

/// <summary>Where an event happened, as it is made out argument by argument.</summary>
internal sealed class PlaceDraft
{
    public PlaceMention? Mention { get; set; }

    /// <summary>What kind of place its noun says it is.</summary>
    public NounClass Class { get; private set; }

    public Extent? Extent { get; set; }

    public bool IsNamed => Mention is { Form: PlaceForm.Name };

    /// <summary>"a town", of which nobody says which.</summary>
    public bool IsIndefinite => Mention is { } place && IsOneOfMany(place);

    public void Take(FoundPlace found, PlaceMention mention) => (Mention, Class, Extent) = (mention, found.Class, found.Extent ?? Extent);

    public static bool IsOneOfMany(PlaceMention place) => place.Words.EndsWith("(indefinite)", StringComparison.Ordinal);
}
