using System.Globalization;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Streams;

/// <summary>By its identity a training that goes on knows that its samples are the same.</summary>
public sealed class StreamIdentityTests : IDisposable
{
    private static readonly EncodingOptions Encoding = new() { Target = "y" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Write(string text)
    {
        string path = _folder.File("a.csv", System.Text.Encoding.UTF8.GetBytes(text));
        File.SetLastWriteTimeUtc(path, new(2024, 5, 31, 0, 0, 0, DateTimeKind.Utc));
        return path;
    }

    private static string Rows(int from) => "x,y\n" + string.Concat(Enumerable.Range(from, 50).Select(i => $"{i % 10},{i % 7}\n"));

    private static string Identity(string path, EncodingOptions encoding, CsvOptions? options = null, double fraction = 0.8) => Identity(CsvStream.Open(path, options).Split(fraction).First, encoding);

    private static string Identity(CsvStream stream, EncodingOptions encoding) => TableEncoder.Fit(stream, encoding).Values(stream).Identity!;

    [Fact]
    public void Same_rows_read_and_encoded_alike_are_the_same_though_copied_later()
    {
        string path = Write(Rows(0)), before = Identity(path, Encoding);
        File.SetLastWriteTimeUtc(path, new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(before, Identity(path, Encoding));
    }

    [Fact]
    public void Other_encoder_options_part_or_content_is_another()
    {
        string path = Write(Rows(0));
        string[] identities =
        [
            Identity(path, Encoding), Identity(path, Encoding with { Numbers = Scaling.MinMax }), Identity(path, Encoding, new() { MaxRows = 49 }),
            Identity(path, Encoding, new() { MissingValues = ["99"] }), Identity(path, Encoding, fraction: 0.7), Identity(CsvStream.Open(path), Encoding),
            Identity(Write(Rows(10)), Encoding),
        ];
        Assert.Equal(identities.Length, identities.Distinct().Count());
    }

    [Fact]
    public void Other_bytes_at_the_end_of_a_long_file_are_another_file()
    {
        string rows = string.Concat(Enumerable.Repeat("1,2\n", 80_000));
        string before = FileSource.OfFile(Write("x,y\n" + rows + "1,2\n")).Identity;
        Assert.NotEqual(before, FileSource.OfFile(Write("x,y\n" + rows + "2,1\n")).Identity);
    }

    [Fact]
    public void Culture_does_not_matter()
    {
        string path = Write(Rows(0)), before = Identity(path, Encoding);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var german = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            german.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = german;
            Assert.Equal(before, Identity(path, Encoding));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
