namespace NetGen.Runtime.Tests.Files;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Asset(string name) => Path.Combine(AppContext.BaseDirectory, "Files", "Assets", name);

    private static ParameterSet<T> Mixed<T>()
        where T : unmanaged, System.Numerics.INumber<T> =>
        TestParameters.Create<T>(("dense1.weight", [3, 4]), ("dense1.bias", [3]), ("dense2.weight", [2, 3]), ("dense2.bias", [2]));

    private static readonly double[] MixedValues =
    [
        -0.75, -0.625, -0.5, -0.375, -0.25, -0.125, 0, 0.125, 0.25, 0.375, 0.5, 0.625,
        0.5, -0.25, 8, 0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, -2,
    ];

    [Fact]
    public void File_written_by_Python_is_read_into_float_whatever_its_types()
    {
        var parameters = Mixed<float>();
        Safetensors.Load(Asset("mixed.safetensors"), "DigitNet", parameters);
        Assert.Equal(MixedValues.Select(value => (float)value), parameters.Values());
    }

    [Fact]
    public void File_written_by_Python_is_read_into_double_whatever_its_types()
    {
        var parameters = Mixed<double>();
        Safetensors.Load(Asset("mixed.safetensors"), "DigitNet", parameters);
        Assert.Equal(MixedValues, parameters.Values());
    }

    [Fact]
    public void Saved_file_is_byte_for_byte_what_the_Python_writer_makes()
    {
        var parameters = TestParameters.Small();
        parameters.CopyFrom([.. MixedValues.Take(15).Select(value => (float)value)]);
        Safetensors.Save(_folder.File("saved.safetensors"), "DigitNet", parameters);
        Assert.Equal(File.ReadAllBytes(Asset("plain.safetensors")), File.ReadAllBytes(_folder.File("saved.safetensors")));
    }

    [Fact]
    public void Double_parameters_survive_saving_bit_for_bit_with_NaN_and_infinity()
    {
        string path = _folder.File("net.safetensors");
        var saved = TestParameters.Create<double>(("a.weight", [40_000]));
        double[] values = [.. Enumerable.Range(0, 40_000).Select(i => Math.Sin(i) * Math.Pow(10, (i % 600) - 300))];
        (values[3], values[4], values[5]) = (double.NaN, double.NegativeInfinity, -0.0);
        saved.CopyFrom(values);
        Safetensors.Save(path, "Net", saved);
        var loaded = TestParameters.Create<double>(("a.weight", [40_000]));
        Safetensors.Load(path, "Net", loaded);
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), loaded.Values().Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Header_ends_on_a_multiple_of_eight_bytes()
    {
        foreach (int length in Enumerable.Range(1, 9))
        {
            string path = _folder.File("net.safetensors");
            Safetensors.Save(path, new string('n', length), TestParameters.Small());
            Assert.Equal(0UL, BitConverter.ToUInt64(File.ReadAllBytes(path)) % 8);
        }
    }

    [Fact]
    public void Saving_replaces_the_old_file_and_leaves_nothing_else_behind()
    {
        string path = _folder.File("net.safetensors", [1, 2, 3]);
        Safetensors.Save(path, "DigitNet", TestParameters.Small());
        Safetensors.Load(path, "DigitNet", TestParameters.Small());
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Missing_file_is_named()
    {
        var error = Assert.Throws<FileNotFoundException>(() => Safetensors.Load(_folder.File("no.safetensors"), "DigitNet", TestParameters.Small()));
        Assert.Contains("no.safetensors", error.Message, StringComparison.Ordinal);
    }
}
