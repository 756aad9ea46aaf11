using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Tables;

public sealed class CsvRefusalTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "no row")]
    [InlineData("a,b\n", "no row of data")]
    [InlineData("a,b\n1,2\n\n3,4,5\n", "row 2 (line 4): it has 3 fields, 2 are expected")]
    [InlineData("a,b\n1,2\n3\n", "row 2 (line 3): it has 1 fields, 2 are expected")]
    [InlineData("a,b,a\n1,2,3\n", "two columns named 'a', number 1 and number 3")]
    [InlineData("1,2\n3,4\n", "HasHeader")]
    [InlineData("a,b\n1,\"open\n2,3\n", "not well-formed CSV")]
    [InlineData("a,b\n1,x\"y\n", "not well-formed CSV")]
    [InlineData("a,b\n1,Infinity\n2,3\n", "row 1 (line 2): column 'b': 'Infinity' is not a finite number")]
    [InlineData("a,b\n1,1e999\n2,3\n", "not a finite number")]
    [InlineData("a,b\n1,x\0y\n", "row 1 (line 2): column 'b': it has a zero byte")]
    public void Malformed_file_is_refused_with_its_name_and_the_place(string text, string expected) =>
        Refused<InvalidDataException>(Encoding.UTF8.GetBytes(text), expected, new());

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused() =>
        Refused<InvalidDataException>([.. "a\n"u8, 0xC3, 0x28, (byte)'\n'], "not UTF-8", new());

    [Fact]
    public void Text_in_a_declared_column_of_numbers_is_refused_with_row_column_and_value() =>
        Refused<InvalidDataException>("a,b\n1,2\n3,four\n"u8.ToArray(), "row 2 (line 3): column 'b': 'four' is not a number", new() { Columns = [ColumnType.Number("b")] });

    [Fact]
    public void Declared_column_that_is_not_there_is_refused_with_those_there_are() =>
        Refused<ArgumentException>("a,b\n1,2\n"u8.ToArray(), "no column 'A'. Is 'a' meant? The columns are: 'a', 'b'", new() { Columns = [ColumnType.Number("A")] });

    [Fact]
    public void Unknown_column_of_a_table_is_refused_with_those_there_are() =>
        Assert.Contains("'city', 'age'", Assert.Throws<ArgumentException>(() => CsvTable.Parse("city,age\nx,1\n").Numbers("size")).Message, StringComparison.Ordinal);

    [Fact]
    public void Missing_file_and_folder_are_told_apart()
    {
        Assert.Contains("none.csv", Assert.Throws<FileNotFoundException>(() => CsvTable.Load(_folder.File("none.csv"))).Message, StringComparison.Ordinal);
        Assert.Contains("is a folder", Assert.Throws<IOException>(() => CsvTable.Load(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Contradicting_options_are_refused()
    {
        CsvOptions[] wrong =
        [
            new() { Separator = 'x' }, new() { Separator = '"' }, new() { DecimalSeparator = ';' }, new() { DecimalSeparator = ',' }, new() { SkipRows = -1 },
            new() { MaxRows = 0 }, new() { Columns = [ColumnType.Number("a"), ColumnType.Category("a")] },
        ];
        Assert.All(wrong, options => Assert.Throws<ArgumentException>(() => CsvTable.Parse("a,b\n1,2\n", options)));
    }

    private void Refused<TException>(byte[] content, string expected, CsvOptions options)
        where TException : Exception
    {
        string path = _folder.File("bad.csv", content);
        string message = Assert.Throws<TException>(() => CsvTable.Load(path, options)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains(path, message, StringComparison.Ordinal);
    }
}
