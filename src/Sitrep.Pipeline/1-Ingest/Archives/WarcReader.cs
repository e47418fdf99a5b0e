using System.Globalization;
using Sitrep.Model.Reports;

namespace Sitrep.Pipeline.Ingest.Archives;

/// <summary>Web archives, plain or in gzip members, one record at a time; what is damaged is told and the rest goes on.</summary>
internal sealed class WarcReader(Stream file)
{
    /// <summary>Bytes of one line of a head, and lines of one head; real ones have under a kilobyte and twenty lines.</summary>
    private const int LineMax = 8 * 1024, LinesMax = 200;

    /// <summary>Bytes of a record that is too large to read and is passed over; more is taken for damage or for a bomb.</summary>
    private const long SkipMax = 1L << 30;

    /// <summary>How often the bytes of an archive may be unpacked in vain; members that lie in one another would cost their number squared.</summary>
    private const int VainMax = 4;

    private static readonly byte[] Magic = [0x1F, 0x8B, 8];

    private int _number;
    private long _vain;

    /// <summary>Every record of the archive and every fault in it.</summary>
    /// <remarks>The stream must be seekable. Memory: one record.</remarks>
    public IEnumerable<WarcItem> Items()
    {
        byte[] head = new byte[4];
        int read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return GzipMember.StartsMember(head.AsSpan(0, read)) ? Members() : Records(file);
    }

    private IEnumerable<WarcItem> Members()
    {
        while (file.Position < file.Length)
        {
            long start = file.Position;
            string? fault = null;
            GzipMember? member = null;
            try
            {
                member = GzipMember.Open(file);
            }
            catch (Exception e) when (e is InvalidDataException or IOException)
            {
                fault = "no compressed record starts where the one before ends";
            }
            if (member is not null)
            {
                using (member)
                {
                    using IEnumerator<WarcItem> records = Records(member).GetEnumerator();
                    while (fault is null)
                    {
                        try
                        {
                            if (!records.MoveNext()) break;
                        }
                        catch (Exception e) when (e is InvalidDataException or IOException)
                        {
                            fault = "it is compressed, and damaged or cut off";
                            continue;
                        }
                        yield return records.Current;
                    }
                }
            }
            if (fault is null) continue;
            yield return new WarcItem(++_number, null, ReasonCode.BadArchiveRecord, fault);
            _vain += file.Position - start;
            if (!FindMember(_vain > VainMax * file.Length ? Math.Max(start + 1, file.Position) : start + 1)) yield break;
        }
    }

    /// <summary>Looks for the next member that holds a record; each byte is looked at once, each candidate costs a constant.</summary>
    private bool FindMember(long from)
    {
        byte[] buffer = new byte[64 * 1024];
        while (from < file.Length)
        {
            file.Position = from;
            int read = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            for (int at = 0; at < read; at++)
            {
                int next = buffer.AsSpan(at, read - at).IndexOf(Magic);
                if (next < 0) break;
                at += next;
                if (!HoldsRecord(from + at)) continue;
                file.Position = from + at;
                return true;
            }
            if (read < buffer.Length) return false;
            from += read - (Magic.Length - 1);
        }
        return false;
    }

    private bool HoldsRecord(long at)
    {
        file.Position = at;
        try
        {
            using GzipMember member = GzipMember.Open(file);
            byte[] start = new byte[5];
            int read = 0, more;
            while (read < start.Length && (more = member.Read(start, read, start.Length - read)) > 0) read += more;
            return start.AsSpan().SequenceEqual("WARC/"u8);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false;
        }
    }

    private IEnumerable<WarcItem> Records(Stream stream)
    {
        var lines = new ByteLines(stream);
        bool lost = false;
        while (lines.Line(LineMax) is { } line)
        {
            if (line.Length == 0) continue;
            if (!line.StartsWith("WARC/", StringComparison.Ordinal))
            {
                if (!lost) yield return Fault("a record should start here and does not");
                lost = true;
                continue;
            }
            lost = false;
            Dictionary<string, string> fields = Fields(lines);
            if (!fields.TryGetValue("Content-Length", out string? written) || !long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
            {
                yield return Fault("its head does not say how long it is");
                lost = true;
                continue;
            }
            if (length > IngestStage.MaxBytes)
            {
                int number = ++_number;
                if (length > SkipMax || !lines.Skip(length))
                {
                    yield return new WarcItem(number, null, ReasonCode.BadArchiveRecord, "it is cut off, or longer than anything that is passed over");
                    yield break;
                }
                yield return new WarcItem(number, null, ReasonCode.TooLarge, $"it is larger than {IngestStage.MaxBytes / (1024 * 1024)} MiB");
                continue;
            }
            byte[] block = lines.Block((int)length);
            if (block.Length < length)
            {
                yield return Fault("it is cut off");
                yield break;
            }
            yield return new WarcItem(++_number, new WarcRecord(_number, fields, block), default, null);
        }
    }

    private WarcItem Fault(string why) => new(++_number, null, ReasonCode.BadArchiveRecord, why);

    private static Dictionary<string, string> Fields(ByteLines lines)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        for (int n = 0; n < LinesMax && lines.Line(LineMax) is { Length: > 0 } line; n++)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] is ' ' or '\t' && last is not null) fields[last] = $"{fields[last]} {line.Trim()}";
            else if (colon > 0 && fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim())) last = line[..colon].Trim();
        }
        return fields;
    }
}
