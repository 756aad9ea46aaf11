using System.Buffers.Binary;
using System.Text;
using NetGen.Runtime;

namespace NetGen.Png;

/// <summary>The chunks of a PNG file, checked: header, palette, and where the compressed pixels stand.</summary>
internal sealed class PngFile
{
    private const int ChunkFrame = 12;

    private readonly List<ReadOnlyMemory<byte>> _data = [];
    private readonly PngPalette _palette = new();
    private PngHeader? _header;
    private bool _dataEnded;

    private PngFile()
    {
    }

    public PngHeader Header => _header!;

    public PngPalette Palette => _palette;

    /// <summary>The contents of the IDAT chunks, which make one stream.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Data => _data;

    /// <summary>Looks at all chunks to the last.</summary>
    /// <exception cref="InvalidDataException">A checksum is wrong, the file ends early, or chunks are missing, misplaced or unknown.</exception>
    public static PngFile Parse(ReadOnlyMemory<byte> file)
    {
        var parts = new PngFile();
        int at = PngImage.Signature.Length;
        while (true)
        {
            var (type, content) = ReadChunk(file, at);
            at += ChunkFrame + content.Length;
            if (parts.Add(type, content))
            {
                return parts;
            }
        }
    }

    private static (string Type, ReadOnlyMemory<byte> Content) ReadChunk(ReadOnlyMemory<byte> file, int at)
    {
        var rest = file.Span[at..];
        if (rest.Length < ChunkFrame)
        {
            throw new InvalidDataException("it ends without its last chunk (IEND); the file is truncated");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        string type = Encoding.Latin1.GetString(rest.Slice(4, 4));
        if (!type.All(char.IsAsciiLetter))
        {
            throw new InvalidDataException($"at byte {at} a chunk is expected, but its type is 0x{Convert.ToHexString(rest.Slice(4, 4))}");
        }

        if (length > rest.Length - ChunkFrame)
        {
            throw new InvalidDataException($"its chunk {type} at byte {at} has {length} bytes, but only {rest.Length - ChunkFrame} follow; the file is truncated");
        }

        uint found = BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + (int)length)..]), computed = ~Crc32.Append(Crc32.Start, rest.Slice(4, 4 + (int)length));
        return found == computed
            ? (type, file.Slice(at + 8, (int)length))
            : throw new InvalidDataException($"the checksum of its chunk {type} at byte {at} is {found:x8}, its content has {computed:x8}; the file is damaged");
    }

    /// <summary>Takes a chunk; true after the last.</summary>
    private bool Add(string type, ReadOnlyMemory<byte> content)
    {
        if ((type == "IHDR") != _header is null)
        {
            throw new InvalidDataException($"its chunk {type} is misplaced: IHDR is the first, and the first alone");
        }

        _dataEnded |= type != "IDAT" && _data.Count > 0;
        switch (type)
        {
            case "IHDR":
                _header = PngHeader.Parse(content.Span);
                break;
            case "PLTE":
                Require(_data.Count == 0, type, "it stands before the pixels");
                _palette.AddColours(Header.Format, content.Span);
                break;
            case "tRNS":
                Require(_data.Count == 0, type, "it stands before the pixels");
                _palette.AddTransparency(Header.Format, content.Span);
                break;
            case "IDAT":
                Require(!_dataEnded, type, "chunks of pixels follow one another");
                Require(Header.Format.ColourType != PngFormat.Indexed || _palette.Count > 0, type, "the palette stands before it");
                _data.Add(content);
                break;
            case "IEND":
                Require(_data.Count > 0, type, "there are no pixels");
                return true;
            default:
                // The first letter says whether a reader may pass over what it does not know (5.4).
                Require(char.IsAsciiLetterLower(type[0]), type, "it is needed, and not known here");
                break;
        }

        return false;
    }

    private static void Require(bool condition, string type, string rule)
    {
        if (!condition)
        {
            throw new InvalidDataException($"its chunk {type} is misplaced: {rule}");
        }
    }
}
