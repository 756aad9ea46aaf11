using Names;

namespace NetGen.Samples.Tests;

/// <summary>The program that says which language a name belongs to, with few names.</summary>
public sealed class NamesTests : IDisposable
{
    private static readonly NameData Few = NameData.Of(GeneratedNames.Create(600), GeneratedNames.ClassNames, seed: 1);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Names_of_the_test_are_not_learned_from()
    {
        var learned = Enumerable.Range(0, Few.Train.Count).Select(i => string.Join(' ', Few.Train.Input(i).ToArray())).ToHashSet();
        var both = Enumerable.Range(0, Few.Test.Count).Count(i => learned.Contains(string.Join(' ', Few.Test.Input(i).ToArray())));

        // A name of two languages may be on both sides.
        Assert.InRange(both, 0, 3);
        Assert.Equal(Few.Test.Count, Few.TestNames.Count);
    }

    [Fact]
    public void Few_epochs_are_better_than_always_saying_the_most_frequent_language()
    {
        var net = new NameNet(1);

        Run.Train(net, Few, Settings(epochs: 6), progress: null, CancellationToken.None);

        Assert.InRange(net.Evaluate(Few.Test).Accuracy!.Value, Few.MostFrequent + 0.15, 1);
    }

    [Fact]
    public void Padding_behind_a_name_says_nothing()
    {
        var net = new NameNet(1);
        var name = TokenSequences.Encode(Few.Tokenizer, ["anna"], NameReader.Length, NameReader.Padding).Tokens.ToArray();
        var before = net.Predict(name);

        ChangeVectorOfPadding(net);

        Assert.Equal(before, net.Predict(name));
    }

    [Fact]
    public void Folder_with_another_number_of_languages_is_refused()
    {
        File.WriteAllText(_folder.File("Only.txt"), "Anna\nBen\nClara\nDavid\nEmma\nFrank\nGreta\nHenry\nIda\nJonas\n");

        var refusal = Assert.Throws<InvalidDataException>(() => Run.Execute(Settings(epochs: 1) with { Data = _folder.Path }, CancellationToken.None));

        Assert.Contains("1 file", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_is_read_and_the_network_is_saved()
    {
        foreach (var language in GeneratedNames.Create(400).GroupBy(name => name.Label))
        {
            File.WriteAllLines(_folder.File($"{GeneratedNames.ClassNames[language.Key]}.txt"), language.Select(name => name.Text));
        }

        Assert.Equal(0, Run.Execute(Settings(epochs: 1) with { Data = _folder.Path, Save = _folder.File("names.safetensors") }, CancellationToken.None));

        var copy = new NameNet(2);
        copy.Load(_folder.File("names.safetensors"));
        Assert.Equal(["east", "isles", "north", "south"], copy.Metadata.ClassNames);
        var tokenizer = CharacterTokenizer.FromJson(copy.Metadata.Preprocessing!);
        Assert.Equal("anna", tokenizer.Decode(tokenizer.Encode("anna")));
    }

    private static Options Settings(int epochs) => new(null, epochs, 16, 1e-2, 1, null, "");

    private static void ChangeVectorOfPadding(NameNet net)
    {
        var table = net.Parameters.OfType<Parameter<float>>().First(parameter => parameter.Name.Contains("embedding", StringComparison.Ordinal));
        var values = table.ToArray();
        values.AsSpan(values.Length / NameReader.Vocabulary * NameReader.Padding).Fill(3);
        table.CopyFrom(values);
    }
}
