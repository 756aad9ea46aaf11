using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

/// <summary>The element types of the safetensors format, and how those that a parameter can be read from become float or double.</summary>
internal static class SafetensorsType
{
    /// <summary>Bytes per element; null: the format has no such type.</summary>
    public static int? SizeOf(string type) => type switch
    {
        "BOOL" or "U8" or "I8" or "F8_E5M2" or "F8_E4M3" => 1,
        "I16" or "U16" or "F16" or "BF16" => 2,
        "I32" or "U32" or "F32" => 4,
        "I64" or "U64" or "F64" => 8,
        _ => null,
    };

    /// <summary>Whether a float or double parameter can be read from the type.</summary>
    public static bool IsFloatingPoint(string type) => type is "F16" or "BF16" or "F32" or "F64";

    /// <summary>The type in which counters are written, and the only one they are read from.</summary>
    public const string Counter = "I64";

    /// <summary>The type in which parameters are written.</summary>
    public static string Of<T>() => typeof(T) == typeof(double) ? "F64" : "F32";

    /// <summary>Converts little-endian elements. Narrowing (F64 into float) rounds to nearest; a value beyond the range becomes infinite.</summary>
    public static void Read<T>(string type, ReadOnlySpan<byte> bytes, Span<T> values)
        where T : unmanaged, IFloatingPoint<T>
    {
        if (type == Of<T>() && BitConverter.IsLittleEndian)
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(values));
            return;
        }

        switch (type)
        {
            case "F16":
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = T.CreateTruncating(BinaryPrimitives.ReadHalfLittleEndian(bytes[(2 * i)..]));
                }

                break;
            case "BF16":
                for (int i = 0; i < values.Length; i++)
                {
                    // bfloat16 is the upper half of a float.
                    int bits = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]) << 16;
                    values[i] = T.CreateTruncating(BitConverter.Int32BitsToSingle(bits));
                }

                break;
            case "F32":
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = T.CreateTruncating(BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]));
                }

                break;
            default:
                for (int i = 0; i < values.Length; i++)
                {
                    values[i] = T.CreateTruncating(BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * i)..]));
                }

                break;
        }
    }

    /// <summary>Writes elements as little-endian bytes.</summary>
    public static void Write<T>(ReadOnlySpan<T> values, Span<byte> bytes)
        where T : unmanaged, IFloatingPoint<T>
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(values).CopyTo(bytes);
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (typeof(T) == typeof(double))
            {
                BinaryPrimitives.WriteDoubleLittleEndian(bytes[(8 * i)..], double.CreateTruncating(values[i]));
            }
            else
            {
                BinaryPrimitives.WriteSingleLittleEndian(bytes[(4 * i)..], float.CreateTruncating(values[i]));
            }
        }
    }
}
