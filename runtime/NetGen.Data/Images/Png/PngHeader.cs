using System.Buffers.Binary;

namespace NetGen.Png;

/// <summary>The IHDR chunk.</summary>
internal sealed record PngHeader(int Width, int Height, PngFormat Format, bool IsInterlaced)
{
    private const int Length = 13;

    /// <exception cref="InvalidDataException">It is not one.</exception>
    public static PngHeader Parse(ReadOnlySpan<byte> data)
    {
        if (data.Length != Length)
        {
            throw new InvalidDataException($"its header has {data.Length} bytes, {Length} are expected");
        }

        uint width = BinaryPrimitives.ReadUInt32BigEndian(data), height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
        {
            throw new InvalidDataException($"its header says {width}×{height} pixels; 1 to {int.MaxValue} are possible in each direction");
        }

        var format = new PngFormat(data[9], data[8]);
        if (!format.IsValid)
        {
            throw new InvalidDataException($"its header says colour type {format.ColourType} with {format.BitDepth} bits, which is no combination that there is");
        }

        return data[10] == 0 && data[11] == 0 && data[12] <= 1
            ? new PngHeader((int)width, (int)height, format, data[12] == 1)
            : throw new InvalidDataException($"its header says compression {data[10]}, filter {data[11]} and interlacing {data[12]}; 0, 0 and 0 or 1 are known");
    }
}
