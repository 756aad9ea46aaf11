namespace NetGen.Logging.Tests;

/// <summary>Reads a file while a log writes it, as <c>tail</c> does.</summary>
internal static class OpenFile
{
    public static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
