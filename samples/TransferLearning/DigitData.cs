using NetGen;

namespace TransferLearning;

/// <summary>Images of ten kinds, as two tasks of five.</summary>
/// <param name="Many">The kinds 0 to 4, of which there are many images.</param>
/// <param name="ManyTest">Others of these.</param>
/// <param name="Few">The kinds 5 to 9, of which few images are used; labels from 0.</param>
/// <param name="FewTest">Others of these.</param>
internal sealed record DigitData(Dataset<float, int> Many, Dataset<float, int> ManyTest, Dataset<float, int> Few, Dataset<float, int> FewTest)
{
    /// <summary>Reads the folder, or draws digits if there is none, and says so.</summary>
    /// <exception cref="InvalidDataException">The files do not fit the network, or are not what they should be.</exception>
    /// <exception cref="IOException">The folder or a file is missing or cannot be read.</exception>
    public static DigitData Load(string? folder)
    {
        var (train, test) = folder is null ? GeneratedDigits.Create() : Dataset.LoadIdx(folder);
        if (train.InputSize != DigitNet.Info.InputSize || train.ClassCount != 2 * DigitNet.Classes)
        {
            throw new InvalidDataException($"The images in '{folder}' have {string.Join(" × ", train.InputShape)} values and {train.ClassCount} classes; 28 × 28 and {2 * DigitNet.Classes} are needed.");
        }

        var data = Of(train, test);
        Console.WriteLine(folder is null ? "Data: digits drawn by this program (--data FOLDER reads MNIST or Fashion-MNIST instead)" : $"Data: {folder}");
        Console.WriteLine($"      {data.Many.Count:N0} images of the classes 0 to 4 to learn to see; a few of the classes 5 to 9 to learn from, {data.FewTest.Count:N0} to test with");
        return data;
    }

    /// <summary>Divides the classes.</summary>
    public static DigitData Of(Dataset<float, int> train, Dataset<float, int> test) =>
        new(Classes(train, 0), Classes(test, 0), Classes(train, DigitNet.Classes), Classes(test, DigitNet.Classes));

    /// <summary>The first images of each class, equally many.</summary>
    /// <param name="images">The images, in an order of chance.</param>
    /// <param name="count">How many of each class.</param>
    /// <exception cref="InvalidDataException">There are not as many.</exception>
    public static Dataset<float, int> Some(Dataset<float, int> images, int count)
    {
        int[] some = [.. Enumerable.Range(0, images.Count).GroupBy(i => images.Target(i)[0]).SelectMany(group => group.Take(count))];
        return some.Length == count * DigitNet.Classes
            ? images.Subset(some)
            : throw new InvalidDataException($"{count} images of each of {DigitNet.Classes} classes are needed; there are only {some.Length} in all.");
    }

    // The labels from `first` on, counted from 0.
    private static Dataset<float, int> Classes(Dataset<float, int> images, int first)
    {
        int[] chosen = [.. Enumerable.Range(0, images.Count).Where(i => images.Target(i)[0] - first is >= 0 and < DigitNet.Classes)];
        var inputs = new float[chosen.Length * images.InputSize];
        for (var i = 0; i < chosen.Length; i++)
        {
            images.Input(chosen[i]).CopyTo(inputs.AsSpan(i * images.InputSize));
        }

        int[] labels = [.. chosen.Select(i => images.Target(i)[0] - first)];
        return Dataset.From(inputs, labels, 1, 28, 28);
    }
}
