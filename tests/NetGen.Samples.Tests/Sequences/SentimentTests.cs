using Sentiment;

namespace NetGen.Samples.Tests;

/// <summary>The program that compares a GRU and a transformer on sentences, with few of them.</summary>
public sealed class SentimentTests : IDisposable
{
    private static readonly SentenceData Few = SentenceData.Of(GeneratedOpinions.Create(2500), seed: 1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sentences_fit_the_networks()
    {
        Assert.InRange(Few.Tokenizer.VocabularySize, 50, Sentence.Vocabulary);
        Assert.All(Enumerable.Range(0, Few.Learn.Count), i => Assert.Equal(Sentence.Padding, Few.Learn.Input(i)[^1]));
    }

    [Fact]
    public void Counting_words_is_right_more_often_than_chance_and_not_always() => Assert.InRange(new WordCounts(Few.Learn).Accuracy(Few.Test), 0.55, 0.95);

    [Fact]
    public void Gru_learns()
    {
        var row = Comparison.Of("GRU", new GruNet(1), Few, Settings(epochs: 5), progress: null, CancellationToken.None);

        Assert.InRange(row.Accuracy, 0.65, 1);
    }

    [Fact]
    public void Transformer_learns()
    {
        var row = Comparison.Of("transformer", new TransformerNet(1), Few, Settings(epochs: 5), progress: null, CancellationToken.None);

        Assert.InRange(row.Accuracy, 0.65, 1);
    }

    [Fact]
    public void Folder_of_labelled_lines_is_read_and_both_networks_are_saved()
    {
        File.WriteAllLines(_folder.File("opinions.txt"), GeneratedOpinions.Create(200).Select(sentence => $"{sentence.Text}\t{sentence.Label}"));

        Assert.Equal(0, Run.Execute(Settings(epochs: 1) with { Data = _folder.Path, Folder = _folder.File("out") }, CancellationToken.None));

        var (gru, words) = (new GruNet(2), WordTokenizer.Load(Path.Combine(_folder.File("out"), "vocab.json")));
        gru.Load(Path.Combine(_folder.File("out"), "gru.safetensors"));
        Assert.InRange(Run.Positive(gru, words, "the film was good."), 0, 1);
    }

    [Fact]
    public void Third_class_is_refused() =>
        Assert.Contains("label 2", Assert.Throws<InvalidDataException>(() => SentenceData.Of([new("so so", 2)], seed: 1)).Message, StringComparison.Ordinal);

    private static Options Settings(int epochs) => new(null, epochs, 16, 3e-3, 1, null, "");
}
