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
    /// <exception cref="IOException">
    /// The file cannot be written: the disk is full, its folder is missing, its name belongs to a folder. The message names the file and the reason; what was
    /// there before is still there.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written; likewise.</exception>
    public static void Write<TContent>(string path, TContent content, Action<FileStream, TContent> write)
        where TContent : allows ref struct
    {
        string target = Path.GetFullPath(path);
        RequirePlace(target);
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
        catch (Exception problem)
        {
            Discard(temporary);
            if (problem is IOException or UnauthorizedAccessException)
            {
                throw Unwritable(target, problem.Message.Replace(temporary, target, StringComparison.Ordinal), problem);
            }

            throw;
        }
    }

    /// <summary>Says at once what the system would say of the temporary file, or only after all has been written.</summary>
    private static void RequirePlace(string target)
    {
        if (Directory.Exists(target))
        {
            throw Unwritable(target, "it is a folder");
        }

        string folder = Path.GetDirectoryName(target)!;
        if (File.Exists(folder))
        {
            throw Unwritable(target, $"'{folder}' is a file, not a folder");
        }

        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"'{target}' cannot be written: there is no folder '{folder}'.");
        }
    }

    /// <summary>A temporary file that cannot be deleted must not hide why the writing failed.</summary>
    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static Exception Unwritable(string target, string reason, Exception? cause = null)
    {
        string message = $"'{target}' cannot be written: {reason.TrimEnd('.')}. {(File.Exists(target) ? "The file of that name is as it was." : "Nothing was written.")}";
        return cause is UnauthorizedAccessException
            ? new UnauthorizedAccessException(message, cause)
            : new IOException(message, cause) { HResult = cause?.HResult ?? new IOException().HResult };
    }
}
