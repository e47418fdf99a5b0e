using Sitrep.Eval;
using System.Globalization;
using Sitrep.Eval.Wordings;
using Sitrep.Model.Record;
using Sitrep.Model.World;

namespace Sitrep.Tests.Eval;

public sealed class WordingTableTests
{
    private static readonly WordingTable Table = new(Rows("wordings.tsv"));
    private static readonly StanceTable Stances = new(Rows("stance-wordings.tsv"));
    private static readonly TollTable Tolls = new(Rows("toll-wordings.tsv"));
    private static readonly SettingTable Settings = new(Rows("setting-wordings.tsv"));
    private static readonly DateTable Dates = new(Rows("date-wordings.tsv"));
    private static readonly DisasterTable Disasters = new(Rows("disaster-wordings.tsv"));

    [Fact]
    public void The_sentences_are_always_the_same_and_none_stands_twice()
    {
        string[] first = [.. Table.Facts(200).Select(fact => fact.Text)];
        Assert.Equal(first, Table.Facts(200).Select(fact => fact.Text));
        Assert.Equal(200, first.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Another_draw_has_other_sentences_and_no_floor()
    {
        var other = new WordingTable(WordingRows.Load(Path.Combine(Repository.Root, "eval", "gold", "wordings.tsv"), 2026));
        Assert.NotEqual(Table.Facts(200).Select(fact => fact.Text), other.Facts(200).Select(fact => fact.Text));
        Assert.Equal(2026, EvalOptions.Parse(["wordings", "--draw", "2026"])?.Draw);
        Assert.Null(EvalOptions.Parse(["--draw", "2026", "--check"]));
        Assert.Null(EvalOptions.Parse(["--draw", "0"]));
    }

    [Fact]
    public void A_sentence_holds_what_must_come_out() =>
        Assert.All(Table.Facts(200), fact => Assert.All((string?[])[fact.Actor, fact.Place, fact.Day, fact.Source], part => Assert.True(part is null || fact.Text.Contains(part, StringComparison.OrdinalIgnoreCase), fact.Text)));

    [Fact]
    public void A_toll_holds_what_must_come_out() => Assert.All(Tolls.Facts(200), toll =>
    {
        Assert.All((string?[])[toll.Place, toll.Source, .. toll.Counts.Select(count => count.Who)], part => Assert.True(part is null || toll.Text.Contains(part, StringComparison.OrdinalIgnoreCase), toll.Text));
        Assert.DoesNotContain('{', toll.Text);
        Assert.All(toll.Counts, count => Assert.True(count.Least is not null || count.Most is not null, toll.Text));
    });

    [Fact]
    public void A_denial_names_what_is_denied_and_who_denies_it() => Assert.All(Stances.Facts(200), fact =>
    {
        Assert.All((string?[])[fact.Actor, fact.Place], part => Assert.Contains(part!, fact.Text, StringComparison.OrdinalIgnoreCase));
        Assert.Contains(fact.Sources, source => source is null || fact.Text.Contains(source, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain('{', fact.Text);
    });

    [Fact]
    public void A_fact_with_asides_holds_what_must_come_out() => Assert.All(Settings.Facts(1200), setting =>
    {
        Assert.All((string?[])[setting.Fact.Actor, setting.Fact.Place, setting.Fact.Day, setting.Fact.Source], part => Assert.True(part is null || setting.Text.Contains(part, StringComparison.OrdinalIgnoreCase), setting.Text));
        Assert.DoesNotContain('{', setting.Text);
        Assert.DoesNotContain(",,", setting.Text, StringComparison.Ordinal);
        Assert.All(setting.Told, deed => Assert.All((string[])[deed.Actor, deed.Place], part => Assert.True(part is "*" or "-" || setting.Text.Contains(part, StringComparison.OrdinalIgnoreCase), setting.Text)));
    });

    [Fact]
    public void What_an_aside_tells_is_read_from_its_row()
    {
        AsideDeed deed = AsideDeed.Read("?capture,attack|=|Gao|denies", "rebels", "Kidal");
        Assert.Equal(("rebels", "Gao", Stance.Denies, false), (deed.Actor, deed.Place, deed.Stance, deed.Must));
        Assert.Equal(["capture", "attack"], deed.Types);
        Assert.Equal(new AsideCount(Measure.Killed, 12, true), AsideCount.Read("killed=12"));
        Assert.Throws<InvalidDataException>(() => AsideCount.Read("killed"));
    }

    [Fact]
    public void The_same_end_of_a_count_must_be_open()
    {
        Assert.Equal((null, 60), WordedCount.Range("|60"));
        Assert.Equal((20, 30), WordedCount.Range("20|30"));
        Assert.Throws<InvalidDataException>(() => WordedCount.Range("20"));
    }

    [Fact]
    public void A_dated_report_tells_no_more_than_what_was_put_in() => Assert.All(Dates.Facts(1200), days =>
    {
        Assert.DoesNotContain('{', days.Text);
        Assert.All(days.Events, happened => Assert.Contains(happened.Place, days.Text, StringComparison.Ordinal));
        Assert.All(days.Events, happened => Assert.True(happened.Expected || happened.When[0].Last is null || happened.When[0].Last <= DateTable.Printed, days.Text));
    });

    [Fact]
    public void A_report_of_a_disaster_holds_what_must_come_out_and_counts_nothing_twice() => Assert.All(Disasters.Facts(1200), worded =>
    {
        Assert.DoesNotContain('{', worded.Text);
        Assert.Contains(worded.Place, worded.Text, StringComparison.Ordinal);
        Assert.All(worded.Counts, count => Assert.True(count.Source is null || worded.Text.Contains(count.Source, StringComparison.OrdinalIgnoreCase), worded.Text));
        Assert.All(worded.Counts, count => Assert.Contains(count.Place, worded.Text, StringComparison.Ordinal));
        Assert.Equal(worded.Counts.Length, worded.Counts.Select(count => count.Count).Distinct().Count());
    });

    [Theory]
    [InlineData("2017-05-03", "2017-05-03", "2017-05-03", true)]
    [InlineData("2017-05-03", "2017-05-03", "2017-05-04", false)]
    [InlineData("2017-05-01,2017-05-01/2017-05-04", "2017-05-01", "2017-05-04", true)]
    [InlineData("~2017-05-01/2017-05-10", "2017-05-02", "2017-05-08", true)]
    [InlineData("~2017-05-01/2017-05-10", "2017-05-02", "2017-05-03", false)]
    [InlineData("~2017-05-01/2017-05-10", "2017-05-02", "2017-05-11", false)]
    [InlineData("?/2017-05-10", "2017-05-07", "2017-05-10", true)]
    [InlineData("none", "2017-05-10", "2017-05-10", false)]
    public void Days_are_right_by_the_answers(string answers, string first, string last, bool right) =>
        Assert.Equal(right, DayAnswer.Read(answers).Any(answer => answer.Is(new Interval(Day(first), Day(last), TimePrecision.Days))));

    private static DateOnly Day(string words) => DateOnly.ParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static WordingRows Rows(string table) => WordingRows.Load(Path.Combine(Repository.Root, "eval", "gold", table));
}
