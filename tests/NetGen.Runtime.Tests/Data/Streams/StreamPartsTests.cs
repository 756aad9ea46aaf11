using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Streams;

public sealed class StreamPartsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private CsvStream Numbers(int rows) =>
        CsvStream.Open(_folder.File("numbers.csv", Encoding.UTF8.GetBytes("x,y\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"{i},{i % 3}\n")))));

    private static float[] Rows(CsvStream stream) => TableEncoder.Fit(stream, new() { Target = "y", Numbers = Scaling.None }).Values(stream).ReadAll().Inputs;

    [Fact]
    public void Part_is_divided_by_the_same_seed_in_the_given_shares()
    {
        var (rest, test) = Numbers(10_000).Split(0.8);
        var (learn, held) = rest.Split(0.8);
        var (one, other) = learn.Split(0.5);

        // Five standard deviations of a binomial distribution.
        Assert.InRange(rest.Count, 7800, 8200);
        Assert.InRange(learn.Count / (double)rest.Count, 0.8 - 0.0224, 0.8 + 0.0224);
        Assert.InRange(one.Count / (double)learn.Count, 0.5 - 0.0313, 0.5 + 0.0313);
        Assert.InRange(test.Split(0.8).First.Count / (double)test.Count, 0.8 - 0.0448, 0.8 + 0.0448);
        Assert.Equal(Enumerable.Range(0, 10_000).Select(i => (float)i), new[] { test, held, one, other }.SelectMany(Rows).Order());
    }

    [Fact]
    public void Part_of_a_part_is_the_same_every_time() =>
        Assert.Equal(Rows(Numbers(300).Split(0.8).Second.Split(0.5, seed: 7).First), Rows(Numbers(300).Split(0.8).Second.Split(0.5, seed: 7).First));
}
