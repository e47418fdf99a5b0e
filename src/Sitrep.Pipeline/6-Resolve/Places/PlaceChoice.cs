using Sitrep.Pipeline.Data.Places;

namespace Sitrep.Pipeline.Resolve.Places;

/// <summary>How one report ranked the entries of a name.</summary>
/// <param name="Candidates">Best first, with their scores.</param>
/// <param name="Doubt">Why the best is not believed; null when it is.</param>
internal sealed record PlaceChoice(string Name, IReadOnlyList<PlaceCandidate> Candidates, string? Doubt);

/// <summary>Why a mention of a place lies where it does.</summary>
/// <param name="Asked">The name that was looked up.</param>
/// <param name="Given">The entry it was given; null when unplaced.</param>
/// <param name="Around">For an unplaced name, the place it is told beside; null when nothing is.</param>
/// <param name="Choice">Null when no entry has the name.</param>
/// <param name="Name">Name in the record; null when the mention goes back to nothing.</param>
internal sealed record PlaceExplanation(string Asked, GazetteerPlace? Given, GazetteerPlace? Around, PlaceChoice? Choice, string? Name);
