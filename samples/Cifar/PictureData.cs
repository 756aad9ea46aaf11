using NetGen;

namespace Cifar;

/// <summary>The pictures: to learn from, to validate with and to test with.</summary>
/// <param name="Learn">What is learned from, shifted and mirrored at random.</param>
/// <param name="Held">Held back from the training set: the curves show it.</param>
/// <param name="Test">Looked at once, at the end.</param>
internal sealed record PictureData(Dataset<float, int> Learn, Dataset<float, int> Held, Dataset<float, int> Test)
{
    private const double PartToLearnFrom = 0.95;

    // He et al. 2016, section 4.2: four pixels of black on each side, a random crop of it or of its mirror image.
    private const int Frame = 4;

    /// <summary>Reads the folder, or draws pictures if there is none, and says so.</summary>
    /// <exception cref="InvalidDataException">A file is not what it should be.</exception>
    /// <exception cref="IOException">The folder or a file is missing or cannot be read.</exception>
    public static PictureData Load(string? folder, ulong seed)
    {
        var (train, test) = folder is null ? GeneratedPictures.Create() : Dataset.LoadCifar10(folder);
        var data = Of(train, test, seed);
        Console.WriteLine(folder is null
            ? "Data: pictures drawn by this program (--data FOLDER reads CIFAR-10 instead)"
            : $"Data: {folder}");
        Console.WriteLine($"      {data.Learn.Count:N0} pictures to learn from, {data.Held.Count:N0} to validate with, {test.Count:N0} to test with");
        Console.WriteLine($"      of {string.Join(", ", train.ClassNames ?? ["ten classes"])}");
        Console.WriteLine();
        return data;
    }

    /// <summary>Divides a training set.</summary>
    public static PictureData Of(Dataset<float, int> train, Dataset<float, int> test, ulong seed)
    {
        var (learn, held) = train.Split(PartToLearnFrom, seed, stratified: true);
        return new(learn.Augment(new RandomCrop(Frame), new HorizontalFlip()), held, test);
    }
}
