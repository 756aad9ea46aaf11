namespace NetGen.Diagnosing.Tests.Start;

public sealed class StartTests
{
    [Fact]
    public void First_loss_of_classes_is_compared_with_the_logarithm_of_their_number()
    {
        var diagnosis = new ClassNet(1).Diagnose(Samples.Classes());

        Assert.Equal(Math.Log(3), diagnosis.Measured["expected_initial_loss"], 12);
        Assert.InRange(diagnosis.Measured["initial_loss"], 0.9, 1.4);
    }

    [Fact]
    public void First_loss_of_yes_and_no_is_compared_with_the_logarithm_of_two() =>
        Assert.Equal(Math.Log(2), new BinaryNet(1).Diagnose(Samples.Binary()).Measured["expected_initial_loss"], 12);

    [Fact]
    public void Head_that_is_far_too_sure_is_named()
    {
        var net = new ClassNet(1);
        Scale(net.Parameters["dense2.weight"], 50);

        Assert.Equal("dense2", Found.Single(net.Diagnose(Samples.Classes()), "NG7101").Subject);
    }

    [Fact]
    public void Loss_that_is_no_number_is_an_error()
    {
        var net = new ClassNet(1);
        net.Parameters["dense2.bias"].CopyFrom([float.NaN, 0, 0]);

        Assert.Equal(FindingSeverity.Error, Found.Single(net.Diagnose(Samples.Classes()), "NG7102").Severity);
    }

    [Fact]
    public void Batch_whose_answers_do_not_follow_from_its_inputs_is_not_learned()
    {
        var (random, two) = (new Random(1), Samples.Values(2, 1));
        float[] inputs = [.. Enumerable.Range(0, 96).SelectMany(sample => two[((sample % 2) * 8)..((sample % 2 * 8) + 8)])];

        var diagnosis = new ClassNet(1).Diagnose(Dataset.From(inputs, [.. Enumerable.Range(0, 96).Select(_ => random.Next(3))], 8));

        Assert.Equal((FindingSeverity.Warning, "ClassNet"), (Found.Single(diagnosis, "NG7103").Severity, Found.Single(diagnosis, "NG7103").Subject));
        Assert.True(diagnosis.Measured["one_batch_loss"] > 0.5);
    }

    [Fact]
    public void Batch_is_learned_close_to_zero()
    {
        var diagnosis = new ClassNet(1).Diagnose(Samples.Classes());

        Assert.InRange(diagnosis.Measured["one_batch_loss"], 0, 0.11);
        Assert.InRange(diagnosis.Measured["one_batch_steps"], 1, 400);
    }

    [Fact]
    public void Default_initialisation_is_healthy_from_every_seed()
    {
        for (int seed = 1; seed <= 50; seed++)
        {
            Found.None(new SmallNet((ulong)seed).Diagnose(Samples.Classes(seed: seed)), "NG7101");
            Found.None(new YesNet((ulong)seed).Diagnose(Samples.Binary(seed: seed)), "NG7101");
        }
    }

    [Fact]
    public void Batches_of_one_sample_are_healthy_from_every_seed()
    {
        for (int seed = 1; seed <= 40; seed++)
        {
            Found.Healthy(new ClassNet((ulong)seed).Diagnose(Samples.Classes(seed: seed), new FitOptions { BatchSize = 1 }));
        }
    }

    [Fact]
    public void Network_that_is_too_small_to_know_by_heart_is_no_fault()
    {
        var (inputs, random) = (Samples.Values(128, 1), new Random(1));

        var finding = Found.Single(new LogisticNet(1).Diagnose(Dataset.From(inputs, [.. Enumerable.Range(0, 128).Select(_ => (float)random.Next(2))], 8)), "NG7103");

        Assert.Equal(FindingSeverity.Info, finding.Severity);
        Assert.Contains("too small", finding.Measured, StringComparison.Ordinal);
    }

    [Fact]
    public void Smoothed_labels_are_learned_down_to_their_entropy() => Found.None(new SmoothedNet(1).Diagnose(Samples.Classes()), "NG7103");

