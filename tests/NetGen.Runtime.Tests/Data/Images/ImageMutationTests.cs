using System.Buffers.Binary;
using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Images;

public sealed class ImageMutationTests : IDisposable
{
    private const int MostPixels = 1 << 16;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_file_loads_or_is_refused_by_name_in_bounded_memory()
    {
        byte[][] intact =
        [
            .. ReferenceImages.Files.Values.Select(one => one.File),
            Encoding.ASCII.GetBytes("P2\n# text\n4 3 9\n" + string.Join(' ', Enumerable.Range(0, 12).Select(i => i % 10)) + "\n"),
            [.. "P6 5 4 255\n"u8, .. Enumerable.Range(0, 60).Select(i => (byte)(i * 4))],
            [.. "P5 3 3 700\n"u8, .. new byte[18]],
        ];
        var refusals = new List<string>();
        int loaded = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            // All kinds of files in turn, those of text and bytes more often than one of many.
            byte[] file = intact[seed % 5 == 0 ? intact.Length - 1 - (seed / 5 % 3) : seed * 7 % (intact.Length - 3)];
            byte[] damaged = Mutations.Damage(file, seed, head: 60);

            // Checksums put right let the damage through to what stands behind them.
            string? refusal = Load(seed % 3 == 0 ? damaged : Repaired(damaged), seed);
            loaded += refusal is null ? 1 : 0;
            refusals.Add(refusal ?? "");
        }

        Assert.InRange(loaded, 10, 200);
        Assert.True(refusals.Distinct().Count() > 40, string.Join('\n', refusals.Distinct()));
    }

    private string? Load(byte[] damaged, int seed)
    {
        string path = _folder.File($"damaged{seed}.png", damaged);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            float[] input = new ImageReader(new ImageOptions { MostPixels = MostPixels }).Read(path);
            Assert.All(input, pixel => Assert.InRange(pixel, 0, 1));
            return null;
        }
        catch (InvalidDataException refusal)
        {
            Assert.True(refusal.Message.StartsWith($"'{path}' cannot be read as an image: ", StringComparison.Ordinal), $"seed {seed}: {refusal.Message}");
            return refusal.Message[path.Length..];
        }
        finally
        {
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated < (20L * damaged.Length) + (40L * MostPixels), $"seed {seed}: {allocated} bytes allocated for a file of {damaged.Length}");
        }
    }

    /// <summary>Every chunk's checksum as its content has it, as far as there are chunks.</summary>
    private static byte[] Repaired(byte[] file)
    {
        for (int at = 8; at + 12 <= file.Length;)
        {
            long length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (at + 12 + length > file.Length)
            {
                break;
            }

            var content = file.AsSpan(at + 4, 4 + (int)length);
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at + 8 + (int)length), ~Crc32.Append(Crc32.Start, content));
            at += 12 + (int)length;
        }

        return file;
    }
}
