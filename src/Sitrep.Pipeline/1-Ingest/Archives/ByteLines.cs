using System.Text;

namespace Sitrep.Pipeline.Ingest.Archives;

/// <summary>Lines and counted blocks of a stream, through one buffer.</summary>
internal sealed class ByteLines(Stream stream)
{
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _at;
    private int _end;

    /// <summary>The next line without its end; of a line longer than <paramref name="max"/> bytes its beginning, the rest is passed over. Null at the end.</summary>
    public string? Line(int max)
    {
        var line = new StringBuilder();
        bool any = false;
        while (_at < _end || Fill())
        {
            any = true;
            int length = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            int take = length < 0 ? _end - _at : length;
            if (line.Length < max) line.Append(Encoding.UTF8.GetString(_buffer, _at, Math.Min(take, max - line.Length)));
            _at += length < 0 ? take : take + 1;
            if (length >= 0) break;
        }
        if (!any) return null;
        if (line.Length > 0 && line[^1] == '\r') line.Length--;
        return line.ToString();
    }

    /// <summary>The next <paramref name="length"/> bytes, or fewer where the stream ends.</summary>
    public byte[] Block(int length)
    {
        using var block = new MemoryStream();
        while (block.Length < length && (_at < _end || Fill()))
        {
            int take = (int)Math.Min(_end - _at, length - block.Length);
            block.Write(_buffer, _at, take);
            _at += take;
        }
        return block.ToArray();
    }

    /// <summary>Passes over bytes.</summary>
    /// <returns>False when the stream ends before.</returns>
    public bool Skip(long length)
    {
        while (length > 0 && (_at < _end || Fill()))
        {
            int take = (int)Math.Min(_end - _at, length);
            _at += take;
            length -= take;
        }
        return length == 0;
    }

    private bool Fill()
    {
        _at = 0;
        _end = stream.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}
