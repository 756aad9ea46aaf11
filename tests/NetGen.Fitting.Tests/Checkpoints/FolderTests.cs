namespace NetGen.Fitting.Tests.Checkpoints;

/// <summary>Which files a training keeps, and what happens where it cannot.</summary>
public sealed class FolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Last_checkpoints_and_the_best_model_are_kept()
    {
        Train(new Checkpoint(_folder.Path) { KeepLast = 2 });

        Assert.Equal(["best.safetensors", "checkpoint-000000021.safetensors", "checkpoint-000000028.safetensors"], Names());
    }

    [Fact]
    public void Checkpoints_follow_the_steps_and_epochs_that_were_asked_for()
    {
        Train(new Checkpoint(_folder.Path) { KeepLast = 100, EverySteps = 3, EveryEpochs = 2, KeepBest = false });

        // 7 steps an epoch: after each third step within an epoch, and after the second and fourth epoch.
        Assert.Equal([3, 6, 9, 12, 14, 15, 18, 24, 27, 28], Names().Select(name => int.Parse(name[11..^12], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Best_model_is_that_of_the_best_epoch()
    {
        var validation = Samples.Classes(60, 5);
        var result = Train(new Checkpoint(_folder.Path), epochs: 12, rate: 0.3, validation);
        var net = new ClassNet(5);
        net.Load(_folder.File("best.safetensors"));

        Assert.Equal(result.Epochs.Min(epoch => epoch.ValidationLoss), result.Best!.ValidationLoss);
        Assert.Equal(result.Best.ValidationLoss!.Value, net.Evaluate(validation).Loss);
    }

    [Fact]
    public void Starting_anew_replaces_what_the_folder_held()
    {
        Train(new Checkpoint(_folder.Path), epochs: 6);
        var result = Train(new Checkpoint(_folder.Path) { Resume = false }, epochs: 1);

        Assert.Null(result.ResumedFrom);
        Assert.Equal(["best.safetensors", "checkpoint-000000007.safetensors"], Names());
    }

    [Fact]
    public void Damaged_checkpoint_gives_way_to_the_one_before_it()
    {
        var expected = new ClassNet(1);
        expected.Fit(Samples.Classes(100, 1), Options());
        Train(new Checkpoint(_folder.Path));
        File.WriteAllBytes(_folder.File("checkpoint-000000028.safetensors"), File.ReadAllBytes(_folder.File("checkpoint-000000028.safetensors"))[..^7]);
        File.WriteAllText(_folder.File("checkpoint-000000099.safetensors.0123.tmp"), "half");

        var net = new ClassNet(1);
        var result = net.Fit(Samples.Classes(100, 1), Options() with { Checkpoint = _folder.Path });

        Assert.EndsWith("checkpoint-000000021.safetensors", result.ResumedFrom, StringComparison.Ordinal);
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
        Assert.DoesNotContain(Names(), name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void Damaged_checkpoint_is_set_aside_and_takes_no_place_of_the_others()
    {
        Train(new Checkpoint(_folder.Path) { KeepLast = 2 });
        File.WriteAllBytes(_folder.File("checkpoint-000000028.safetensors"), [1, 2, 3]);

        new ClassNet(1).Fit(
            Samples.Classes(100, 1),
            Options() with { Checkpoint = new Checkpoint(_folder.Path) { KeepLast = 1, EverySteps = 1 }, Callbacks = [new StopAt(23, out var token)], CancellationToken = token });

        Assert.Equal(["best.safetensors", "checkpoint-000000023.safetensors", "checkpoint-000000028.safetensors.damaged"], Names());
    }

    [Fact]
    public void Nothing_but_damaged_checkpoints_is_told_and_changes_nothing()
    {
        Train(new Checkpoint(_folder.Path) { KeepLast = 1 });
        var bytes = File.ReadAllBytes(_folder.File("checkpoint-000000028.safetensors"));
        var random = new Random(1);
        var net = new ClassNet(1);
        var before = net.Parameters.ToArray();
        for (var mutation = 0; mutation < 100; mutation++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            File.WriteAllBytes(_folder.File("checkpoint-000000028.safetensors"), damaged);

            var refusal = Assert.Throws<InvalidDataException>(() => net.Fit(Samples.Classes(100, 1), Options() with { Checkpoint = _folder.Path }));

            Assert.Contains("set Checkpoint.Resume to false", refusal.Message, StringComparison.Ordinal);
            Assert.Equal(before, net.Parameters.ToArray());
        }
    }

    [Fact]
    public void Folder_serves_one_training_at_a_time()
    {
        var options = Options() with { Checkpoint = _folder.Path };
        var inner = new InnerTraining(() => Assert.Throws<IOException>(() => new ClassNet(1).Fit(Samples.Classes(100, 1), options)));

        new ClassNet(1).Fit(Samples.Classes(100, 1), options with { Optimizer = new Adam(1e-2), Callbacks = [inner] });

        Assert.Contains("is used by another training", inner.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_that_cannot_be_made_is_refused_before_the_first_step()
    {
        var file = _folder.File("a file");
        File.WriteAllText(file, "");
        var net = new ClassNet(1);
        var before = net.Parameters.ToArray();

        var refusal = Assert.Throws<IOException>(() => net.Fit(Samples.Classes(100, 1), Options() with { Checkpoint = Path.Combine(file, "run") }));

        Assert.Contains("for checkpoints cannot be made", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, net.Parameters.ToArray());
    }

    [Fact]
    public void Checkpoint_that_cannot_be_written_ends_the_training_and_leaves_the_last_one()
    {
        var expected = new ClassNet(1);
        expected.Fit(Samples.Classes(100, 1), Options());

        // A folder stands where the third checkpoint would go.
        Directory.CreateDirectory(_folder.File("checkpoint-000000021.safetensors"));
        var failure = Assert.Throws<IOException>(() => Train(new Checkpoint(_folder.Path)));
        Directory.Delete(_folder.File("checkpoint-000000021.safetensors"));
        var net = new ClassNet(1);
        var result = net.Fit(Samples.Classes(100, 1), Options() with { Checkpoint = _folder.Path });

        Assert.StartsWith("'checkpoint-000000021.safetensors' cannot be written: it is a folder.", failure.Message.Replace(_folder.Path + "/", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("is intact: the training goes on from there", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("checkpoint-000000014.safetensors", result.ResumedFrom, StringComparison.Ordinal);
        Assert.Equal(expected.Parameters.ToArray(), net.Parameters.ToArray());
    }

    private static FitOptions Options(int epochs = 4, double rate = 1e-2) => new() { Epochs = epochs, BatchSize = 16, Optimizer = new Adam(rate), Seed = 2 };

    private static FitResult Train(Checkpoint checkpoint, int epochs = 4, double rate = 1e-2, Dataset? validation = null) =>
        new ClassNet(1).Fit(Samples.Classes(100, 1), Options(epochs, rate) with { Checkpoint = checkpoint, Validation = validation });

    private string[] Names() => [.. Directory.EnumerateFileSystemEntries(_folder.Path).Select(path => Path.GetFileName(path)).Where(name => name != "training.lock").Order(StringComparer.Ordinal)];

    private sealed class InnerTraining(Func<IOException> train) : TrainingCallback
    {
        public IOException? Refusal { get; private set; }

        public override void OnBegin(TrainingContext training) => Refusal = train();
    }
}
