using System.Buffers.Binary;
using System.Text;

namespace NetGen.Runtime.Tests.Files;

/// <summary>Safetensors files written by hand, right or wrong.</summary>
internal static class SafetensorsBytes
{
    public static byte[] Of(string header, int dataBytes) => Of(Encoding.UTF8.GetBytes(header), dataBytes);

    public static byte[] Of(byte[] header, int dataBytes)
    {
        var file = new byte[8 + header.Length + dataBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)header.Length);
        header.CopyTo(file, 8);
        return file;
    }
}
