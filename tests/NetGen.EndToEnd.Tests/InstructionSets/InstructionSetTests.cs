using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using NetGen.EndToEnd.Tests.Files;
using Xunit.Abstractions;

namespace NetGen.EndToEnd.Tests.InstructionSets;

/// <summary>All paths through the kernels agree to rounding, and start from the same weights.</summary>
public sealed class InstructionSetTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("EnableAVX512")]
    [InlineData("EnableAVX2")]
    public void Networks_agree_without_an_instruction_set(string setting)
    {
        var (here, there) = (Report.Make(), Child(setting));

        // The runtime itself decides on these conditions which kernels to compile.
        Assert.Equal(setting == "EnableAVX2" || !Avx2.IsSupported ? "128 bits" : "AVX2", there.Path);
        Assert.Equal(here.Results.Keys, there.Results.Keys);
        foreach (var (name, expected) in here.Results)
        {
            var largest = expected.Max(Math.Abs);
            var error = expected.Zip(there.Results[name], (a, b) => Math.Abs(a - b)).Max() / largest;
            output.WriteLine($"{here.Path} and {there.Path}, {name}: {error:G3}");
            Assert.True(error <= Tolerance(name), $"{name}: {here.Path} and {there.Path} differ by {error:G3} of the largest value");
        }

        if (here.Path != there.Path)
        {
            // Vectors of another width add up in another order, so that some bits of so many must differ: it really was another path.
            Assert.Contains(here.Results, result => !result.Value.SequenceEqual(there.Results[result.Key]));
        }
    }

    /// <summary>Of the largest value per tensor: rounding of sums of a hundred products, after training amplified by the steps; no difference at all in the random numbers.</summary>
    private static double Tolerance(string name) =>
        name.Contains("initial", StringComparison.Ordinal) ? 0 : name.StartsWith("float", StringComparison.Ordinal) ? 1e-5 : 1e-13;

    private Report Child(string setting)
    {
        var file = _folder.File(setting);
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, file]) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_" + setting] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
        return Report.Read(file);
    }
}
