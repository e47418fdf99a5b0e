using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Sitrep.Model.Record;

namespace Sitrep.Store;

/// <remarks>What analysts ruled: appended with author, time and reason, never changed.</remarks>
public sealed partial class RecordStore
{
    /// <summary>Appends a ruling and gives it its sequence number.</summary>
    public Ruling Append(Ruling ruling)
    {
        long sequence = 0;
        _file.Write(() => sequence = (long)_file.Scalar("append-ruling", ("$at", ruling.At.ToString("O", CultureInfo.InvariantCulture)), ("$author", ruling.Author),
            ("$verb", ruling.Verb.ToString().ToLowerInvariant()), ("$target", ruling.Target), ("$reason", ruling.Reason), ("$other", ruling.Other), ("$value", ruling.Value),
            ("$claims", Joined(ruling.Claims)), ("$other_claims", Joined(ruling.OtherClaims)))!);   // RETURNING gives a row for each row inserted
        return ruling with { Sequence = sequence };
    }

    /// <summary>All rulings, in the order they were made.</summary>
    public IReadOnlyList<Ruling> LoadRulings() => _file.Guard(() =>
    {
        var rulings = new List<Ruling>();
        using SqliteDataReader rows = _file.Rows("load-rulings");
        while (rows.Read())
        {
            var at = DateTimeOffset.ParseExact(rows.GetString(1), "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            rulings.Add(new Ruling(rows.GetInt64(0), at, rows.GetString(2), VerbOf(rows.GetString(3)), rows.GetString(4), rows.GetString(5))
            {
                Other = TextAt(rows, 6),
                Value = TextAt(rows, 7),
                Claims = Parted(TextAt(rows, 8)),
                OtherClaims = Parted(TextAt(rows, 9)),
            });
        }
        return (IReadOnlyList<Ruling>)rulings;
    });

    private static RulingVerb VerbOf(string word) => Enum.TryParse(word, ignoreCase: true, out RulingVerb verb) ? verb : throw new InvalidDataException($"unknown ruling {word}");

    private static string? TextAt(SqliteDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetString(column);

    private static string? Joined(ImmutableArray<string> ids) => ids.IsEmpty ? null : string.Join(' ', ids);

    private static ImmutableArray<string> Parted(string? ids) => ids is null ? [] : [.. ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
