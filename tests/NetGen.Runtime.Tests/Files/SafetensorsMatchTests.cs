namespace NetGen.Runtime.Tests.Files;

public sealed class SafetensorsMatchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Saved(params (string Name, int[] Shape)[] parameters)
    {
        string path = _folder.File("trunk.safetensors");
        var set = TestParameters.Create<float>(parameters);
        set.CopyFrom([.. Enumerable.Range(0, set.Length).Select(i => -i - 1f)]);
        Safetensors.Save(path, "Other", set);
        return path;
    }

    private static string Refused(string path, string? pattern = null)
    {
        var parameters = TestParameters.Small();
        float[] before = parameters.Values();
        var error = Assert.Throws<InvalidDataException>(() => Safetensors.Load(path, "DigitNet", parameters, pattern));
        Assert.Equal(before, parameters.Values());
        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        return error.Message;
    }

    [Fact]
    public void Wrong_shape_is_told_with_both_shapes() => Assert.Contains(
        "weight 'dense1.weight' is 6×4 in the file, 3×4 in DigitNet",
        Refused(Saved(("dense1.weight", [6, 4]), ("dense1.bias", [3]))), StringComparison.Ordinal);

    [Fact]
    public void Transposed_shape_of_the_same_size_is_refused() => Assert.Contains(
        "weight 'dense1.weight' is 4×3 in the file, 3×4 in DigitNet",
        Refused(Saved(("dense1.weight", [4, 3]), ("dense1.bias", [3]))), StringComparison.Ordinal);

    [Fact]
    public void Missing_tensor_is_told_by_name() => Assert.Contains(
        "weight 'dense1.bias' (3) is not in the file", Refused(Saved(("dense1.weight", [3, 4]))), StringComparison.Ordinal);

    [Fact]
    public void Extra_tensor_is_told_by_name() => Assert.Contains(
        "tensor 'dense2.bias' (2) of the file is not in DigitNet",
        Refused(Saved(("dense1.weight", [3, 4]), ("dense1.bias", [3]), ("dense2.bias", [2]))), StringComparison.Ordinal);

    [Fact]
    public void All_differences_are_told_at_once()
    {
        string message = Refused(Saved(("dense1.weight", [6, 4]), ("dense9.bias", [3])));
        Assert.Contains("dense1.weight", message, StringComparison.Ordinal);
        Assert.Contains("dense1.bias", message, StringComparison.Ordinal);
        Assert.Contains("dense9.bias", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_that_is_not_floating_point_is_refused() => Assert.Contains(
        "weight 'dense1.bias' has the type I32 in the file",
        Refused(_folder.File("i32.safetensors", SafetensorsBytes.Of("""{"dense1.bias":{"dtype":"I32","shape":[3],"data_offsets":[0,12]}}""", 12)), "*bias"),
        StringComparison.Ordinal);

    [Fact]
    public void Pattern_takes_matching_parameters_only_and_allows_others_in_the_file()
    {
        var parameters = TestParameters.Small();
        Safetensors.Load(Saved(("dense9.weight", [7]), ("dense1.bias", [3])), "DigitNet", parameters, "*.b?as");
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, -8, -9, -10], parameters.Values());
    }

    [Fact]
    public void Pattern_whose_parameters_are_not_in_the_file_is_refused() => Assert.Contains(
        "weight 'dense1.bias' (3) is not in the file", Refused(Saved(("dense1.weight", [3, 4])), "dense1.*"), StringComparison.Ordinal);

    [Fact]
    public void Pattern_that_matches_no_parameter_names_those_that_exist()
    {
        var error = Assert.Throws<ArgumentException>(() => Safetensors.Load(Saved(("a", [1])), "DigitNet", TestParameters.Small(), "conv*"));
        Assert.Contains("'conv*' matches no parameter of DigitNet. Its parameters are dense1.weight, dense1.bias.", error.Message, StringComparison.Ordinal);
    }
}
