namespace NetGen.Runtime.Tests.Files;

public sealed class SafetensorsMutationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static ParameterSet<float> Network() =>
        TestParameters.Create<float>(("dense1.weight", [128, 196]), ("dense1.bias", [128]), ("dense2.weight", [10, 128]), ("dense2.bias", [10]));

    private byte[] Intact()
    {
        Safetensors.Save(_folder.File("intact.safetensors"), "DigitNet", Network());
        return File.ReadAllBytes(_folder.File("intact.safetensors"));
    }

    [Fact]
    public void Damaged_file_is_refused_by_name_or_loads_whole_and_allocates_no_more_than_the_file_justifies()
    {
        byte[] intact = Intact();
        int head = 8 + (int)BitConverter.ToUInt64(intact);
        int refused = 0;
        for (int seed = 0; seed < 300; seed++)
        {
            byte[] damaged = seed % 3 == 0 ? Mutations.EditHeader(intact, seed) : Mutations.Damage(intact, seed / 3, head);
            refused += Load(damaged, seed) ? 0 : 1;
        }

        Assert.InRange(refused, 200, 299);
    }

    private bool Load(byte[] damaged, int seed)
    {
        string path = _folder.File($"damaged{seed}.safetensors", damaged);
        var parameters = Network();
        float[] before = parameters.Values();
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            Safetensors.Load(path, "DigitNet", parameters);
            return true;
        }
        catch (InvalidDataException error)
        {
            Assert.True(error.Message.Contains(path, StringComparison.Ordinal), $"seed {seed}: {error.Message}");
            Assert.True(before.AsSpan().SequenceEqual(parameters.Values()), $"seed {seed}: parameters changed although the file was refused");
            return false;
        }
        finally
        {
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(allocated < (4L * damaged.Length) + 300_000, $"seed {seed}: {allocated} bytes allocated for a file of {damaged.Length}");
        }
    }
}
