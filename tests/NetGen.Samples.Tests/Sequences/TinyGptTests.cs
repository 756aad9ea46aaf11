using TinyGpt;

namespace NetGen.Samples.Tests;

/// <summary>The program that writes, with the smaller network and a short text.</summary>
public sealed class TinyGptTests : IDisposable
{
    private static readonly Corpus Short = Corpus.Of(GeneratedText.Create(20_000), Size.SmallContext, windows: 40);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Training_learns_and_every_interval_has_a_line()
    {
        var net = new SmallGpt(1);

        var (result, lines) = Train(net, steps: 30, checkpoint: null);

        Assert.True(result.Epochs[^1].ValidationLoss < result.Epochs[0].ValidationLoss - 0.2, $"{result.Epochs[0].ValidationLoss} -> {result.Epochs[^1].ValidationLoss}");
        Assert.Equal(2 + 3, lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(Short.Tokenizer.ToJson(), net.Metadata.Preprocessing);
    }

    [Fact]
    public void Resumed_training_ends_with_the_loss_of_an_uninterrupted_one()
    {
        var whole = Train(new SmallGpt(1), steps: 20, checkpoint: null).Result;
        _ = Train(new SmallGpt(1), steps: 20, _folder.Path, stopAfter: 1);

        var resumed = Train(new SmallGpt(1), steps: 20, _folder.Path).Result;

        Assert.NotNull(resumed.ResumedFrom);
        Assert.Equal(whole.Epochs[^1].ValidationLoss, resumed.Epochs[^1].ValidationLoss);
    }

    [Fact]
    public void No_character_is_written_that_the_text_has_not()
    {
        // The network has room for 128 characters, and has not learned yet which there are.
        Assert.All(Written(new SmallGpt(1), seed: 3), character => Assert.Contains(character, Short.Tokenizer.Decode([.. Enumerable.Range(0, Short.Tokenizer.VocabularySize)])));
    }

    [Fact]
    public void Same_seed_writes_the_same_text()
    {
        var net = new SmallGpt(1);

        Assert.Equal(Written(net, seed: 3), Written(net, seed: 3));
        Assert.NotEqual(Written(net, seed: 4), Written(net, seed: 3));
        Assert.Equal(80, Written(net, seed: 3).Length);
    }

    [Fact]
    public void Program_trains_saves_and_writes()
    {
        File.WriteAllText(_folder.File("text.txt"), GeneratedText.Create(20_000));
        var options = CommandLine.Parse(["--quick", "--data", _folder.File("text.txt"), "--steps", "2", "--interval", "2", "--batch", "2", "--length", "20", "--save", _folder.File("gpt.safetensors")], out _)!;

        Assert.Equal(0, Run.Execute(new SmallGpt(1), options, CancellationToken.None));
        Assert.Equal(0, Run.Execute(new SmallGpt(2), options with { Load = _folder.File("gpt.safetensors") }, CancellationToken.None));
    }

    [Fact]
    public void Text_with_many_characters_has_one_token_for_the_rare_ones()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(i => $"abc{(char)('\u4e00' + (i % 200))}")) + new string('a', 2000);

        var corpus = Corpus.Of(text, Size.SmallContext, windows: 4);

        Assert.Equal(Size.Vocabulary, corpus.Tokenizer.VocabularySize);
        Assert.NotNull(corpus.Tokenizer.UnknownToken);
    }

    private static string Written(SmallGpt net, ulong seed) => string.Concat(Writer.Write(net, Short.Tokenizer, "The ", 80, new() { Seed = seed }));

    private static (FitResult Result, string Lines) Train(SmallGpt net, int steps, string? checkpoint, int stopAfter = int.MaxValue)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var cancellation = new CancellationTokenSource();
        var options = new Options(null, true, steps, 10, 4, 3e-3, 1, null, "", checkpoint, null, new("", 0, new()));
        var lines = new StoppingLines(output, stopAfter, cancellation);
        return (Run.Train(net, Short, options, lines, cancellation.Token), output.ToString());
    }

    private sealed class StoppingLines(TextWriter output, int epochs, CancellationTokenSource cancellation) : TrainingCallback
    {
        private readonly IntervalLines _lines = new(Size.SmallContext, output);

        public override void OnBegin(TrainingContext training) => _lines.OnBegin(training);

        public override void OnEpochEnd(TrainingContext training, EpochResult result)
        {
            _lines.OnEpochEnd(training, result);
            if (result.Epoch == epochs)
            {
                cancellation.Cancel();
            }
        }
    }
}
