using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Runtime;

/// <summary>Writes pictures of 8 bits per channel as PNG (ISO/IEC 15948): one filterless, compressed block.</summary>
internal static class PngImage
{
    /// <summary>The eight bytes that a PNG file starts with.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>The colour types for 1 grey, 2 grey and alpha, 3 RGB and 4 RGBA.</summary>
    private static ReadOnlySpan<byte> ColourTypes => [0, 4, 2, 6];

    /// <summary>Encodes a picture.</summary>
    /// <param name="pixels">Row by row, height × width × channels.</param>
    /// <param name="width">At least 1.</param>
    /// <param name="height">At least 1.</param>
    /// <param name="channels">1 to 4.</param>
    public static byte[] Encode(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = ColourTypes[channels - 1];

        // Compression, filter and interlacing stay 0.
        header[10..].Clear();
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(pixels, width * channels));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static ReadOnlySpan<byte> Compress(ReadOnlySpan<byte> pixels, int rowLength)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal))
        {
            for (; !pixels.IsEmpty; pixels = pixels[rowLength..])
            {
                // Filter 0: the bytes as they are.
                zlib.WriteByte(0);
                zlib.Write(pixels[..rowLength]);
            }
        }

        return data.ToArray();
    }

    private static void WriteChunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc32.Append(Crc32.Append(Crc32.Start, type), data));
        file.Write(number);
    }
}