    [Fact]
    public void Labels_that_mean_nothing_can_be_learned_by_heart() => Found.None(new ClassNet(1).Diagnose(Samples.Guesses(256, 1)), "NG7103");

    [Fact]
    public void Frozen_network_is_not_asked_to_learn()
    {
        var net = new ClassNet(1);
        net.Parameters.Freeze("*");

        Assert.Contains(net.Diagnose(Samples.Classes()).LeftOut, reason => reason.Contains("frozen", StringComparison.Ordinal));
    }

    [Fact]
    public void Gradient_that_vanishes_is_found_at_the_first_layer()
    {
        var finding = Found.Single(new DeepSigmoidNet(1).Diagnose(Samples.Classes()), "NG7106");

        Assert.Equal("dense1", finding.Subject);
        Found.None(new DeepNet(1).Diagnose(Samples.Classes()), "NG7106");
    }

    [Fact]
    public void Gradient_that_explodes_is_found_at_the_first_layer()
    {
        var net = new DeepNet(1);
        net.Parameters["dense1.bias"].CopyFrom(new float[24]);
        net.Parameters["dense2.bias"].CopyFrom(new float[24]);
        Scale(net.Parameters["dense1.weight"], 1e-3f);
        Scale(net.Parameters["dense3.weight"], 10);

        Assert.Equal("dense1", Found.Single(net.Diagnose(Samples.Classes()), "NG7107").Subject);
        Found.None(new DeepNet(1).Diagnose(Samples.Classes()), "NG7107");
    }

    [Fact]
    public void Layers_that_no_gradient_reaches_are_named()
    {
        var net = new DeepNet(1);
        net.Parameters["dense2.bias"].CopyFrom([.. Enumerable.Repeat(-100f, 24)]);

        var findings = net.Diagnose(Samples.Classes()).Findings.Where(finding => finding.Id == "NG7106").ToArray();

        Assert.Equal(["dense1", "dense2", "dense3"], findings.Select(finding => finding.Subject));
        Assert.All(findings, finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
    }

    [Fact]
    public void Head_that_starts_with_zeros_is_told_once()
    {
        var net = new DeepNet(1);
        net.Parameters["dense3.weight"].CopyFrom(new float[72]);

        var finding = Found.Single(net.Diagnose(Samples.Classes()), "NG7106");

        Assert.Equal((FindingSeverity.Info, "dense3"), (finding.Severity, finding.Subject));
    }

    [Fact]
    public void Units_with_the_same_weights_are_named()
    {
        var net = new ClassNet(1);
        net.Parameters["dense1.weight"].CopyFrom(Enumerable.Repeat(0.1f, 256).ToArray());

        Assert.Equal("dense1", Found.Single(net.Diagnose(Samples.Classes()), "NG7109").Subject);
        Found.None(new ClassNet(1).Diagnose(Samples.Classes()), "NG7109");
    }

    [Fact]
    public void Learning_rate_that_is_much_too_high_or_low_is_found()
    {
        foreach (var optimizer in (Optimizer[])[new Adam(2), new Sgd(1e3), new Sgd(1e-8), new AdamW(1e-8), new RmsProp(1), new Lion(1), new Adagrad(5)])
        {
            Found.Single(new ClassNet(1).Diagnose(Samples.Classes(), new FitOptions { Optimizer = optimizer }), "NG7108");
        }
    }

    [Fact]
    public void Usual_learning_rates_are_healthy()
    {
        foreach (var optimizer in (Optimizer[])[new Adam(1e-3), new Adam(1e-4), new Sgd(0.1), new Sgd(0.01), new AdamW(1e-2), new RmsProp(1e-3), new Lion(1e-4), new Adagrad(1e-2)])
        {
            Found.Healthy(new ClassNet(1).Diagnose(Samples.Classes(), new FitOptions { Optimizer = optimizer }));
        }
    }

    private static void Scale(Parameter<float> parameter, float factor) => parameter.CopyFrom([.. parameter.ToArray().Select(value => value * factor)]);
}
