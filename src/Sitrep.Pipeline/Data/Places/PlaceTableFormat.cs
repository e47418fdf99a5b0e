namespace Sitrep.Pipeline.Data.Places;

/// <summary>What writer and reader of the gazetteer file agree on; the layout is told at <c>PlaceTable</c>.</summary>
public static class PlaceTableFormat
{
    /// <summary>"SGZ1".</summary>
    public const uint Magic = 0x315A4753;

    /// <summary>Keys in one front-coded block; a look-up decodes one block.</summary>
    public const int BlockSize = 16;

    /// <summary>Units of a degree in the coordinate columns.</summary>
    public const double CoordinateScale = 10_000;

    /// <summary>The key under which a name is filed: names too short to fold stand under their exact key.</summary>
    public static string FoldOrExact(string name, string exact) => PlaceKeys.Fold(name) is { Length: > 0 } fold ? fold : exact;

    /// <summary>FNV-1a of the exact key, folded to 16 bits.</summary>
    public static ushort Mark(string exactKey)
    {
        ArgumentNullException.ThrowIfNull(exactKey);
        uint hash = 2166136261;
        unchecked
        {
            foreach (char c in exactKey) hash = (hash ^ c) * 16777619;
            return (ushort)(hash ^ (hash >> 16));
        }
    }
}
