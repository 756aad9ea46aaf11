using System.Reflection;
using NetGen.Runtime;

namespace NetGen.Shipping.Tests;

/// <summary>Weights in an assembly that a network cannot start with: each refusal names the file.</summary>
public sealed class RefusedWeightsTests
{
    [Fact]
    public void Missing_file_is_refused_with_what_to_do()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => Start(null));

        Assert.Contains("'Weights/small.netgen' are not in the assembly", problem.Message, StringComparison.Ordinal);
        Assert.Contains("NetGenWeights", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_of_another_network_is_refused() => Refused(Small(), "of another network", new string('0', 64));

    [Fact]
    public void File_for_another_number_of_values_is_refused() => Refused(Small(), "of another network");

    [Fact]
    public void File_of_another_version_is_refused()
    {
        var file = Small();
        file[8] = 2;

        Refused(file, "has format 2, and this NetGen takes 1");
    }

    [Fact]
    public void File_of_something_else_is_refused() => Refused(new byte[500], "not a file of compiled weights");

    [Theory]
    [InlineData(0, "not a file of compiled weights")]
    [InlineData(127, "not a file of compiled weights")]
    [InlineData(128, "is damaged")]
    [InlineData(200, "is damaged")]
    [InlineData(-1, "is damaged")]
    public void File_that_was_cut_off_is_refused(int length, string reason) => Refused(length < 0 ? Small()[..^1] : Small()[..length], reason);

    [Theory]
    [InlineData(12)]
    [InlineData(19)]
    [InlineData(23)]
    [InlineData(27)]
    [InlineData(31)]
    public void Head_with_another_length_than_the_file_is_refused(int at)
    {
        var file = Small();
        file[at] = 255;

        Refused(file, "is damaged");
    }

    private static void Refused(byte[] file, string reason, string? hash = null)
    {
        var problem = Assert.Throws<InvalidDataException>(() => Start(file, hash));

        Assert.Contains("'Weights/small.netgen'", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    /// <summary>What generated code does, for a network with one vector.</summary>
    private static void Start(byte[]? file, string? hash = null) => _ = new ParameterStorage<float>(
        "Net", [new("v.bias", [64], ParameterKind.Vector, 0, 0, 64, -1, Initializer.Zeros, 1, 1, 1, false)], 1, null,
        new EmbeddedWeights(new OneFile(file), "Weights/small.netgen", hash ?? NetGen.Shipping.Tests.Small.Info.SpecHash));

    private static byte[] Small()
    {
        using var stream = typeof(SmallShipped).Assembly.GetManifestResourceStream("NetGen.Weights/Weights/small.netgen")!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
    }

    /// <summary>An assembly with one resource.</summary>
    private sealed class OneFile(byte[]? file) : Assembly
    {
        public override Stream? GetManifestResourceStream(string name) => file is null ? null : new MemoryStream(file);
    }
}
