using NetGen.Runtime;

namespace NetGen.Diagnosing.Tests.Whole;

public sealed class DiagnosisTests
{
    [Fact]
    public void Nothing_changes_in_the_network()
    {
        var (examined, untouched, train) = (new StatefulNet(5), new StatefulNet(5), Samples.Classes());
        FitOptions Options() => new() { Epochs = 2, Optimizer = new Adam(1e-2) { AccumulationSteps = 2 } };
        var (options, others) = (Options(), Options());
        examined.Fit(train, options);
        untouched.Fit(train, others);

        examined.Diagnose(train, options);

        Assert.Equal(untouched.Parameters.ToArray(), examined.Parameters.ToArray());
        Assert.Equal(Buffers(untouched), Buffers(examined));
        Assert.Equal(Generators(untouched), Generators(examined));
        Assert.Equal(others.Optimizer!.Steps, options.Optimizer!.Steps);

        // Transposed copies and the optimizer's moments, too: the next training has the same bits.
        examined.Fit(train, options);
        untouched.Fit(train, others);
        Assert.Equal(untouched.Parameters.ToArray(), examined.Parameters.ToArray());
        Assert.Equal(Buffers(untouched), Buffers(examined));
    }

    [Fact]
    public void Training_has_the_same_bits_with_and_without()
    {
        var (examined, plain, train) = (new StatefulNet(5), new StatefulNet(5), Samples.Classes());

        var with = examined.Fit(train, new FitOptions { Epochs = 3, Diagnose = true, AverageDecay = 0.9 });
        var without = plain.Fit(train, new FitOptions { Epochs = 3, AverageDecay = 0.9 });

        Assert.NotNull(with.Diagnosis);
        Assert.Null(without.Diagnosis);
        Assert.Equal(plain.Parameters.ToArray(), examined.Parameters.ToArray());
        Assert.Equal(Buffers(plain), Buffers(examined));
        Assert.Equal(Generators(plain), Generators(examined));
        Assert.Equal(without.Epochs.Select(epoch => epoch.Loss), with.Epochs.Select(epoch => epoch.Loss));
    }

    [Fact]
    public void Optimizer_that_was_not_used_may_still_go_to_another_network()
    {
        var optimizer = new Adam(1e-3);
        new ClassNet(1).Diagnose(Samples.Classes(), new FitOptions { Optimizer = optimizer });

        new LineNet(1).Fit(Samples.Line(), new FitOptions { Optimizer = optimizer });
    }

    [Fact]
    public void Same_call_finds_the_same()
    {
        var (net, train) = (new StatefulNet(2), Samples.Classes(scale: 20));

        Assert.Equal(net.Diagnose(train).ToString(), net.Diagnose(train).ToString());
        Assert.Equal(net.Diagnose(train).ToString(), new StatefulNet(2).Diagnose(train).ToString());
    }

    [Fact]
    public void Doubles_tokens_pairs_and_own_losses_are_examined()
    {
        Found.Healthy(new DoubleNet(1).Diagnose(Samples.DoubleClasses()));
        Found.Healthy(new TokenNet(1).Diagnose(Samples.Tokens()));
        Found.Healthy(new PairNet(1).Diagnose(Samples.Pairs()));
        Found.Healthy(new LikelihoodNet(1).Diagnose(Samples.Line()));
        Found.Healthy(new ImageNet(1).Diagnose(Samples.Pictures()));
    }

    [Fact]
    public void Cancelled_checks_say_so_and_change_nothing()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var (net, untouched) = (new StatefulNet(3), new StatefulNet(3));

        var diagnosis = net.Diagnose(Samples.Classes(), new FitOptions { CancellationToken = source.Token });

        Assert.False(diagnosis.IsComplete);
        Assert.Contains("cancelled", diagnosis.ToString(), StringComparison.Ordinal);
        Assert.Equal(untouched.Parameters.ToArray(), net.Parameters.ToArray());
    }

    [Fact]
    public void Training_that_diverges_tells_what_was_found_before()
    {
        var options = new FitOptions { Epochs = 50, Optimizer = new Sgd(1e6), Diagnose = true };

        var exception = Assert.Throws<NotFiniteNumberException>(() => new LineNet(1).Fit(Samples.Line(), options));

        Assert.Contains("NG7108 warning", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_has_each_finding_with_its_advice_and_the_numbers()
    {
        var text = new ClassNet(1).Diagnose(Samples.Classes(scale: 200)).ToString();

        Assert.StartsWith("Diagnosis of ClassNet: ", text, StringComparison.Ordinal);
        Assert.Contains("NG7001 warning: inputs: the values are large", text, StringComparison.Ordinal);
        Assert.Contains("\n  Bring the inputs to about zero mean", text, StringComparison.Ordinal);
        Assert.Contains("Measured: input_rms", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Set_that_does_not_fit_is_refused() => Assert.Throws<ArgumentException>(() => new ClassNet(1).Diagnose(Dataset.From(new float[9], [1], 9)));

    private static float[] Buffers(INetwork network)
    {
        return [.. network.Buffers.SelectMany(buffer =>
        {
            var values = new float[buffer.Length];
            buffer.CopyTo(values.AsSpan());
            return values;
        })];
    }

    private static (ulong, uint) Generators(INetwork network) => (network.Random.Seed, network.Random.Steps);
}
