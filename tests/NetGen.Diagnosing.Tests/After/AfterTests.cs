namespace NetGen.Diagnosing.Tests.After;

public sealed class AfterTests
{
    [Fact]
    public void Labels_that_were_changed_are_named()
    {
        // Far from the bounds of the classes, so that nothing but the changed labels is doubtful.
        var (random, inputs, labels) = (new Random(3), new List<float>(), new List<int>());
        for (int sample = 0; sample < 300; sample++)
        {
            labels.Add(sample % 3);
            inputs.AddRange(Enumerable.Range(0, 8).Select(feature => (feature % 3 == sample % 3 ? 2f : -1f) + (random.NextSingle() * 0.6f)));
        }

        int[] changed = [17, 90, 91, 203, 250];
        foreach (int sample in changed)
        {
            labels[sample] = (labels[sample] + 1) % 3;
        }

        var options = new FitOptions { Epochs = 10, Optimizer = new Adam(1e-2), Diagnose = true };
        var diagnosis = new ClassNet(1).Fit(Dataset.From([.. inputs], [.. labels], 8), options).Diagnosis!;

        var finding = Found.Single(diagnosis, "NG7201");
        int[] named = [.. Enumerable.Range(0, 300).Where(sample => finding.Measured.Contains(FormattableString.Invariant($" {sample} (labelled {labels[sample]}, answered "), StringComparison.Ordinal))];
        Assert.Equal((FindingSeverity.Info, "labels"), (finding.Severity, finding.Subject));
        Assert.InRange(named.Length, 3, 5);
        Assert.Subset(changed.ToHashSet(), named.ToHashSet());
        Assert.Equal(named.Length / 300.0, diagnosis.Measured["contradicted_labels"], 9);
    }

    [Fact]
    public void Labels_that_the_network_agrees_with_are_not()
    {
        var options = new FitOptions { Epochs = 60, Optimizer = new Adam(1e-2), Diagnose = true };

        var diagnosis = new BinaryNet(1).Fit(Samples.Binary(), options).Diagnosis!;

        Found.Healthy(diagnosis);
        Assert.InRange(diagnosis.Measured["contradicted_labels"], 0, 0.03);
    }

    [Fact]
    public void Training_that_came_to_nothing_is_found()
    {
        var options = new FitOptions { Epochs = 2, Optimizer = new Sgd(1e-5), Diagnose = true };

        Assert.Equal("ClassNet", Found.Single(new ClassNet(1).Fit(Samples.Classes(), options).Diagnosis!, "NG7202").Subject);
        Assert.Equal("LineNet", Found.Single(new LineNet(1).Fit(Samples.Line(), options with { Optimizer = new Sgd(1e-5) }).Diagnosis!, "NG7202").Subject);
    }

    [Fact]
    public void Training_that_learned_is_healthy()
    {
        var options = new FitOptions { Epochs = 20, Optimizer = new Adam(1e-2), Diagnose = true };

        Found.Healthy(new ClassNet(1).Fit(Samples.Classes(), options).Diagnosis!);
        Found.Healthy(new LineNet(1).Fit(Samples.Line(), options with { Optimizer = new Adam(1e-2) }).Diagnosis!);
    }

    [Fact]
    public void One_epoch_may_be_too_short()
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            Found.Healthy(new SmallNet((ulong)seed).Fit(Samples.Classes(seed: seed), new FitOptions { Diagnose = true }).Diagnosis!);
        }
    }

    [Fact]
    public void Smoothed_labels_that_were_learned_are_healthy()
    {
        var options = new FitOptions { Epochs = 20, Optimizer = new Adam(1e-2), Diagnose = true };

        var diagnosis = new SmoothedNet(1).Fit(Samples.Classes(), options).Diagnosis!;

        Found.None(diagnosis, "NG7202");
        Assert.InRange(diagnosis.Measured["constant_answer_loss"], diagnosis.Measured["final_loss"], Math.Log(3));
    }

    [Fact]
    public void Source_that_fails_after_the_training_does_not_lose_its_result()
    {
        var (source, ended) = (new FailingStream(Samples.Classes()), new EndWatcher());
        var options = new FitOptions { Epochs = 2, Diagnose = true, Callbacks = [ended] };
        ended.Ending = () => source.Fails = true;

        var result = new ClassNet(1).Fit(source, options);

        Assert.Equal(2, result.Epochs.Count);
        Assert.True(ended.HasEnded);
        Assert.Contains(result.Diagnosis!.LeftOut, reason => reason.Contains("The source is gone.", StringComparison.Ordinal));
    }

    [Fact]
    public void Units_that_died_in_training_are_found()
    {
        // Not from every seed do rates so wild leave units that no sample reaches.
        var found = Enumerable.Range(1, 10).SelectMany(seed => new ClassNet((ulong)seed).Fit(Samples.Classes(), new FitOptions { Epochs = 2, Optimizer = new Sgd(500) { ClipNorm = 1 }, Diagnose = true }).Diagnosis!.Findings);

        Assert.Contains(found, finding => finding.Id == "NG7104" && finding.Measured.EndsWith("after the training", StringComparison.Ordinal));
    }
}
