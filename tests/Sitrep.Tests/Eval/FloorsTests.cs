using Sitrep.Eval.Scores;

namespace Sitrep.Tests.Eval;

public sealed class FloorsTests
{
    [Fact]
    public void A_score_below_its_floor_is_named() =>
        Assert.Single(Floors.Check([new Floor("s", "must", 0.9, "g")], [Result("must", 0.8)]));

    [Fact]
    public void A_score_at_its_floor_is_fine() => Assert.Empty(Floors.Check([new Floor("s", "must", 0.6666, "g")], [Result("must", 2.0 / 3)]));

    [Fact]
    public void More_violations_than_the_floor_are_named() => Assert.Single(Floors.Check([new Floor("s", "mustnot", 0, "g")], [Result("mustnot", 1)]));

    [Fact]
    public void Changed_gold_data_are_named() => Assert.Contains("gold data changed", Floors.Check([new Floor("s", "must", 0, "old")], [Result("must", 1)])[0]);

    [Fact]
    public void A_skipped_set_is_not_checked() => Assert.Empty(Floors.Check([new Floor("s", "must", 1, "g")], [SetResult.Skip("s", "no data")]));

    [Fact]
    public void Floors_rise_but_do_not_fall_by_themselves()
    {
        Floor floor = Assert.Single(Floors.Raise([new Floor("s", "must", 0.5, "g")], [Result("must", 0.7)], allowRegression: false, out IReadOnlyList<string> refused));
        Assert.Equal(0.7, floor.Value);
        Assert.Empty(refused);
        floor = Assert.Single(Floors.Raise([floor], [Result("must", 0.6)], allowRegression: false, out refused));
        Assert.Equal(0.7, floor.Value);
        Assert.Single(refused);
        Assert.Equal(0.6, Assert.Single(Floors.Raise([floor], [Result("must", 0.6)], allowRegression: true, out _)).Value);
    }

    [Fact]
    public void Floors_come_back_as_they_were_saved()
    {
        string path = Path.GetTempFileName();
        try
        {
            Floors.Save(path, [new Floor("s", "must", 0.1234, "g"), new Floor("a", "mustnot", 0, "h")]);
            Assert.Equal([new Floor("a", "mustnot", 0, "h"), new Floor("s", "must", 0.1234, "g")], Floors.Load(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static SetResult Result(string metric, double value) => new("s", [new Score("s", metric, value, 1, 0)], "g", null, []);
}
