namespace NetGen;

/// <summary>Pictures as files: whole or not at all, and with messages that say what to do.</summary>
internal static class PictureFile
{
    public static void Save(string path, byte[] content, string example)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var target = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(target);
        if (Directory.Exists(target))
        {
            throw new IOException($"The picture cannot be saved as '{path}': that is a folder. Add a file name, such as {example}.");
        }

        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"The picture cannot be saved as '{path}': there is no folder '{folder}'. Create it first.");
        }

        try
        {
            AtomicFile.Write(path, content, static (file, bytes) => file.Write(bytes));
        }
        catch (UnauthorizedAccessException error)
        {
            throw new UnauthorizedAccessException($"The picture cannot be saved as '{path}': the folder '{folder}' may not be written. Choose another one.", error);
        }
    }
}
