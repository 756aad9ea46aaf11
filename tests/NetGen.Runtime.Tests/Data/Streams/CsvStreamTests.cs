using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Streams;

public sealed class CsvStreamTests : IDisposable
{
    private static readonly EncodingOptions Options = new() { Target = "Churn", Ignore = ["customerID"], MissingIndicator = true };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Churn(int rows)
    {
        GeneratedTables.Churn(rows).Save(_folder.File("churn.csv"));
        return _folder.File("churn.csv");
    }

    [Fact]
    public void Stream_and_table_are_encoded_alike()
    {
        string path = Churn(500);
        var table = CsvTable.Load(path);
        var stream = CsvStream.Open(path);
        var ofTable = TableEncoder.Fit(table, Options);
        var ofStream = TableEncoder.Fit(stream, Options);

        Assert.Equal(ofTable.ToJson(), ofStream.ToJson());
        var expected = ofTable.Labels(table);
        var streamed = ofStream.Labels(stream);
        Assert.Equal((expected.Count, expected.InputSize, 2), (streamed.Count, streamed.InputSize, streamed.ClassCount));
        Assert.Equal(expected.Preprocessing, streamed.Preprocessing);
        var (inputs, targets) = streamed.ReadAll();
        Assert.Equal(ofTable.Inputs(table), inputs);
        Assert.Equal(Enumerable.Range(0, 500).Select(i => expected.Target(i)[0]), targets);
    }

    [Fact]
    public void Every_pass_gives_the_same_samples()
    {
        var stream = CsvStream.Open(Churn(100));
        var data = TableEncoder.Fit(stream, Options with { TargetKind = TargetKind.Binary }).Values(stream);

        var (first, second) = (data.ReadAll(), data.ReadAll());
        Assert.Equal(first.Inputs, second.Inputs);
        Assert.Equal(first.Targets, second.Targets);
        Assert.Contains(1f, data.ReadAll().Targets);
    }

    [Fact]
    public void Columns_are_summed_up()
    {
        string path = Churn(400);
        var table = CsvTable.Load(path);
        Assert.All(CsvStream.Open(path).Columns, column =>
        {
            var expected = table.Column(column.Name);
            Assert.Equal((expected.Kind, expected.Missing, expected.Minimum, expected.Maximum, expected.Mean), (column.Kind, column.Missing, column.Minimum, column.Maximum, column.Mean));
            Assert.Equal(expected.Kind == ColumnKind.Category ? expected.Distinct : null, column.Distinct);
        });
    }

    [Fact]
    public void Column_that_begins_with_numbers_and_goes_on_with_texts_has_categories()
    {
        var stream = CsvStream.Open(_folder.File("mixed.csv", "a,y\n1,0\n2,1\nx,0\n1,1\n"u8.ToArray()));

        Assert.Equal(ColumnKind.Category, stream.Columns[0].Kind);
        Assert.Equal(["1", "2", "x"], stream.Columns[0].Distinct);
        Assert.Equal(["a=1", "a=2", "a=x"], TableEncoder.Fit(stream, new() { Target = "y" }).InputNames);
    }

    [Fact]
    public void Parts_have_every_row_once_and_their_own_statistics()
    {
        string path = _folder.File("numbers.csv", [.. "x,y\n"u8, .. System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i},{i % 3}\n")))]);
        var (learn, test) = CsvStream.Open(path).Split(0.8, seed: 1);
        var encoder = TableEncoder.Fit(learn, new() { Target = "y", Numbers = Scaling.None });
        float[] first = encoder.Values(learn).ReadAll().Inputs, second = encoder.Values(test).ReadAll().Inputs;

        Assert.InRange(learn.Count, 750, 850);
        Assert.Equal((learn.Count, test.Count), (first.Length, second.Length));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (float)i), first.Concat(second).Order());
        Assert.Equal(first.Average(value => (double)value), learn.Columns[0].Mean, 1e-9);
        Assert.Equal(second.Max(), test.Columns[0].Maximum);
        var (inner, outer) = learn.Split(0.5, seed: 1);
        Assert.Equal(learn.Count, inner.Count + outer.Count);
        Assert.Equal(first, encoder.Values(inner).ReadAll().Inputs.Concat(encoder.Values(outer).ReadAll().Inputs).Order());
    }

    [Fact]
    public void Row_costs_no_memory()
    {
        var stream = CsvStream.Open(Churn(3000));
        var data = TableEncoder.Fit(stream, Options).Labels(stream);
        var inputs = new float[data.InputSize];
        var targets = new int[1];
        long least = long.MaxValue;

        // What opening and the first rows need, such as buffers of a pool that other tests use too, is not looked at; and now and then the pool has none left.
        for (int attempt = 0; attempt < 5; attempt++)
        {
            using var reader = data.Open();
            Assert.Equal(500, Read(reader, 500));
            long before = GC.GetAllocatedBytesForCurrentThread();
            int read = Read(reader, 2500);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(2500, read);
        }

        // One object per row would be 60,000 bytes.
        Assert.InRange(least, 0, 4096);

        int Read(SampleReader<float, int> reader, int rows)
        {
            int done = 0;
            for (int i = 0; i < rows; i++)
            {
                done += reader.Read(inputs, targets);
            }

            return done;
        }
    }

    [Fact]
    public void Median_is_refused_with_the_reason() => Assert.Contains(
        "a stream keeps none", Assert.Throws<ArgumentException>(() => TableEncoder.Fit(CsvStream.Open(_folder.File("gap.csv", "x,y\n1,2\n,3\n"u8.ToArray())), new() { Target = "y", MissingNumbers = Missing.Median })).Message, StringComparison.Ordinal);

    [Fact]
    public void Too_many_categories_are_not_kept_and_refused()
    {
        string path = _folder.File("ids.csv", System.Text.Encoding.UTF8.GetBytes("id,y\n" + string.Concat(Enumerable.Range(0, 100_001).Select(i => $"id{i},1\n"))));
        var stream = CsvStream.Open(path);

        Assert.Null(stream.Columns[0].Distinct);
        Assert.Contains("EncodingOptions.Ignore", Assert.Throws<ArgumentException>(() => TableEncoder.Fit(stream, new() { Target = "y" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_target_is_refused() => Assert.Contains(
        "the target 'y' is missing in 1 rows",
        Assert.Throws<ArgumentException>(() =>
        {
            var stream = CsvStream.Open(_folder.File("gap.csv", "x,y\n1,2\n3,\n"u8.ToArray()));
            TableEncoder.Fit(stream, new() { Target = "y" }).Values(stream);
        }).Message,
        StringComparison.Ordinal);
}
