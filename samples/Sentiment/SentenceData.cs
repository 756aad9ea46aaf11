using NetGen;

namespace Sentiment;

/// <summary>Sentences and whether they are positive.</summary>
/// <param name="Tokenizer">Turns words into tokens; made of the training part alone.</param>
/// <param name="Learn">To learn from.</param>
/// <param name="Held">To validate with.</param>
/// <param name="Test">Looked at once, at the end.</param>
/// <param name="TestSentences">The same as texts.</param>
internal sealed record SentenceData(WordTokenizer Tokenizer, Dataset<int, int> Learn, Dataset<int, int> Held, Dataset<int, int> Test, IReadOnlyList<LabelledText> TestSentences)
{
    private const double PartForTest = 0.15;
    private const double PartForValidation = 0.1;

    /// <summary>Reads the folder, or writes sentences if there is none.</summary>
    /// <param name="folder">With lines of text, tabulator and label in files *.txt, or with rt-polarity.neg and rt-polarity.pos; null: generated sentences.</param>
    /// <param name="seed">Of the order in which they are divided.</param>
    /// <exception cref="InvalidDataException">A file is not what it should be, or there is none.</exception>
    /// <exception cref="IOException">The folder or a file is missing or cannot be read.</exception>
    public static SentenceData Load(string? folder, ulong seed) => Of(folder is null ? GeneratedOpinions.Create(6000) : Read(folder), seed);

    /// <summary>Divides sentences. One that occurs twice counts once, so that the test set has none that was learned by heart.</summary>
    /// <exception cref="InvalidDataException">There are other labels than 0 and 1.</exception>
    public static SentenceData Of(IReadOnlyList<LabelledText> sentences, ulong seed)
    {
        if (sentences.FirstOrDefault(sentence => sentence.Label > 1) is { } other)
        {
            throw new InvalidDataException($"A sentence has the label {other.Label}; 0 (negative) and 1 (positive) are expected: '{other.Text}'");
        }

        LabelledText[] distinct = [.. sentences.DistinctBy(sentence => sentence.Text)];
        var order = Dataset.From([.. Enumerable.Range(0, distinct.Length)], [.. distinct.Select(sentence => sentence.Label)], 1);
        var (rest, test) = order.Split(1 - PartForTest, seed, stratified: true);
        var (learn, held) = rest.Split(1 - PartForValidation, seed, stratified: true);
        var tokenizer = WordTokenizer.From(Texts(learn).Select(sentence => sentence.Text), Sentence.Vocabulary);
        return new(tokenizer, Encoded(learn), Encoded(held), Encoded(test), Texts(test));

        LabelledText[] Texts(Dataset<int, int> part) => [.. Enumerable.Range(0, part.Count).Select(i => distinct[part.Input(i)[0]])];

        Dataset<int, int> Encoded(Dataset<int, int> part) => TokenSequences
            .Encode(tokenizer, Texts(part).Select(sentence => sentence.Text), Sentence.Length, Sentence.Padding)
            .Labelled([.. Texts(part).Select(sentence => sentence.Label)], GeneratedOpinions.ClassNames);
    }

    /// <summary>Says what there is.</summary>
    public void Print(string? folder)
    {
        Console.WriteLine(folder is null
            ? "Data: opinions written by this program (--data FOLDER reads sentences instead)"
            : $"Data: {folder}");
        Console.WriteLine($"      {Learn.Count:N0} sentences to learn from, {Held.Count:N0} to validate with, {Test.Count:N0} to test with; {Tokenizer.VocabularySize:N0} words");
        Console.WriteLine();
    }

    private static IReadOnlyList<LabelledText> Read(string folder)
    {
        var (negative, positive) = (Path.Combine(folder, "rt-polarity.neg"), Path.Combine(folder, "rt-polarity.pos"));
        if (File.Exists(negative) && File.Exists(positive))
        {
            return LabelledText.LoadPolarity(negative, positive);
        }

        string[] files = [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? [.. files.SelectMany(LabelledText.Load)]
            : throw new InvalidDataException($"'{folder}' has neither rt-polarity.neg and rt-polarity.pos nor files *.txt whose lines are a text, a tabulator and 0 or 1.");
    }
}
