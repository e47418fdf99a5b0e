using Microsoft.Data.Sqlite;
using Sitrep.Pipeline.Dedupe;
using Sitrep.Store.Engine;

namespace Sitrep.Store;

/// <summary>Who shares text with whom, kept in the file so that a new report is compared with a bounded number of known ones.</summary>
/// <remarks>An inverted index of winnowed fingerprints (Schleimer, Wilkerson and Aiken 2003). Adding a report reads and writes one row a
/// key; each key brings <see cref="Sketch.ReportsOfKeyMax"/> reports at most, whatever the size of the file.</remarks>
internal sealed class CopyIndex(RecordFile file)
{
    /// <summary>Readings whose postings are gathered before they are moved, sorted, into the large table: as in a log-structured merge tree (O'Neil et al. 1996), with two levels.</summary>
    private const int Gathered = 16_384;

    /// <summary>Compares a reading with those that share a key, and adds it. Inside a transaction.</summary>
    public void Add(long reading, Sketch sketch)
    {
        var candidates = new SortedSet<long>();
        var found = new List<long>(Sketch.ReportsOfKeyMax + 1);
        foreach (long key in sketch.Keys)
        {
            found.Clear();
            using (SqliteDataReader rows = file.Rows("find-postings", ("$key", key), ("$most", Sketch.ReportsOfKeyMax + 1)))
            {
                while (rows.Read()) found.Add(rows.GetInt64(0));
            }
            // With one more than each is compared with, all are still compared with each other; from then on the fold looks again.
            if (found.Count > Sketch.ReportsOfKeyMax) file.Execute("append-crowded", ("$key", key));
            else candidates.UnionWith(found);
            file.Execute("append-posting", ("$key", key), ("$reading", reading));
        }
        foreach (long candidate in candidates)
        {
            if (Find(candidate) is not { } other || sketch.With("", other, "") is not { } shared) continue;
            file.Execute("append-shared-text", ("$one", reading), ("$other", candidate), ("$shared", shared.Shared), ("$shared_own", shared.SharedOwn),
                ("$own_in_one", shared.OwnInOne), ("$own_in_other", shared.OwnInOther));
        }
        if (file.Scalar("last-sketch") is long last && last / Gathered != reading / Gathered)
        {
            file.Execute("move-postings");
            file.Execute("forget-recent-postings");
        }
        file.Execute("append-sketch", ("$reading", reading), ("$version", Sketch.Version), ("$shingles", sketch.Shingles), ("$whole", sketch.WholeText));
    }

    public SharedTexts Load()
    {
        var pairs = new List<SharedText>();
        using (SqliteDataReader rows = file.Rows("load-shared-texts"))
        {
            while (rows.Read()) pairs.Add(new SharedText(rows.GetString(0), rows.GetString(1), rows.GetInt32(2), rows.GetInt32(3), rows.GetInt32(4), rows.GetInt32(5)));
        }
        var crowded = new HashSet<string>(StringComparer.Ordinal);
        using (SqliteDataReader rows = file.Rows("load-crowded"))
        {
            while (rows.Read()) crowded.Add(rows.GetString(0));
        }
        return new SharedTexts(pairs, crowded);
    }

    /// <summary>True when another version made the index.</summary>
    public bool IsStale => file.Scalar("find-stale-sketch", ("$version", Sketch.Version)) is not null;

    /// <summary>Empties the index.</summary>
    public void Forget()
    {
        foreach (string query in (string[])["forget-sketch", "forget-posting", "forget-recent-postings", "forget-shared-text", "forget-crowded"]) file.Execute(query);
    }

    private Sketch? Find(long reading)
    {
        using SqliteDataReader rows = file.Rows("find-sketch", ("$reading", reading));
        return rows.Read() ? new Sketch([], rows.GetFieldValue<byte[]>(0), rows.GetInt64(1)) : null;
    }
}
