using System.Buffers.Binary;
using System.IO.Compression;

namespace Sitrep.Pipeline.Ingest.Archives;

/// <summary>One member of a gzip file (RFC 1952) as a stream. A web archive has one for each record, so that a damaged one costs no other.</summary>
/// <remarks>The framework reads members on end as one text and does not say where each stopped. Here the end is found by its own check: the
/// eight bytes of checksum and length that must follow, in what the decompressor took in last.</remarks>
internal sealed class GzipMember : Stream
{
    /// <summary>At least what the decompressor takes in at a time.</summary>
    private const int Window = 64 * 1024;

    private readonly Stream _file;
    private readonly long _start;
    private readonly DeflateStream _inflated;
    private Crc32 _crc;
    private uint _length;
    private bool _ended;

    private GzipMember(Stream file, long start)
    {
        (_file, _start) = (file, start);
        _inflated = new DeflateStream(file, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Opens the member that starts where <paramref name="file"/> stands. When it is read to its end, the file stands behind it.</summary>
    /// <exception cref="InvalidDataException">No member starts there.</exception>
    public static GzipMember Open(Stream file)
    {
        Span<byte> head = stackalloc byte[10];
        if (file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || !StartsMember(head)) throw new InvalidDataException("no gzip member starts here");
        int flags = head[3];
        if ((flags & 4) != 0)
        {
            int extra = Byte(file) | (Byte(file) << 8);
            file.Seek(extra, SeekOrigin.Current);
        }
        for (int zeros = ((flags & 8) != 0 ? 1 : 0) + ((flags & 16) != 0 ? 1 : 0); zeros > 0; zeros--)
        {
            for (int read = 0; Byte(file) != 0; read++) if (read > Window) throw new InvalidDataException("a name in a gzip member has no end");
        }
        if ((flags & 2) != 0) file.Seek(2, SeekOrigin.Current);
        return new GzipMember(file, file.Position);
    }

    /// <summary>Magic number, method deflate, no reserved flags.</summary>
    public static bool StartsMember(ReadOnlySpan<byte> bytes) => bytes.Length >= 4 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && (bytes[3] & 0xE0) == 0;

    /// <exception cref="InvalidDataException">The member is damaged or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_ended || buffer.IsEmpty) return 0;
        int read = _inflated.Read(buffer);
        if (read == 0)
        {
            _ended = true;
            FindEnd();
            return 0;
        }
        _crc.Add(buffer[..read]);
        _length = unchecked(_length + (uint)read);   // modulo 2^32, as the format counts
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflated.Dispose();
        base.Dispose(disposing);
    }

    private void FindEnd()
    {
        long from = Math.Max(_start, _file.Position - Window);
        byte[] tail = new byte[(int)(Math.Min(_file.Length, _file.Position + 8) - from)];
        _file.Position = from;
        _file.ReadExactly(tail);
        Span<byte> check = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(check, _crc.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(check[4..], _length);
        int at = tail.AsSpan().IndexOf(check);
        if (at < 0) throw new InvalidDataException("a gzip member is damaged or cut off: its checksum does not follow");
        _file.Position = from + at + 8;
    }

    private static int Byte(Stream file) => file.ReadByte() is >= 0 and int one ? one : throw new InvalidDataException("a gzip member is cut off in its head");

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
