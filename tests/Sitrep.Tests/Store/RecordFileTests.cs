using Microsoft.Data.Sqlite;
using Sitrep.Store;
using Sitrep.Store.Engine;

namespace Sitrep.Tests.Store;

public sealed class RecordFileTests : IDisposable
{
    private readonly TemporaryRecord _record = new();

    public void Dispose() => _record.Dispose();

    [Fact]
    public void A_folder_is_no_record() => CheckRefused(_record.Folder, "is a folder");

    [Fact]
    public void A_file_in_a_folder_that_is_not_there_is_refused() => CheckRefused(Path.Combine(_record.Folder, "no", "record.db"), "folder does not exist");

    [Fact]
    public void A_text_file_is_no_record()
    {
        File.WriteAllText(_record.Path, string.Concat(Enumerable.Repeat("This is not a database. ", 100)));
        CheckRefused(_record.Path, "not a SQLite database");
    }

    [Fact]
    public void A_database_of_another_program_is_left_as_it_is()
    {
        _record.Ask("CREATE TABLE things (a)");
        byte[] before = File.ReadAllBytes(_record.Path);
        CheckRefused(_record.Path, "another program");
        Assert.Equal(before, File.ReadAllBytes(_record.Path));
    }

    [Fact]
    public void A_damaged_record_is_refused_in_plain_words()
    {
        using (RecordStore store = _record.Open()) store.Append(Samples.Raw("r1", new string('x', 200_000)), Samples.Full(Samples.Raw("r1", new string('x', 200_000))));
        byte[] bytes = File.ReadAllBytes(_record.Path);
        for (int i = 4096; i < bytes.Length; i++) bytes[i] = 0xA5;   // all but the first page
        File.WriteAllBytes(_record.Path, bytes);
        StoreException refused = Assert.Throws<StoreException>(() => { using RecordStore store = _record.Open(); store.LoadReports(); });
        Assert.Contains("damaged", refused.Message);
    }

    [Fact]
    public void A_row_of_a_shape_we_do_not_know_is_told_and_not_guessed()
    {
        using (RecordStore store = _record.Open()) store.Append(Samples.Raw("r1"), Samples.Full(Samples.Raw("r1")));
        _record.Ask("DROP TRIGGER reading_is_never_changed");
        _record.Ask("UPDATE reading SET report = '{}'");
        using RecordStore again = _record.Open();
        Assert.Contains("cannot be read", Assert.Throws<StoreException>(() => again.LoadReports()).Message);
    }

    [Fact]
    public void A_record_of_a_newer_version_is_refused()
    {
        using (RecordStore _ = _record.Open()) { }
        _record.Ask("INSERT INTO migration (number, name) VALUES (9000, '9000-from-the-future')");
        CheckRefused(_record.Path, "a newer sitrep wrote it");
    }

    [Fact]
    public void Migrations_are_numbered_without_gaps_and_recorded()
    {
        Assert.Equal(Enumerable.Range(1, Sql.Migrations.Count), Sql.Migrations.Select(step => step.Number));
        using (RecordStore _ = _record.Open()) { }
        Assert.Equal((long)Sql.Migrations.Count, _record.Ask("SELECT count(*) FROM migration"));
        Assert.Equal("wal", _record.Ask("PRAGMA journal_mode"));
    }

    [Fact]
    public void A_second_writer_waits_and_then_says_who_is_in_the_way()
    {
        using RecordStore store = RecordStore.Open(_record.Path, writerWaitSeconds: 1);
        using SqliteConnection other = _record.Connect();
        using SqliteTransaction writing = other.BeginTransaction(deferred: false);
        Assert.Contains("another process is writing", Assert.Throws<StoreException>(() => store.Append(Samples.Raw("r1"), Samples.Full(Samples.Raw("r1")))).Message);
        Assert.Empty(store.LoadReports());   // readers do not wait
        using (RecordStore reader = RecordStore.Open(_record.Path, writerWaitSeconds: 1)) Assert.Empty(reader.LoadReports());
        writing.Rollback();
        store.Append(Samples.Raw("r1"), Samples.Full(Samples.Raw("r1")));
        Assert.Single(store.LoadReports());
    }

    [Fact]
    public void Two_writers_take_turns()
    {
        string[] ids = [.. Enumerable.Range(0, 60).Select(number => $"r{number:00}")];
        Parallel.ForEach(ids.Chunk(20), new ParallelOptions { MaxDegreeOfParallelism = 3 }, part =>
        {
            using RecordStore store = _record.Open();
            foreach (string id in part) store.Append(Samples.Raw(id), Samples.Full(Samples.Raw(id)));
        });
        using RecordStore all = _record.Open();
        Assert.Equal(ids, all.LoadReports().Select(read => read.Report.Id));
    }

    [Fact]
    public void What_was_appended_is_in_the_files_before_the_store_is_closed()
    {
        // What a killed process leaves behind: the database and its journal, copied while both are open.
        using var copy = new TemporaryRecord();
        using RecordStore store = _record.Open();
        store.Append(Samples.Raw("r1"), Samples.Full(Samples.Raw("r1")));
        store.Append(Samples.Raw("r2"), Samples.Full(Samples.Raw("r2")));
        foreach (string end in (string[])["", "-wal"])
        {
            using FileStream from = new(_record.Path + end, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using FileStream to = File.Create(copy.Path + end);
            from.CopyTo(to);
        }
        using RecordStore survivor = copy.Open();
        Assert.Equal(["r1", "r2"], survivor.LoadReports().Select(read => read.Report.Id));
    }

    [Fact]
    public void A_report_half_written_is_not_there_after_a_crash()
    {
        using (RecordStore _ = _record.Open()) { }
        using (SqliteConnection crashing = _record.Connect())
        {
            SqliteTransaction never = crashing.BeginTransaction(deferred: false);
            using SqliteCommand insert = crashing.CreateCommand();
            insert.CommandText = "INSERT INTO report VALUES ('r1', 'a', 'b', 'Text', x'08', '{}')";
            insert.Transaction = never;
            insert.ExecuteNonQuery();
        }
        using RecordStore store = _record.Open();
        Assert.Empty(store.LoadOutdated());
    }

    [Fact]
    public void The_engine_is_the_systems_and_new_enough()
    {
        SqliteEngine engine = SqliteEngine.Load();
        Assert.True(Version.Parse(engine.Version) >= Version.Parse(SqliteEngine.VersionMin));
        Assert.NotEmpty(engine.CompileOptions);
        Assert.NotEqual("unknown", engine.Library);
    }

    private static void CheckRefused(string path, string because)
    {
        StoreException refused = Assert.Throws<StoreException>(() => RecordStore.Open(path));
        Assert.Contains(because, refused.Message);
        Assert.Contains(path, refused.Message);
        Assert.Contains("; expected ", refused.Message);
    }
}
