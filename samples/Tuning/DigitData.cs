using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NetGen;

namespace Tuning;

/// <summary>Where the images come from.</summary>
/// <param name="Learn">What the trials learn.</param>
/// <param name="Held">What they are measured with.</param>
/// <param name="Test">What the best of them is tested with, once.</param>
/// <param name="Fingerprint">Other images, another text.</param>
internal sealed record DigitData(Dataset<float, int> Learn, Dataset<float, int> Held, Dataset<float, int> Test, string Fingerprint)
{
    // A search chooses by the images held back, so their number is what tells good trials from lucky ones: a fifth, not a twentieth.
    private const double PartToLearnFrom = 0.8;

    /// <summary>Reads the folder, or draws digits if there is none, and says so.</summary>
    /// <param name="folder">A folder with IDX files, or null.</param>
    /// <param name="seed">Which images are held back.</param>
    /// <exception cref="InvalidDataException">The files do not fit the networks, or are not what they should be.</exception>
    /// <exception cref="IOException">The folder or a file is missing or cannot be read.</exception>
    public static DigitData Load(string? folder, ulong seed)
    {
        var (train, test) = folder is null ? GeneratedDigits.Create() : Dataset.LoadIdx(folder);
        Check(train, folder);
        Check(test, folder);
        var (learn, held) = train.Split(PartToLearnFrom, seed, stratified: true);
        Console.WriteLine(folder is null
            ? "Data: digits drawn by this program (--data FOLDER reads MNIST or Fashion-MNIST instead)"
            : $"Data: {folder}");
        Console.WriteLine($"      {learn.Count:N0} images to learn, {held.Count:N0} to compare trials with, {test.Count:N0} to test the best one with");
        Console.WriteLine();
        return new(learn, held, test, FingerprintOf(train, test));
    }

    private static void Check(Dataset<float, int> part, string? folder)
    {
        var info = Architectures.All[0].Info;
        if (part.InputSize != info.InputSize)
        {
            throw new InvalidDataException($"The images in '{folder}' have {string.Join(" × ", part.InputShape)} values; the networks take {info.InputSize} (28 × 28).");
        }

        if (part.ClassCount > info.OutputSize)
        {
            throw new InvalidDataException($"The labels in '{folder}' go up to {part.ClassCount - 1}; the networks know the classes 0 to {info.OutputSize - 1}.");
        }
    }

    private static string FingerprintOf(params Dataset<float, int>[] parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Count; i++)
            {
                hash.AppendData(MemoryMarshal.AsBytes(part.Input(i)));
                hash.AppendData(MemoryMarshal.AsBytes(part.Target(i)));
            }
        }

        return $"{string.Join(" and ", parts.Select(part => part.Count))} images, {Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8))}";
    }
}
