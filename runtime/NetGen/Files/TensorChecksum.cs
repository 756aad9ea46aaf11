using System.Globalization;

namespace NetGen.Runtime;

/// <summary>
/// The checksum of a tensor file, kept in its metadata: CRC-32C (Castagnoli 1993; RFC 3720, appendix B.4) of the header, in which the checksum's own digits
/// are zeros, followed by the data. It finds what a disk or a transfer did to a file; against somebody's intent it is no guard.
/// </summary>
/// <remarks>Not SHA-256: that needs a cryptographic library of the system, and takes longer than writing the file.</remarks>
internal struct TensorChecksum
{
    /// <summary>The key in the metadata.</summary>
    public const string Key = "netgen.checksum";

    /// <summary>What stands before the digits.</summary>
    public const string Algorithm = "crc32c:";

    /// <summary>How many digits follow: the header has its length before its checksum is known.</summary>
    public const int Digits = 8;

    /// <summary>The register, inverted so that a new checksum, all zeros, starts with all ones.</summary>
    private uint _inverted;

    /// <summary>The value in the metadata while the checksum is not known.</summary>
    public static string Placeholder { get; } = Algorithm + new string('0', Digits);

    /// <summary>The digits, eight in lower case.</summary>
    public readonly string Text => _inverted.ToString("x8", CultureInfo.InvariantCulture);

    /// <summary>
    /// Where the digits stand in a header as <see cref="TensorFile"/> writes it; -1 where they do not. Quotation marks within strings are escaped, so that
    /// nothing but the key itself looks like it.
    /// </summary>
    public static int Find(ReadOnlySpan<byte> header)
    {
        ReadOnlySpan<byte> start = "\"netgen.checksum\":\"crc32c:"u8;
        int at = header.IndexOf(start) + start.Length;
        return at >= start.Length && at + Digits < header.Length && header[at + Digits] == '"' ? at : -1;
    }

    /// <summary>Takes in bytes that follow those before.</summary>
    public void Add(ReadOnlySpan<byte> bytes) => _inverted = ~Crc32C.Append(~_inverted, bytes);
}
