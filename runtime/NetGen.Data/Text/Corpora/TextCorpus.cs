using System.Text;

namespace NetGen;

/// <summary>Texts to learn a language from.</summary>
public static class TextCorpus
{
    /// <summary>The text of a file in UTF-8, such as tiny Shakespeare's <c>input.txt</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is empty, or its bytes are no UTF-8.</exception>
    public static string Load(string path)
    {
        string text = TextFile.Read(path);
        return text.Length > 0 ? text : throw new InvalidDataException($"'{path}' is empty.");
    }

    /// <summary>The texts of all files of a folder and of those in it, in the order of their names, a blank line between them: a project's documentation, for instance.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="pattern">Which files, such as <c>*.md</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">No file fits the pattern, or the bytes of one are no UTF-8.</exception>
    public static string LoadFolder(string folder, string pattern = "*.md")
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The folder '{folder}' does not exist.");
        }

        string[] files = Directory.GetFiles(folder, pattern, SearchOption.AllDirectories);
        if (files.Length == 0)
        {
            throw new InvalidDataException($"The folder '{folder}' has no file '{pattern}'.");
        }

        // By their names within the folder and with one separator, so that the order is the same on every machine.
        Array.Sort(Array.ConvertAll(files, file => Path.GetRelativePath(folder, file).Replace('\\', '/')), files, StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (string file in files)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(TextFile.Read(file).ReplaceLineEndings("\n").TrimEnd('\n')).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The lines of a file that are not empty, without the blanks around them: <c>names.txt</c> of makemore, for instance. Lines end in LF, or CR and LF.</summary>
    /// <param name="path">The file.</param>
    /// <param name="distinct">Whether a line that occurs again is left out.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">There is no line, or the bytes are no UTF-8.</exception>
    public static IReadOnlyList<string> LoadLines(string path, bool distinct = false)
    {
        string[] lines = TextFile.Read(path).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 0 ? distinct ? [.. lines.Distinct(StringComparer.Ordinal)] : lines : throw new InvalidDataException($"'{path}' has no line.");
    }
}
