using NetGen;
using Samples;

namespace Names;

/// <summary>Names and the languages that they belong to.</summary>
/// <param name="Tokenizer">Turns letters into tokens; made of the training part alone.</param>
/// <param name="ClassNames">The languages.</param>
/// <param name="Train">To learn from and to validate with.</param>
/// <param name="Test">Looked at once, at the end.</param>
/// <param name="TestNames">The same as texts.</param>
internal sealed record NameData(CharacterTokenizer Tokenizer, IReadOnlyList<string> ClassNames, Dataset<int, int> Train, Dataset<int, int> Test, IReadOnlyList<LabelledText> TestNames)
{
    private const double PartToLearnFrom = 0.85;

    /// <summary>The share of the most frequent language in the test set: what always saying that one gets right.</summary>
    public double MostFrequent => (double)TestNames.CountBy(name => name.Label).Max(language => language.Value) / TestNames.Count;

    /// <summary>Reads the folder, or makes names up if there is none.</summary>
    /// <param name="folder">A file for each language, a name on each line; null: generated names.</param>
    /// <param name="seed">Of the order in which they are divided.</param>
    /// <exception cref="InvalidDataException">A file has no line, or the bytes of one are no UTF-8.</exception>
    /// <exception cref="IOException">The folder or a file is missing or cannot be read.</exception>
    public static NameData Load(string? folder, ulong seed)
    {
        if (folder is null)
        {
            return Of(GeneratedNames.Create(), GeneratedNames.ClassNames, seed);
        }

        string[] files = [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)];
        var names = files.SelectMany((file, label) => TextCorpus.LoadLines(file).Select(name => new LabelledText(name, label)));
        return Of([.. names], [.. files.Select(file => Path.GetFileNameWithoutExtension(file))], seed);
    }

    /// <summary>Divides names. One that occurs twice in a language counts once, so that the test set has none that was learned by heart.</summary>
    public static NameData Of(IReadOnlyList<LabelledText> names, IReadOnlyList<string> classNames, ulong seed)
    {
        LabelledText[] distinct = [.. names.Distinct()];
        var order = Dataset.From([.. Enumerable.Range(0, distinct.Length)], [.. distinct.Select(name => name.Label)], 1);
        var (first, second) = order.Split(PartToLearnFrom, seed, stratified: true);
        LabelledText[] train = Texts(first), test = Texts(second);
        var tokenizer = Alphabet.Of(string.Concat(train.Select(name => name.Text)), NameReader.Padding, withUnknown: true);
        return new(tokenizer, classNames, Encoded(train), Encoded(test), test);

        LabelledText[] Texts(Dataset<int, int> part) => [.. Enumerable.Range(0, part.Count).Select(i => distinct[part.Input(i)[0]])];

        Dataset<int, int> Encoded(LabelledText[] part) => TokenSequences
            .Encode(tokenizer, part.Select(name => name.Text), NameReader.Length, NameReader.Padding)
            .Labelled([.. part.Select(name => name.Label)], classNames);
    }

    /// <summary>Says what there is.</summary>
    public void Print(string? folder)
    {
        Console.WriteLine(folder is null
            ? "Data: names made up by this program (--data FOLDER reads a file of names for each language instead)"
            : $"Data: {folder}");
        Console.WriteLine($"      {Train.Count:N0} names to train and validate with, {Test.Count:N0} to test with");
        Console.WriteLine($"      of {string.Join(", ", ClassNames)}");
        Console.WriteLine();
    }
}
