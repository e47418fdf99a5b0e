using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Sitrep.Store.Engine;

namespace Sitrep.Store.Search;

/// <summary>What can be found.</summary>
/// <param name="Kind">"report", "claim", "event", "actor", "place", "figure".</param>
public sealed record SearchItem(string Kind, string Id, string Title, string Body);

/// <summary>A piece of a found text.</summary>
/// <param name="Matched">True for words that were looked for.</param>
public readonly record struct SnippetPiece(string Text, bool Matched);

/// <summary>Something found.</summary>
public sealed record SearchHit(string Kind, string Id, string Title, ImmutableArray<SnippetPiece> Snippet);

/// <summary>Full-text search over one record: an FTS5 table in memory, made of what the record holds, so that it knows what the record knows on its day and nothing else.</summary>
/// <remarks>Thread-safe. Words are compared by their stems and without accents. 1,000 reports are indexed in about a second.</remarks>
public sealed class SearchIndex : IDisposable
{
    private const char Begin = '\u0002', End = '\u0003';

    private readonly Lock _gate = new();
    private readonly SqliteConnection _connection;

    /// <exception cref="StoreException">SQLite is missing, or was built without FTS5.</exception>
    public SearchIndex(IEnumerable<SearchItem> items)
    {
        SqliteEngine.Load();
        _connection = new SqliteConnection("Data Source=:memory:;Pooling=False");
        _connection.Open();
        try
        {
            using (SqliteCommand schema = Command("search-schema")) schema.ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            _connection.Dispose();
            throw new StoreException($"SQLite: full-text search is missing ({e.Message}); expected a library with FTS5; install another, or set SITREP_SQLITE to its path.", e);
        }
        using SqliteTransaction all = _connection.BeginTransaction();
        using SqliteCommand append = Command("search-append", "$kind", "$id", "$title", "$body");
        append.Transaction = all;
        foreach (SearchItem item in items)
        {
            (append.Parameters[0].Value, append.Parameters[1].Value, append.Parameters[2].Value, append.Parameters[3].Value) = (item.Kind, item.Id, Plain(item.Title), Plain(item.Body));
            append.ExecuteNonQuery();
        }
        all.Commit();
    }

    /// <summary>The best first.</summary>
    /// <param name="typed">Words as a person types them: all must be there, "in a row" in quotation marks, -without behind a minus.</param>
    /// <param name="kind">Null for all kinds.</param>
    public ImmutableArray<SearchHit> Find(string typed, string? kind, int most)
    {
        if (SearchQuery.Of(typed) is not { } words) return [];
        lock (_gate)
        {
            using SqliteCommand find = Command("search-find", "$words", "$kind", "$most");
            (find.Parameters[0].Value, find.Parameters[1].Value, find.Parameters[2].Value) = (words, (object?)kind ?? DBNull.Value, most);
            using SqliteDataReader rows = find.ExecuteReader();
            var hits = ImmutableArray.CreateBuilder<SearchHit>();
            while (rows.Read()) hits.Add(new SearchHit(rows.GetString(0), rows.GetString(1), rows.GetString(2), Pieces(rows.GetString(3))));
            return hits.ToImmutable();
        }
    }

    /// <summary>How many of each kind there are.</summary>
    public ImmutableSortedDictionary<string, int> Count(string typed)
    {
        if (SearchQuery.Of(typed) is not { } words) return ImmutableSortedDictionary<string, int>.Empty;
        lock (_gate)
        {
            using SqliteCommand count = Command("search-count", "$words");
            count.Parameters[0].Value = words;
            using SqliteDataReader rows = count.ExecuteReader();
            var counts = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
            while (rows.Read()) counts[rows.GetString(0)] = rows.GetInt32(1);
            return counts.ToImmutable();
        }
    }

    public void Dispose() => _connection.Dispose();

    private SqliteCommand Command(string query, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = Sql.Query(query);
        foreach (string name in parameters) command.Parameters.Add(new SqliteParameter { ParameterName = name });
        return command;
    }

    private static string Plain(string text) => text.IndexOfAny([Begin, End]) < 0 ? text : text.Replace(Begin, ' ').Replace(End, ' ');

    private static ImmutableArray<SnippetPiece> Pieces(string marked)
    {
        var pieces = ImmutableArray.CreateBuilder<SnippetPiece>();
        for (int at = 0; at < marked.Length;)
        {
            int begin = marked.IndexOf(Begin, at), end = begin < 0 ? -1 : marked.IndexOf(End, begin);
            if (end < 0)
            {
                pieces.Add(new SnippetPiece(marked[at..].Replace(Begin, ' '), false));
                break;
            }
            if (begin > at) pieces.Add(new SnippetPiece(marked[at..begin], false));
            pieces.Add(new SnippetPiece(marked[(begin + 1)..end], true));
            at = end + 1;
        }
        return pieces.ToImmutable();
    }
}
