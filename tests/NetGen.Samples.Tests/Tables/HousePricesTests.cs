using HousePrices;

namespace NetGen.Samples.Tests;

/// <summary>The program that learns what houses cost, with few districts.</summary>
public sealed class HousePricesTests : IDisposable
{
    private static readonly CsvTable Districts = GeneratedTables.Housing(600);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Saved_model_tells_the_same_prices_of_a_file_in_a_fresh_network()
    {
        var model = Trained();
        var file = _folder.File("houses.safetensors");

        model.Save(file);
        var copy = HouseModel.Load(file);

        Assert.NotSame(model.Net, copy.Net);
        Assert.Equal(model.Prices(Districts), copy.Prices(Districts));
        Assert.True(model.Prices(Districts).Distinct().Count() > 100);
    }

    [Fact]
    public void Prices_are_told_of_districts_whose_price_is_not_known()
    {
        var model = Trained();

        Assert.Equal(model.Prices(Districts), model.Prices(Districts.Drop("median_house_value")));
    }

    [Theory]
    [InlineData("median_income")]
    [InlineData("ocean_proximity")]
    public void Missing_column_is_refused_by_name(string column)
    {
        var file = Written(CsvText.Of(Districts, without: column));

        var refusal = Assert.Throws<InvalidDataException>(() => HouseTable.Load(file));

        Assert.Contains($"'{column}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_without_a_value_is_refused_by_name()
    {
        var table = HouseTable.WithFeatures(HouseTable.Load(Written(CsvText.Of(Districts, changed: "latitude", value: _ => ""))));

        Assert.Contains("'latitude'", Assert.Throws<InvalidDataException>(() => HouseTable.Encoder(table)).Message, StringComparison.Ordinal);
    }

    private static HouseModel Trained()
    {
        var (train, validation) = HouseTable.Load(null).Split(0.2, seed: 1, stratifyBy: HouseTable.Sea);
        var (learned, held) = (HouseTable.WithFeatures(train), HouseTable.WithFeatures(validation.Take(300)));
        var encoder = HouseTable.Encoder(learned);
        var net = new HouseNet(seed: 1);
        HouseTraining.Run(net, encoder.Values(learned), encoder.Values(held), new FitOptions { Epochs = 1, Seed = 1 }, CancellationToken.None);
        return new(net, encoder);
    }

    private string Written(string text)
    {
        var file = _folder.File("districts.csv");
        File.WriteAllText(file, text);
        return file;
    }
}
