using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Tables;

public sealed class CsvTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_of_numbers_and_categories_are_told_apart()
    {
        var table = CsvTable.Parse("age,city\n31,Bonn\n,Ulm\n-2.5e1,Bonn\n");

        Assert.Equal(3, table.Count);
        Assert.Equal([ColumnKind.Number, ColumnKind.Category], table.Columns.Select(column => column.Kind));
        Assert.Equal([31, double.NaN, -25], table.Numbers("age"));
        Assert.Equal(["Bonn", "Ulm", "Bonn"], table.Texts("city").AsEnumerable());
    }

    [Fact]
    public void Column_tells_missing_distinct_range_and_mean()
    {
        var column = CsvTable.Parse("x,y\n3,\n,\n1,\n3,a\n5,NA\n").Column("x");

        Assert.Equal((1, 3, 1.0, 5.0, 3.0), (column.Missing, column.DistinctCount, column.Minimum, column.Maximum, column.Mean));
        Assert.Equal(Math.Sqrt(2), column.StandardDeviation, 1e-12);
        Assert.Equal(["1", "3", "5"], column.Distinct);
    }

    [Fact]
    public void Quoted_fields_have_separators_line_breaks_and_quotes_inside()
    {
        var table = CsvTable.Parse("a,b\r\n\"x, y\",\"line 1\nline 2\"\r\n\"say \"\"hi\"\"\",\"\"\r\n");

        Assert.Equal(["x, y", "say \"hi\""], table.Texts("a").AsEnumerable());
        Assert.Equal(["line 1\nline 2", null], table.Texts("b").AsEnumerable());
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Other_separators_are_given_or_found(char separator)
    {
        string text = "a,b,c\n1,2,x\n3,4,y\n".Replace(',', separator);

        Assert.Equal([2, 4], CsvTable.Parse(text, new CsvOptions { Separator = separator }).Numbers("b"));
        Assert.Equal([2, 4], CsvTable.Parse(text, new CsvOptions { Separator = null }).Numbers("b"));
    }

    [Fact]
    public void Decimal_comma_is_read_where_it_is_declared() =>
        Assert.Equal([1.5, -2, 1234.25], CsvTable.Parse("a;b\n1,5;x\n-2;y\n1234,25;z\n", new CsvOptions { Separator = ';', DecimalSeparator = ',' }).Numbers("a"));

    [Fact]
    public void Byte_order_marks_and_encodings_are_understood()
    {
        const string text = "Straße,Wert\nÄpfelweg,1\n日本,2\n";
        byte[][] files = [Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]];

        Assert.All(files, bytes => Assert.Equal(["Äpfelweg", "日本"], CsvTable.Load(_folder.File("a.csv", bytes)).Texts("Straße").AsEnumerable()));
        string latin = _folder.File("latin.csv", Encoding.Latin1.GetBytes("Straße\nÄpfelweg\n"));
        Assert.Equal(["Äpfelweg"], CsvTable.Load(latin, new CsvOptions { Encoding = Encoding.Latin1 }).Texts("Straße").AsEnumerable());
    }

    [Fact]
    public void Rows_are_skipped_limited_and_named()
    {
        const string text = "a title\n1,2\n3,4\n5,6\n";
        var options = new CsvOptions { HasHeader = false, SkipRows = 1, MaxRows = 2 };

        Assert.Equal(["Column1", "Column2"], CsvTable.Parse(text, options).Columns.Select(column => column.Name));
        Assert.Equal([2, 4], CsvTable.Parse(text, options with { ColumnNames = ["x", "y"] }).Numbers("y"));
    }

    [Fact]
    public void Texts_for_missing_values_are_compared_after_trimming()
    {
        Assert.Equal([1, double.NaN, double.NaN, double.NaN], CsvTable.Parse("a,b\n1,x\n NA ,x\n ?,x\n\" \",x\n").Numbers("a"));
        Assert.Equal([double.NaN, 3], CsvTable.Parse("a,b\n-999,\n3,\n", new CsvOptions { MissingValues = ["-999"] }).Numbers("a"));
    }

    [Fact]
    public void Whole_numbers_are_categories_where_they_are_declared()
    {
        var column = CsvTable.Parse("zip\n01234\n9\n10\n", new CsvOptions { Columns = [ColumnType.Category("zip")] }).Column("zip");

        Assert.Equal(ColumnKind.Category, column.Kind);
        Assert.Equal(["9", "10", "01234"], column.Distinct);
    }

    [Fact]
    public void Column_without_any_value_has_missing_numbers() =>
        Assert.Equal((ColumnKind.Number, 2), (CsvTable.Parse("a,b\n,1\n,2\n").Column("a").Kind, CsvTable.Parse("a,b\n,1\n,2\n").Column("a").Missing));

    [Fact]
    public void Columns_are_selected_dropped_and_added()
    {
        var table = CsvTable.Parse("a,b,c\n1,2,x\n4,,y\n");

        Assert.Equal(["c", "a"], table.Select("c", "a").Columns.Select(column => column.Name));
        Assert.Equal(["a", "c"], table.Drop("b").Columns.Select(column => column.Name));
        Assert.Equal([3, double.NaN], table.With("sum", row => row.Number("a") + row.Number("b")).Numbers("sum"));
        Assert.Equal(["x1", "y4"], table.With("c", row => row["c"] + row.Text("a")).Texts("c").AsEnumerable());
    }

    [Fact]
    public void Rows_are_chosen_by_a_condition()
    {
        var table = CsvTable.Parse("a,b\n1,x\n2,y\n3,x\n");

        Assert.Equal([1, 3], table.Where(row => row["b"] == "x").Numbers("a"));
        Assert.Equal(["x"], table.Where(row => row.Number("a") > 2).Column("b").Distinct);
        Assert.Throws<InvalidOperationException>(() => table.Where(row => row.IsMissing("a")));
    }

    [Fact]
    public void Saved_table_loads_as_it_was()
    {
        var table = CsvTable.Parse("name,\"x, y\"\n\"a \"\"b\"\"\",0.1\n\"two\nlines\",\nplain,1e-300\n");
        table.Save(_folder.File("saved.csv"));
        var loaded = CsvTable.Load(_folder.File("saved.csv"));

        Assert.Equal(table.Texts("name").AsEnumerable(), loaded.Texts("name").AsEnumerable());
        Assert.Equal(table.Numbers("x, y"), loaded.Numbers("x, y"));
        Assert.Equal(table.ToCsv(), loaded.ToCsv());
    }
}
