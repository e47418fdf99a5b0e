using System.Collections.Immutable;

namespace Sitrep.Pipeline.Data.Places;

/// <summary>A user's own places, looked up beside the built-in gazetteer. Safe to ask from several threads.</summary>
public interface IOwnPlaces
{
    /// <returns>The places under the exact key, else those under the folded key; and which it was.</returns>
    (ImmutableArray<GazetteerPlace> Places, bool Exact) Find(string exactKey, string foldKey);
}
