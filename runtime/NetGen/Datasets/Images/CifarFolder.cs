namespace NetGen;

/// <summary>The files of one of the sets in a folder.</summary>
internal static class CifarFolder
{
    /// <summary>The files of a part, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">There is no such file; the message tells what was looked for.</exception>
    public static string[] Find(string folder, CifarFormat format, (string Start, string End) names)
    {
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder '{folder}'. The folder with the binary files of {format.Name} is expected.");
        }

        string[] files = [.. Directory.EnumerateFiles(folder)
            .Where(path => IsOne(Path.GetFileName(path), names))
            .Order(StringComparer.Ordinal)];
        return files.Length > 0
            ? files
            : throw new FileNotFoundException($"The folder '{folder}' has no file {names.Start}{(names.End.Length > 0 ? "*" : "")}{names.End}. The binary version of {format.Name} is expected, unpacked.");
    }

    /// <summary>The names of the classes; null: the folder has no file of them.</summary>
    /// <exception cref="InvalidDataException">There are too few or too many.</exception>
    public static string[]? ReadNames(string folder, CifarFormat format)
    {
        string path = Path.Combine(folder, format.NamesFile);
        if (!File.Exists(path))
        {
            return null;
        }

        string[] names = [.. File.ReadLines(path).Select(line => line.Trim()).Where(line => line.Length > 0)];
        return names.Length == format.Classes
            ? names
            : throw format.Invalid(path, $"it has {names.Length} names of classes, one per line; {format.Classes} are expected");
    }

    private static bool IsOne(string name, (string Start, string End) names) => names.End.Length == 0
        ? name.Equals(names.Start, StringComparison.OrdinalIgnoreCase)
        : name.StartsWith(names.Start, StringComparison.OrdinalIgnoreCase) && name.EndsWith(names.End, StringComparison.OrdinalIgnoreCase);
}
