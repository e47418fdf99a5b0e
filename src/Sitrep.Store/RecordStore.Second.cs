using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Sitrep.Model.Record;
using Sitrep.Pipeline;
using Sitrep.Store.Json;

namespace Sitrep.Store;

/// <remarks>What second readers found. Readings of several may be kept; a record is made with those of the one chosen last, so that two are never mixed.</remarks>
public sealed partial class RecordStore
{
    /// <summary>From now on the record is made with what this second reader found.</summary>
    public void Choose(SecondReaderName reader)
    {
        if (_file.Guard(() => IdOf(reader) is { } id && LastChoice() == id)) return;   // nothing to do, so no lock
        _file.Write(() => Chosen(reader));
    }

    /// <summary>Keeps what a second reader found beside the latest reading of a report, and chooses that reader; changes nothing when it is there already.</summary>
    public void Append(SecondReading second)
    {
        string claims = JsonSerializer.Serialize(second.Claims, StoreJson.Default.ImmutableArrayClaim), problems = JsonSerializer.Serialize(second.Problems, StoreJson.Default.ImmutableArrayProblem);
        _file.Write(() => _file.Execute("append-second-reading", ("$id", second.ReportId), ("$reader", Chosen(second.By)), ("$claims", claims), ("$problems", problems)));
    }

    private long Chosen(SecondReaderName reader)
    {
        long id = IdOf(reader) ?? (long)_file.Scalar("append-second-reader", ("$address", reader.Address), ("$model", reader.Model), ("$prompt", reader.Prompt))!;   // RETURNING gives a row for each row inserted
        if (LastChoice() != id) _file.Execute("append-second-choice", ("$reader", id));
        return id;
    }

    /// <summary>Reports that a second reader has not read since the built-in one did, as the built-in one read them, in order of id.</summary>
    /// <param name="after">Only ids behind this one; empty for all.</param>
    public IReadOnlyList<ReadReport> LoadWithout(SecondReaderName reader, string after, int most) => _file.Read(() =>
    {
        var loaded = new List<ReadReport>();
        using SqliteDataReader rows = _file.Rows("load-without-second", ("$reader", IdOf(reader)), ("$after", after), ("$most", most));
        while (rows.Read()) loaded.Add(ReportAt(rows, ClaimsOf(rows.GetString(0), rows.GetInt32(5))));
        return (IReadOnlyList<ReadReport>)loaded;
    });

    /// <summary>How many reports a second reader has not read.</summary>
    public int CountWithout(SecondReaderName reader) => _file.Guard(() => CountWithout(IdOf(reader)));

    /// <summary>How many reports the second reader chosen last has not read; 0 when none was ever chosen.</summary>
    public int CountWithoutChosen() => _file.Guard(() => LastChoice() is { } chosen ? CountWithout(chosen) : 0);

    private int CountWithout(long? reader) => checked((int)(long)_file.Scalar("count-without-second", ("$reader", reader))!);   // a count is never null

    private Dictionary<string, SecondReading> LoadSecond()
    {
        var found = new Dictionary<string, SecondReading>(StringComparer.Ordinal);
        using SqliteDataReader rows = _file.Rows("load-second-readings");
        while (rows.Read())
        {
            found.Add(rows.GetString(0), new SecondReading(rows.GetString(0), new SecondReaderName(rows.GetString(1), rows.GetString(2), rows.GetString(3)),
                Parse(rows.GetString(4), StoreJson.Default.ImmutableArrayClaim), Parse(rows.GetString(5), StoreJson.Default.ImmutableArrayProblem)));
        }
        return found;
    }

    private ImmutableArray<Claim> ClaimsOf(string report, int version)
    {
        var claims = ImmutableArray.CreateBuilder<Claim>();
        using SqliteDataReader rows = _file.Rows("load-claims-of", ("$id", report), ("$version", version));
        while (rows.Read()) claims.Add(Parse(rows.GetString(0), StoreJson.Default.Claim));
        return claims.DrainToImmutable();
    }

    private long? IdOf(SecondReaderName reader) => (long?)_file.Scalar("find-second-reader", ("$address", reader.Address), ("$model", reader.Model), ("$prompt", reader.Prompt));

    private long? LastChoice() => (long?)_file.Scalar("last-second-choice");
}
