using Microsoft.Data.Sqlite;
using Sitrep.Pipeline;

namespace Sitrep.Store;

/// <summary>All reports of a store as of one moment.</summary>
/// <param name="Reports">As <see cref="RecordStore.LoadReports()"/> gives them.</param>
/// <param name="Last">Sequence of the last reading among them; 0 for none.</param>
public sealed record KnownReports(IReadOnlyList<ReadReport> Reports, long Last)
{
    /// <summary>Nothing was loaded yet.</summary>
    public static KnownReports None { get; } = new([], 0);
}

/// <remarks>What was appended since, for who holds the rest already.</remarks>
public sealed partial class RecordStore
{
    /// <summary>All reports, of which only those with a reading since are loaded; the others are the very objects given.</summary>
    /// <param name="known">What an earlier call gave, of the same store.</param>
    public KnownReports LoadReports(KnownReports known)
    {
        // What a second reader adds changes reports that were known.
        bool whole = known.Last == 0 || _file.Guard(LastChoice) is not null;
        long last = _file.Guard(() => _file.Scalar("last-reading") as long? ?? 0);
        if (whole) return new KnownReports(LoadReports(), last);
        if (last == known.Last) return known;
        Dictionary<string, ReadReport> fresh = _file.Read(() =>
        {
            var loaded = new Dictionary<string, ReadReport>(StringComparer.Ordinal);
            using SqliteDataReader rows = _file.Rows("load-reports-since", ("$after", known.Last));
            while (rows.Read()) loaded[rows.GetString(0)] = ReportAt(rows, ClaimsOf(rows.GetString(0), rows.GetInt32(5)));
            return loaded;
        });
        return new KnownReports([.. known.Reports.Where(read => !fresh.ContainsKey(read.Report.Id)).Concat(fresh.Values).OrderBy(read => read.Report.Id, StringComparer.Ordinal)], last);
    }
}
