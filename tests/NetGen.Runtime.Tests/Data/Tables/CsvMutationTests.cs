using System.Text;
using NetGen.Runtime.Tests.Files;

namespace NetGen.Runtime.Tests.Data.Tables;

public sealed class CsvMutationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_file_loads_or_is_refused_by_name_in_bounded_memory()
    {
        byte[] intact = Encoding.UTF8.GetBytes(GeneratedTables.Churn(rows: 200).ToCsv());
        int refused = 0;
        for (int seed = 0; seed < 120; seed++)
        {
            refused += Load(Damage(intact, seed), seed) ? 0 : 1;
        }

        Assert.InRange(refused, 40, 119);
    }

    private bool Load(byte[] damaged, int seed)
    {
        string path = _folder.File($"damaged{seed}.csv", damaged);
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var table = CsvTable.Load(path);
            Assert.InRange(table.Count, 1, 400);
            return Read(path, table.Count);
        }
        catch (Exception refusal) when (refusal is InvalidDataException or IOException)
        {
            Assert.True(refusal.Message.Contains(path, StringComparison.Ordinal), $"seed {seed}: {refusal.Message}");
            return false;
        }
        finally
        {
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated < (40L * damaged.Length) + 4_000_000, $"seed {seed}: {allocated} bytes allocated for a file of {damaged.Length}");
        }
    }

    /// <summary>What loads also streams, with as many rows.</summary>
    private static bool Read(string path, int rows)
    {
        Assert.Equal(rows, CsvStream.Open(path).Count);
        return true;
    }

    private static byte[] Damage(byte[] file, int seed)
    {
        var random = new Random(seed);
        var bytes = file.ToList();
        int at = random.Next(bytes.Count);
        switch (seed % 8)
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 2:
                bytes.Insert(at, (byte)'"');
                break;
            case 3:
                bytes.Insert(at, (byte)',');
                break;
            case 4:
                bytes.RemoveAt(bytes.IndexOf((byte)',', at % (bytes.Count - 200)));
                break;
            case 5:
                bytes.InsertRange(at, Enumerable.Repeat((byte)'x', 300_000));
                break;
            case 6:
                bytes.InsertRange(at, Enumerable.Range(0, 20).Select(_ => (byte)random.Next(256)));
                break;
            default:
                bytes.InsertRange(at, "\"a,\"\"b\n"u8.ToArray());
                break;
        }

        return [.. bytes];
    }
}
