using System.IO.Compression;
using System.Text;

namespace Sitrep.Tests.Pipeline.Ingest.Archives;

/// <summary>Writes small web archives, whole or damaged.</summary>
internal sealed class TestArchive(bool packed)
{
    private readonly List<byte> _file = [];

    /// <summary>Where each record starts in the file.</summary>
    public List<int> Starts { get; } = [];

    public byte[] Bytes => [.. _file];

    public TestArchive Page(string address, string body, string head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8", string type = "response") =>
        Record(type, address, [.. Encoding.UTF8.GetBytes($"{head}\r\n\r\n"), .. Encoding.UTF8.GetBytes(body)]);

    public TestArchive Record(string type, string address, byte[] block)
    {
        string head = $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2021-05-03T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {block.Length}\r\n\r\n";
        return Raw([.. Encoding.UTF8.GetBytes(head), .. block, .. "\r\n\r\n"u8]);
    }

    public TestArchive Raw(byte[] bytes)
    {
        Starts.Add(_file.Count);
        using var member = new MemoryStream();
        if (!packed) member.Write(bytes);
        else using (var packer = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true)) packer.Write(bytes);
        _file.AddRange(member.ToArray());
        return this;
    }
}
