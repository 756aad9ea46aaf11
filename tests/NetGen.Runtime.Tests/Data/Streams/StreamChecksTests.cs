using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Streams;

/// <summary>What a stream's first pass shows is refused before a training begins.</summary>
public sealed class StreamChecksTests : IDisposable
{
    private static readonly CsvTable Learned = CsvTable.Parse("n,c,y\n1,a,no\n2,b,yes\n3,a,no\n");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private CsvStream Open(string text) => CsvStream.Open(_folder.File("a.csv", Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("n,c,y\n1,a,no\n1,a,perhaps\n", "column 'y': 'perhaps' is not among the 2 classes learned")]
    [InlineData("n,c,y\n1,a,no\n1,violet,yes\n", "column 'c': 'violet' is not among the 2 categories learned")]
    [InlineData("n,c,y\n1,a,no\n,a,yes\n", "column 'n': the number is missing")]
    [InlineData("n,c,y\n1,a,no\n1e300,a,yes\n", "column 'n': 1E+300 becomes an input too large")]
    public void Value_that_cannot_be_encoded_is_refused_with_the_set(string text, string expected)
    {
        var encoder = TableEncoder.Fit(Learned, new() { Target = "y", UnknownCategory = UnknownCategory.Refuse, MissingNumbers = Missing.Refuse });
        var stream = Open(text);
        string message = Assert.Throws<ArgumentException>(() => encoder.Labels(stream)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.Contains(_folder.File("a.csv"), message, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_target_beyond_one_is_refused_with_the_set()
    {
        var encoder = TableEncoder.Fit(CsvTable.Parse("n,y\n1,0\n2,1\n"), new() { Target = "y", TargetKind = TargetKind.Binary });
        var stream = Open("n,y\n1,0\n2,2\n");
        Assert.Contains("a binary target is 0 or 1, not 2", Assert.Throws<ArgumentException>(() => encoder.Values(stream)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Median_is_allowed_where_no_number_is_missing() =>
        Assert.Equal(["n"], TableEncoder.Fit(Open("n,y\n1,0\n2,1\n"), new() { Target = "y", MissingNumbers = Missing.Median }).InputNames);

    [Fact]
    public void Shuffle_buffer_is_the_given_one_or_the_default_of_streams()
    {
        var stream = Open("n,c,y\n1,a,no\n2,b,yes\n");
        var encoder = TableEncoder.Fit(stream, new() { Target = "y" });
        SampleFile.Write(_folder.File("a.samples"), encoder.Labels(stream));

        Assert.Equal(5, encoder.Labels(stream, shuffleBuffer: 5).ShuffleBuffer);
        Assert.Equal(5, SampleFile.Open<float, int>(_folder.File("a.samples"), shuffleBuffer: 5).ShuffleBuffer);
        Assert.Equal(encoder.Labels(stream).ShuffleBuffer, SampleFile.Open<float, int>(_folder.File("a.samples")).ShuffleBuffer);
        Assert.Throws<ArgumentOutOfRangeException>(() => encoder.Labels(stream, shuffleBuffer: 0));
    }

    [Fact]
    public void Binary_target_has_names_through_a_file_of_samples()
    {
        var stream = Open("n,c,y\n1,a,no\n2,b,yes\n");
        var data = TableEncoder.Fit(stream, new() { Target = "y", TargetKind = TargetKind.Binary }).Values(stream);
        SampleFile.Write(_folder.File("a.samples"), data);
        var written = SampleFile.Open<float, float>(_folder.File("a.samples"));

        Assert.Equal(["no", "yes"], data.ClassNames);
        Assert.Equal(["no", "yes"], written.ClassNames);
        Assert.Null(data.ClassCount ?? written.ClassCount);
    }

    [Fact]
    public void All_columns_share_one_budget_and_the_largest_gives_up()
    {
        var budget = new CategoryBudget(most: 2000);
        CategoryCounter colors = new(budget), ids = new(budget);
        using var rows = CsvRows.Open(FileSource.OfBytes("a,b\n"u8.ToArray(), "text"), new(), new([]));
        for (int i = 0; i < 100; i++)
        {
            ids.Add(rows, 0, Encoding.UTF8.GetBytes($"id{i}"));
            colors.Add(rows, 1, Encoding.UTF8.GetBytes($"color{i % 20}"));
        }

        Assert.Null(ids.Result);
        Assert.Equal(0, ids.Size);
        Assert.Equal(20, colors.Result!.Value.Values.Length);
        Assert.All(colors.Result!.Value.Counts, count => Assert.Equal(5, count));
    }
}
