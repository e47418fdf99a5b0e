using Sitrep.Eval.Data;

namespace Sitrep.Tests.Eval.Data;

public sealed class TableTests
{
    [Fact]
    public void Quoted_cells_hold_commas_quotes_and_line_breaks() =>
        Assert.Equal(["a|b", "1|x, \"y\"\nz", "2|"], Csv.Rows("a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n2,\n").Select(row => string.Join('|', row)));

    [Theory]
    [InlineData("['a', \"it's\", 'b\\'c']", "a;it's;b'c")]
    [InlineData("['caf\\xe9', 'A\\u00e9x', 'back\\\\slash']", "café;Aéx;back\\slash")]
    [InlineData("[]", "")]
    [InlineData("['cut", "cut")]
    public void Lists_are_read_as_Python_prints_them(string text, string expected) => Assert.Equal(expected, string.Join(';', PythonList.Read(text)));

    [Fact]
    public void The_test_part_is_scored_where_there_is_one()
    {
        Assert.Equal(["a-test.json"], Parts.Scored(["a-dev.json", "a-test.json", "a-train.json"]));
        Assert.Equal(["a_dev.json"], Parts.Scored(["a_dev.json", "a_train.json"]));
        Assert.Equal(["latest.json", "b.json"], Parts.Scored(["latest.json", "b.json"]));
    }
}
