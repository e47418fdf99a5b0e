namespace Sitrep.Pipeline.Ingest.Archives;

/// <summary>The checksum of gzip members (RFC 1952, section 8), kept up while bytes go by.</summary>
internal struct Crc32
{
    private static readonly uint[] Table = MakeTable();

    private uint _complement;

    public readonly uint Value => _complement;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~_complement;
        foreach (byte one in bytes) crc = Table[(crc ^ one) & 0xFF] ^ (crc >> 8);
        _complement = ~crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < table.Length; i++)
        {
            uint crc = i;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
            table[i] = crc;
        }
        return table;
    }
}
