using Tuning;

namespace NetGen.Samples.Tests;

public sealed class SearchRecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SearchPlan _plan = SearchPlan.Halving(9, 9);

    private string RecordFile => _folder.File("search/search.json");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Results_are_read_back_bit_for_bit()
    {
        RungResult[] results = [new(0, 2, 0.1 + 0.2, 1.0 / 3), new(0, 4, double.NaN, double.NaN, "The loss became NaN.")];
        using (var record = Open("1"))
        {
            Array.ForEach(results, record.Add);
        }

        using var again = Open("1");
        Assert.Equal(results, again.Results);
    }

    [Fact]
    public void Folder_of_another_search_is_refused_with_the_differences()
    {
        using (var record = Open("1"))
        {
            record.Add(new(0, 0, 0.5, 0.9));
        }

        var before = File.ReadAllText(RecordFile);
        var refusal = Assert.Throws<InvalidDataException>(() => Open("2"));

        Assert.Contains("seed is 1 there, 2 now", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("data is", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(RecordFile));
    }

    [Fact]
    public void Folder_in_use_is_refused()
    {
        using var record = Open("1");

        Assert.Contains("used by another search", Assert.Throws<IOException>(() => Open("1")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"Version\": 1, \"Identity\": { \"seed\"")]
    [InlineData("null")]
    [InlineData("{ \"Version\": 1, \"Identity\": null, \"Results\": [] }")]
    [InlineData("{ \"Version\": 9, \"Identity\": {}, \"Results\": [] }")]
    [InlineData("{ \"Version\": 1, \"Identity\": { \"data\": \"d\", \"seed\": \"1\" }, \"Results\": [ { \"Rung\": 7, \"Trial\": 0, \"Loss\": 1, \"Accuracy\": 1 } ] }")]
    public void Damaged_record_is_refused_by_name(string content)
    {
        Directory.CreateDirectory(_folder.File("search"));
        File.WriteAllText(RecordFile, content);

        Assert.Contains("search.json", Assert.Throws<InvalidDataException>(() => Open("1")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_written_remains_of_a_killed_search_are_no_obstacle()
    {
        using (var record = Open("1"))
        {
            record.Add(new(0, 0, 0.5, 0.9));
        }

        File.WriteAllText(RecordFile + ".tmp", "{ \"Vers");

        using var again = Open("1");
        again.Add(new(0, 1, 0.4, 0.9));
        Assert.Equal(2, again.Results.Count);
    }

    private SearchRecord Open(string seed) => new(_folder.File("search"), _plan, new() { ["data"] = "d", ["seed"] = seed });
}
