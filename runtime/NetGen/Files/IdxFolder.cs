namespace NetGen;

/// <summary>Finds the four files of an MNIST-like set in a folder: MNIST, Fashion-MNIST, KMNIST, EMNIST under their usual names.</summary>
internal static class IdxFolder
{
    /// <summary>The only file for one role, plain before compressed.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="parts">The names of the part, for example "t10k" and "test".</param>
    /// <param name="kind">"images" or "labels".</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">No file has the role; the message tells what was looked for.</exception>
    /// <exception cref="InvalidDataException">Several files have the role.</exception>
    public static string Find(string folder, string[] parts, string kind)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'. LoadIdx expects the folder that holds the four IDX files.");
        }

        string[] candidates = [.. Directory.EnumerateFiles(folder)
            .Where(path => IsRole(Path.GetFileName(path), parts, kind))
            .Order(StringComparer.Ordinal)];
        string[] plain = [.. candidates.Where(path => !IsCompressed(path))];
        string[] choice = plain.Length > 0 ? plain : candidates;
        string names = string.Join(" or ", parts.Select(part => $"{part}-{kind}-idx{(kind == "images" ? 3 : 1)}-ubyte[.gz]"));
        return choice.Length switch
        {
            1 => choice[0],
            0 => throw new FileNotFoundException($"The folder '{folder}' has no file {names}."),
            _ => throw new InvalidDataException(
                $"The folder '{folder}' has several files for {names}: {string.Join(", ", choice.Select(Path.GetFileName))}. Give the paths of images and labels instead."),
        };
    }

    private static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static bool IsRole(string name, string[] parts, string kind)
    {
        string stem = IsCompressed(name) ? name[..^3] : name;
        return (stem.EndsWith("-ubyte", StringComparison.OrdinalIgnoreCase) || stem.EndsWith(".idx", StringComparison.OrdinalIgnoreCase))
            && parts.Any(part => stem.Contains($"{part}-{kind}", StringComparison.OrdinalIgnoreCase));
    }
}
