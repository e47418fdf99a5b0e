using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Sitrep.Store;

/// <summary>Something that somebody did at a desk.</summary>
/// <param name="Act">"sign-in", "refused", "upload".</param>
public sealed record AuditEntry(DateTimeOffset At, string Author, string Act, string Detail);

/// <content>Who did what.</content>
public sealed partial class RecordStore
{
    public void Append(AuditEntry entry) => _file.Write(() => _file.Execute("append-audit",
        ("$at", entry.At.ToString("O", CultureInfo.InvariantCulture)), ("$author", entry.Author), ("$act", entry.Act), ("$detail", entry.Detail)));

    /// <summary>The latest first.</summary>
    public IReadOnlyList<AuditEntry> LoadAudit(int most) => _file.Guard(() =>
    {
        var entries = new List<AuditEntry>();
        using SqliteDataReader rows = _file.Rows("load-audit", ("$most", most));
        while (rows.Read())
        {
            entries.Add(new AuditEntry(DateTimeOffset.ParseExact(rows.GetString(0), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind), rows.GetString(1), rows.GetString(2), rows.GetString(3)));
        }
        return (IReadOnlyList<AuditEntry>)entries;
    });
}
