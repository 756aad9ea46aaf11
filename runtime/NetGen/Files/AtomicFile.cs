namespace NetGen;

/// <summary>
/// Replaces a file as a whole: the content goes to a new file beside it, to the disk, and under the name in one step. Whoever
/// reads, or finds the machine after a power failure, sees the old file or the new one.
/// </summary>
internal static class AtomicFile
{
    /// <param name="path">The file to create or replace.</param>
    /// <param name="content">Handed to <paramref name="write"/>; a parameter because closures cannot hold spans.</param>
    /// <param name="write">Writes the content to the stream.</param>
    public static void Write<TContent>(string path, TContent content, Action<FileStream, TContent> write)
        where TContent : allows ref struct
    {
        string target = Path.GetFullPath(path);
        string temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(file, content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
