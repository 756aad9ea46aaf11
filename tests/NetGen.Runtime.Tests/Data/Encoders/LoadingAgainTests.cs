using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Encoders;

/// <summary>Files that are encoded long after the encoder learned.</summary>
public sealed class LoadingAgainTests : IDisposable
{
    private static readonly CsvOptions Options = new() { MissingValues = ["-999"], Columns = [ColumnType.Category("zip")] };

    private static readonly TableEncoder Encoder = TableEncoder.FromJson(
        TableEncoder.Fit(CsvTable.Parse("n,zip,y\n1,10,a\n-999,20,b\n3,10,a\n", Options), new() { Target = "y", MissingIndicator = true }).ToJson());

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Options_of_the_encoder_read_new_rows_as_the_ones_learned_from()
    {
        var table = CsvTable.Parse("n,zip\n-999,20\n", Encoder.CsvOptions);

        Assert.Equal([double.NaN], table.Numbers("n"));
        Assert.Equal([0, 1, 0, 1], Encoder.Inputs(table));
        Assert.Equal(Encoder.Encode(new Dictionary<string, string?> { ["n"] = "-999", ["zip"] = "20" }), Encoder.Inputs(table));
    }

    [Fact]
    public void Other_missing_values_are_refused_with_both()
    {
        string expected = "with other texts for missing values ('', 'NA'";
        string path = _folder.File("new.csv", "n,zip,y\n1,10,a\n"u8.ToArray());
        CsvOptions others = new() { Columns = [ColumnType.Category("zip")] };

        string table = Assert.Throws<ArgumentException>(() => Encoder.Inputs(CsvTable.Load(path, others))).Message;
        string stream = Assert.Throws<ArgumentException>(() => Encoder.Labels(CsvStream.Open(path, others))).Message;
        Assert.All([table, stream], message =>
        {
            Assert.Contains(expected, message, StringComparison.Ordinal);
            Assert.Contains("learned from ('-999')", message, StringComparison.Ordinal);
            Assert.Contains("encoder.CsvOptions", message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Missing_values_in_another_order_and_case_are_the_same()
    {
        var encoder = TableEncoder.Fit(CsvTable.Parse("n,y\n1,2\n", new() { MissingValues = ["na", "?"] }), new() { Target = "y" });
        Assert.Single(encoder.Inputs(CsvTable.Parse("n\n1\n", new() { MissingValues = ["?", "NA"] })));
    }
}
