using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Tables;

/// <summary>Texts among numbers.</summary>
public sealed class OddTextTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Mostly(string odd) => "n,x\n" + string.Concat(Enumerable.Range(0, 20).Select(i => i == 12 ? $"{odd},a\n" : $"{i},a\n"));

    [Theory]
    [InlineData("N/A")]
    [InlineData("n/a")]
    [InlineData("NULL")]
    [InlineData("None")]
    [InlineData("-")]
    [InlineData("nan")]
    public void Usual_text_for_no_value_is_missing(string text)
    {
        var column = CsvTable.Parse(Mostly(text)).Column("n");
        Assert.Equal((ColumnKind.Number, 1), (column.Kind, column.Missing));
    }

    [Fact]
    public void Text_among_numbers_is_refused_with_its_place_and_the_ways_out()
    {
        string path = _folder.File("odd.csv", System.Text.Encoding.UTF8.GetBytes(Mostly("unknown")));
        string[] messages = [Assert.Throws<InvalidDataException>(() => CsvTable.Load(path)).Message, Assert.Throws<InvalidDataException>(() => CsvStream.Open(path)).Message];

        Assert.All(messages, message => Assert.Equal(
            $"'{path}', row 13 (line 14): column 'n': 'unknown' is not a number, as 19 of 20 values of the column are. If it stands for no value, list it in CsvOptions.MissingValues; if the column has categories, declare it in CsvOptions.Columns: ColumnType.Category(\"n\").",
            message));
    }

    [Fact]
    public void Text_among_numbers_is_read_where_it_is_declared()
    {
        Assert.Equal(1, CsvTable.Parse(Mostly("unknown"), new() { MissingValues = ["unknown"] }).Column("n").Missing);
        Assert.Equal(20, CsvTable.Parse(Mostly("unknown"), new() { Columns = [ColumnType.Category("n")] }).Column("n").DistinctCount);
    }

    [Fact]
    public void Column_with_more_texts_than_one_in_ten_has_categories()
    {
        string text = "n,x\n" + string.Concat(Enumerable.Range(0, 20).Select(i => i % 10 == 0 ? $"T{i},a\n" : $"{i},a\n"));
        Assert.Equal(ColumnKind.Category, CsvTable.Parse(text).Column("n").Kind);
        Assert.Equal(ColumnKind.Category, CsvStream.Open(_folder.File("a.csv", System.Text.Encoding.UTF8.GetBytes(text))).Columns[0].Kind);
    }

    [Fact]
    public void Byte_that_an_encoding_does_not_know_is_refused_instead_of_merging_categories()
    {
        string path = _folder.File("a.csv", [.. "c\ncaf"u8, 0xE9, (byte)'\n', .. "caf"u8, 0xE8, (byte)'\n']);
        string message = Assert.Throws<InvalidDataException>(() => CsvTable.Load(path, new() { Encoding = System.Text.Encoding.ASCII })).Message;
        Assert.Contains(path, message, StringComparison.Ordinal);
        Assert.Contains("CsvOptions.Encoding", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Saved_table_writes_a_text_that_means_missing_where_it_came_from()
    {
        CsvOptions options = new() { MissingValues = ["-999"] };
        var table = CsvTable.Parse("n,c\n1,\n-999,x\n3,-999\n", options);
        var loaded = CsvTable.Parse(table.ToCsv(), options);

        Assert.Equal("n,c\n1,\n-999,x\n3,-999\n", table.ToCsv());
        Assert.Equal(table.Numbers("n"), loaded.Numbers("n"));
        Assert.Equal(["", "x", null], loaded.Texts("c").AsEnumerable());
    }

    [Fact]
    public void Missing_value_without_a_text_for_it_is_not_saved()
    {
        var table = CsvTable.Parse("n\n1\n2\n", new() { MissingValues = [] }).With("m", row => row.Number("n") > 1 ? double.NaN : 1);
        Assert.Contains("'m' has no value in row 2", Assert.Throws<InvalidOperationException>(() => table.ToCsv()).Message, StringComparison.Ordinal);
    }
}
