using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Streams;

public sealed class ChangedFileTests : IDisposable
{
    private static readonly DateTime Written = new(2024, 5, 31, 0, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private StreamedDataset<float, float> Open(int rows)
    {
        Write(string.Concat(Enumerable.Range(0, rows).Select(i => $"{i % 10},1\n")));
        var stream = CsvStream.Open(_folder.File("a.csv"));
        return TableEncoder.Fit(stream, new() { Target = "y" }).Values(stream);
    }

    private void Write(string rows)
    {
        File.WriteAllText(_folder.File("a.csv"), "x,y\n" + rows);
        File.SetLastWriteTimeUtc(_folder.File("a.csv"), Written);
    }

    private void Refused<TException>(Action action, string expected)
        where TException : Exception
    {
        string message = Assert.ThrowsAny<TException>(action).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains(_folder.File("a.csv"), message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_of_another_size_is_refused_when_a_pass_begins()
    {
        var data = Open(10);
        File.AppendAllText(_folder.File("a.csv"), "1,2\n");
        Refused<IOException>(() => data.ReadAll(), "has changed since it was opened");
    }

    [Fact]
    public void File_of_another_time_is_refused_when_a_pass_begins()
    {
        var data = Open(10);
        File.SetLastWriteTimeUtc(_folder.File("a.csv"), Written.AddSeconds(1));
        Refused<IOException>(() => data.ReadAll(), "has changed since it was opened");
    }

    [Fact]
    public void File_that_grows_during_a_pass_is_refused_at_its_end()
    {
        var data = Open(10);
        using var reader = data.Open();
        Assert.Equal(3, reader.Read(new float[3], new float[3]));
        File.AppendAllText(_folder.File("a.csv"), "1,2\n");
        Refused<IOException>(() => reader.Read(new float[20], new float[20]), "has changed since it was opened");
    }

    [Fact]
    public void File_that_is_gone_is_refused()
    {
        var data = Open(10);
        File.Delete(_folder.File("a.csv"));
        Refused<FileNotFoundException>(() => data.ReadAll(), "is gone");
    }

    [Theory]
    [InlineData("x,1\n", "is not a finite number")]
    [InlineData("1,,\n", "has changed since it was opened")]
    [InlineData("\"11\n", "has changed since it was opened")]
    [InlineData("\n\n\n\n", "it had 10 rows and ends after 9")]
    public void Row_that_is_another_is_refused_though_size_and_time_are_the_same(string row, string expected)
    {
        var data = Open(10);
        Write(string.Concat(Enumerable.Repeat("1,1\n", 9)) + row);
        Refused<InvalidDataException>(() => data.ReadAll(), expected);
    }
}
