using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen;

/// <summary>Writes IDX files of unsigned bytes, the format of MNIST (http://yann.lecun.com/exdb/mnist).</summary>
public static class IdxWriter
{
    /// <summary>Writes values to a file, compressed by gzip when its name ends in <c>.gz</c>. An existing file is replaced as a whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="values">The values in row-major order.</param>
    /// <param name="shape">The extents, the samples first; 1 to 255 of them, each zero or above.</param>
    /// <exception cref="ArgumentException">The extents do not multiply to the number of values.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, ReadOnlySpan<byte> values, params ReadOnlySpan<int> shape)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] header = Header(values.Length, shape);
        AtomicFile.Write(path, values, (file, content) =>
        {
            if (path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                using var compressed = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
                compressed.Write(header);
                compressed.Write(content);
            }
            else
            {
                file.Write(header);
                file.Write(content);
            }
        });
    }

    private static byte[] Header(int values, ReadOnlySpan<int> shape)
    {
        long product = 1;
        bool valid = shape.Length is >= 1 and <= 255;
        var header = new byte[4 + (4 * shape.Length)];
        header[2] = IdxReader.UnsignedByte;
        header[3] = (byte)shape.Length;
        for (int axis = 0; axis < shape.Length && valid; axis++)
        {
            valid = shape[axis] >= 0 && (product *= shape[axis]) <= int.MaxValue;
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * axis)), shape[axis]);
        }

        return valid && product == values
            ? header
            : throw new ArgumentException($"{values} values do not make an array of shape {Shapes.Format(shape.ToArray())}.", nameof(shape));
    }
}
