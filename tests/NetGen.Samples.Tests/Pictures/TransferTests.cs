using TransferLearning;

namespace NetGen.Samples.Tests;

/// <summary>Transfer from five digits to five others, with few images.</summary>
public sealed class TransferTests : IDisposable
{
    private static readonly DigitData Digits = Drawn();

    private readonly TemporaryFolder _folder = new();

    private string Trunk => _folder.File("trunk.safetensors");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Trunk_from_other_digits_helps_where_images_are_few()
    {
        LearnToSee();

        var row = Comparison.Of(Trunk, Digits, images: 5, repeats: 2, seed: 1, CancellationToken.None);

        Assert.True(row.Frozen > row.FromScratch && row.FineTuned > row.FromScratch, $"{row}");
        Assert.True(row.Frozen > 0.5, $"{row}");
    }

    [Fact]
    public void Frozen_trunk_stays_as_it_was_and_the_head_does_not()
    {
        LearnToSee();
        var source = new DigitNet(1);
        source.Load(Trunk);

        var net = new Transfer(Trunk, seed: 2).Frozen(DigitData.Some(Digits.Few, 2), CancellationToken.None);

        Assert.All(net.Parameters, parameter => Assert.Equal(parameter.Name.StartsWith("trunk.", StringComparison.Ordinal), Values(net, parameter.Name).AsSpan().SequenceEqual(Values(source, parameter.Name))));
    }

    [Fact]
    public void Classes_are_divided_and_counted_from_zero()
    {
        Assert.Equal([2000, 2000], [Digits.Many.Count, Digits.Few.Count]);
        Assert.Equal([0, 1, 2, 3, 4], Enumerable.Range(0, 2000).Select(i => Digits.Few.Target(i)[0]).Distinct().Order());
    }

    [Fact]
    public void More_images_than_there_are_is_an_error_that_says_so()
    {
        var error = Assert.Throws<InvalidDataException>(() => DigitData.Some(Digits.Few, 401));

        Assert.Contains("401 images of each", error.Message, StringComparison.Ordinal);
    }

    private static float[] Values(DigitNet net, string name)
    {
        var values = new float[net.Parameters[name].Length];
        net.Parameters[name].CopyTo(values);
        return values;
    }

    private static DigitData Drawn()
    {
        var (train, test) = GeneratedDigits.Create(train: 4000, test: 400);
        return DigitData.Of(train, test);
    }

    private void LearnToSee() => Run.LearnToSee(Digits, new Options(null, 3, null, 1, 1, Trunk), progress: null, CancellationToken.None);
}
