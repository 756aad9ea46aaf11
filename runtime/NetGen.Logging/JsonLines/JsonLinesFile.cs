namespace NetGen.Runtime;

/// <summary>What a file must be before lines are appended to it.</summary>
internal static class JsonLinesFile
{
    /// <summary>What every line begins with.</summary>
    private static ReadOnlySpan<byte> Mark => "{\"event\":\""u8;

    /// <summary>Goes to the end of the last complete line; what a writer that was cut off left behind it is dropped.</summary>
    /// <exception cref="IOException">The file holds something else; it is left as it is.</exception>
    public static void SeekEnd(FileStream file)
    {
        // A pipe or a device has no lines to look at.
        if (!file.CanSeek || file.Length == 0)
        {
            return;
        }

        Span<byte> start = stackalloc byte[Mark.Length];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        if (!Mark.StartsWith(start))
        {
            throw new IOException("It exists and is not such a log.");
        }

        long end = file.Length;
        while (end > 0 && ReadAt(file, end - 1) != '\n')
        {
            end--;
        }

        if (end < file.Length)
        {
            file.SetLength(end);
        }

        file.Position = end;
    }

    private static int ReadAt(FileStream file, long position)
    {
        file.Position = position;
        return file.ReadByte();
    }
}
