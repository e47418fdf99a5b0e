using System.Collections.Immutable;

namespace Sitrep.Store.Places;

/// <summary>One row of a list of places, understood.</summary>
/// <param name="Id">GeoNames id; 0 for a user's own place.</param>
/// <param name="Names">Own name first, then every other name it is known by.</param>
/// <param name="Division">Name of the first-order division; for GeoNames its code after a <c>#</c>.</param>
/// <param name="DivisionCode">For a first-order division of GeoNames its own code; else empty.</param>
/// <param name="Feature">GeoNames feature code.</param>
public sealed record ImportedPlace(int Id, ImmutableArray<string> Names, double Latitude, double Longitude, string Country, string Division, string DivisionCode, int Population, string Feature);

/// <summary>What became of one row.</summary>
/// <param name="Line">In its file, from 1.</param>
/// <param name="Place">Null when it is left out or bad.</param>
/// <param name="Fault">Why it is bad; null when it is not.</param>
/// <param name="Bytes">Read of the file so far.</param>
public readonly record struct ImportedRow(long Line, ImportedPlace? Place, string? Fault, long Bytes);

/// <summary>What an import came to.</summary>
/// <param name="Added">Places written.</param>
/// <param name="LeftOut">Rows of kinds that no report calls a place (hotels, streams), and places that were there already.</param>
/// <param name="Bad">Rows set aside, in all.</param>
public sealed record ImportTally(long Added, long LeftOut, long Bad);
