using Churn;

namespace NetGen.Samples.Tests;

/// <summary>The program that learns who leaves, with few customers.</summary>
public sealed class ChurnTests : IDisposable
{
    private static readonly CsvTable Customers = GeneratedTables.Churn(600);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Saved_model_answers_alike_in_a_fresh_network()
    {
        var (model, _) = Trained();
        var file = _folder.File("churn.safetensors");

        model.Save(file);
        var copy = ChurnModel.Load(file);

        Assert.NotSame(model.Net, copy.Net);
        Assert.Equal(model.Threshold, copy.Threshold);
        Assert.Equal(model.Probabilities(Customers), copy.Probabilities(Customers));
        Assert.True(model.Probabilities(Customers).Distinct().Count() > 100);
    }

    [Fact]
    public void Threshold_is_the_one_with_the_best_F1_on_the_validation_part()
    {
        var (model, validation) = Trained();

        var best = model.Probabilities(validation).Distinct().Max(threshold => F1(model, validation, threshold));

        Assert.Equal(best, F1(model, validation, model.Threshold), 1e-9);
    }

    [Theory]
    [InlineData("tenure")]
    [InlineData("Churn")]
    public void Missing_column_is_refused_by_name(string column)
    {
        var file = Written(CsvText.Of(Customers, without: column));

        var refusal = Assert.Throws<InvalidDataException>(() => ChurnTable.Load(file));

        Assert.Contains($"'{column}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_without_a_value_is_refused_by_name()
    {
        var table = ChurnTable.Load(Written(CsvText.Of(Customers, changed: "MonthlyCharges", value: _ => "")));

        Assert.Contains("'MonthlyCharges'", Assert.Throws<InvalidDataException>(() => ChurnTable.Encoder(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_with_a_value_of_its_own_in_each_row_is_refused_by_name()
    {
        var table = ChurnTable.Load(Written(CsvText.Of(GeneratedTables.Churn(1200), changed: "Contract", value: row => $"contract {row}")));

        Assert.Contains("'Contract'", Assert.Throws<InvalidDataException>(() => ChurnTable.Encoder(table)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_too_large_to_be_scaled_are_refused_by_name()
    {
        var table = ChurnTable.Load(Written(CsvText.Of(Customers, changed: "MonthlyCharges", value: row => row % 2 == 0 ? "1e308" : "-1e308")));

        Assert.Contains("'MonthlyCharges'", Assert.Throws<InvalidDataException>(() => ChurnTable.Encoder(table)).Message, StringComparison.Ordinal);
    }

    private static (ChurnModel Model, CsvTable Validation) Trained()
    {
        var (train, validation) = ChurnTable.Load(null).Take(800).Split(0.75, seed: 1, stratifyBy: ChurnTable.Target);
        var encoder = ChurnTable.Encoder(train);
        var (net, held) = (new ChurnNet(seed: 1), encoder.Values(validation));
        ChurnTraining.Run(net, encoder.Values(train), held, new FitOptions { Epochs = 2, Seed = 1 }, CancellationToken.None);
        return (ChurnModel.Of(net, encoder, held), validation);
    }

    private static double F1(ChurnModel model, CsvTable customers, double threshold)
    {
        var called = model.Probabilities(customers).Select(probability => probability >= threshold).ToArray();
        var left = customers.Texts(ChurnTable.Target).Select(text => text == ChurnTable.Left).ToArray();
        var hits = called.Zip(left).Count(pair => pair is { First: true, Second: true });
        return 2.0 * hits / (called.Count(yes => yes) + left.Count(yes => yes));
    }

    private string Written(string text)
    {
        var file = _folder.File("customers.csv");
        File.WriteAllText(file, text);
        return file;
    }
}
