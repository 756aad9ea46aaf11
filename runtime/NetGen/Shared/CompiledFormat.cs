#if NETGEN_COMPILER
namespace NetGen.Compiler;
#else
namespace NetGen.Runtime;
#endif

/// <summary>
/// The head of a file of compiled weights, which the runtime writes and reads, the build reads and the analyzers check. Numbers are little-endian. Behind the head come
/// texts, keys and values in turn, each a 32-bit length and UTF-8; then, on a cache line, the block of parameters and vectors as kernels keep it; then the counters, 64 bits each.
/// Kernels for all instruction sets keep it alike, so that the file of one machine serves all others.
/// </summary>
#if NETGEN_COMPILER
public
#else
internal
#endif
static class CompiledFormat
{
    /// <summary>Counts up whenever this file or the kernels' layout changes. Files of another version are refused.</summary>
    public const int Version = 1;

    /// <summary>The first eight bytes as a number: 0x89, <c>NETGEN</c>, line feed. No text file starts so, and a transfer as text breaks it.</summary>
    public const ulong Magic = 0x0A4E_4547_5445_4E89;

    /// <summary>Bytes of the head.</summary>
    public const int HeadLength = 128;

    /// <summary>Where the version stands.</summary>
    public const int VersionAt = 8;

    /// <summary>Where the size of a value stands: 4 or 8 bytes.</summary>
    public const int ValueSizeAt = 12;

    /// <summary>Where the number of values stands, 64 bits.</summary>
    public const int ValuesAt = 16;

    /// <summary>Where the number of counters stands.</summary>
    public const int CountersAt = 24;

    /// <summary>Where the length of the texts stands.</summary>
    public const int TextLengthAt = 28;

    /// <summary>Where the CRC-32C of all that follows the head stands.</summary>
    public const int ChecksumAt = 32;

    /// <summary>Where the hash of the architecture stands: 32 bytes of SHA-256.</summary>
    public const int HashAt = 64;

    /// <summary>Bytes of the hash.</summary>
    public const int HashLength = 32;

    /// <summary>What the block starts on a multiple of.</summary>
    public const int Alignment = 64;

    /// <summary>Where embedded files are among the resources of an assembly.</summary>
    public const string ResourcePrefix = "NetGen.Weights/";

    /// <summary>How the files end by which the build tells the analyzers what is in the weights.</summary>
    public const string ManifestExtension = ".netgen.manifest";

    /// <summary>Where the block starts.</summary>
    public static long BlockAt(int textLength) => (HeadLength + (long)textLength + Alignment - 1) / Alignment * Alignment;
}
