using System.Runtime.CompilerServices;
using System.Text;

namespace NetGen;

/// <summary>What stands before the samples of a file: "NetGenSF", the version, the two types, the shape, sizes and what is known of the set.</summary>
internal sealed record SampleFileHeader(
    string InputType, string TargetType, int[] InputShape, int TargetSize, int Count, string[] ClassNames, string Preprocessing, double[] Means, double[] Deviations)
{
    private const int Version = 2;

    // No header is longer: a file of something else is not read as a text of gigabytes.
    private const int LongestText = 1 << 26;

    private static readonly byte[] Magic = "NetGenSF"u8.ToArray();

    /// <summary>What was noted of the normalisation; null: nothing, or nothing that is one.</summary>
    public Normalization? Normalization =>
        Means.Length > 0 && Means.All(double.IsFinite) && Deviations.All(deviation => double.IsFinite(deviation) && deviation > 0) ? new(Means, Deviations) : null;

    public static SampleFileHeader Of<TInput, TTarget>(Dataset data) => new(
        typeof(TInput).Name, typeof(TTarget).Name, [.. data.InputShape], data.TargetSize, data.Count, [.. data.ClassNames ?? []], data.Preprocessing ?? "",
        [.. data.Normalization?.Means ?? []], [.. data.Normalization?.StandardDeviations ?? []]);

    /// <summary>Reads and checks; the stream stands at the first sample afterwards.</summary>
    /// <exception cref="InvalidDataException">The file is not one of samples, is cut off, or has samples of other types.</exception>
    public static SampleFileHeader Read<TInput, TTarget>(FileSource source, Stream stream)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        var header = Parse(source.Name, stream);
        if (header.InputType != typeof(TInput).Name || header.TargetType != typeof(TTarget).Name)
        {
            throw Invalid(source.Name, $"its inputs are {header.InputType} and its targets {header.TargetType}, {typeof(TInput).Name} and {typeof(TTarget).Name} are asked for");
        }

        Int128 inputs = header.InputShape.Aggregate((Int128)1, (size, extent) => size * extent);
        Int128 length = stream.Position + ((Int128)header.Count * ((inputs * Unsafe.SizeOf<TInput>()) + ((Int128)header.TargetSize * Unsafe.SizeOf<TTarget>())));
        if (inputs > int.MaxValue || header.Count < 1 || header.TargetSize < 1 || header.InputShape.Any(extent => extent < 1) || length != source.Length)
        {
            throw Invalid(source.Name, $"{header.Count} samples of shape {Shapes.Format(header.InputShape)} and {header.TargetSize} targets make {length} bytes, the file has {source.Length}");
        }

        return header;
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        WriteText(writer, InputType);
        WriteText(writer, TargetType);
        writer.Write(InputShape.Length);
        foreach (int extent in InputShape)
        {
            writer.Write(extent);
        }

        writer.Write(TargetSize);
        writer.Write(Count);
        writer.Write(ClassNames.Length);
        foreach (string name in ClassNames)
        {
            WriteText(writer, name);
        }

        WriteText(writer, Preprocessing);
        writer.Write(Means.Length);
        foreach (double number in (double[])[.. Means, .. Deviations])
        {
            writer.Write(number);
        }
    }

    private static SampleFileHeader Parse(string name, Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        try
        {
            if (!reader.ReadBytes(Magic.Length).AsSpan().SequenceEqual(Magic))
            {
                throw Invalid(name, "it does not begin with 'NetGenSF'");
            }

            int version = reader.ReadInt32();
            if (version != Version)
            {
                throw Invalid(name, $"its version is {version}, this version of NetGen reads {Version}");
            }

            var header = new SampleFileHeader(
                Text(name, reader), Text(name, reader), [.. Repeat(name, reader, 16, reader.ReadInt32)], reader.ReadInt32(), reader.ReadInt32(),
                [.. Repeat(name, reader, 1_000_000, () => Text(name, reader))], Text(name, reader), [.. Repeat(name, reader, 1_000_000, reader.ReadDouble)], []);
            return header with { Deviations = [.. header.Means.Select(_ => reader.ReadDouble())] };
        }
        catch (EndOfStreamException)
        {
            throw Invalid(name, "it ends within its header");
        }
    }

    private static List<TItem> Repeat<TItem>(string name, BinaryReader reader, int most, Func<TItem> read)
    {
        int count = reader.ReadInt32();
        if (count < 0 || count > most)
        {
            throw Invalid(name, $"its header says {count} where 0 to {most} are possible");
        }

        var items = new List<TItem>();
        for (int i = 0; i < count; i++)
        {
            items.Add(read());
        }

        return items;
    }

    private static string Text(string name, BinaryReader reader)
    {
        int length = reader.ReadInt32();
        if (length < 0 || length > Math.Min(LongestText, reader.BaseStream.Length))
        {
            throw Invalid(name, $"its header says that a text has {length} bytes");
        }

        byte[] bytes = reader.ReadBytes(length);
        return bytes.Length == length ? Encoding.UTF8.GetString(bytes) : throw new EndOfStreamException();
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        writer.Write(bytes.Length);
        writer.Write(bytes);
    }

    private static InvalidDataException Invalid(string name, string problem) => new($"'{name}' is not a whole file of samples: {problem}.");
}
