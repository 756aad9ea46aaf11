using System.Diagnostics;
using System.Runtime.Intrinsics.X86;
using Xunit.Abstractions;

namespace NetGen.Graphs.Tests.InstructionSets;

/// <summary>All paths through the kernels agree to rounding.</summary>
public sealed class InstructionSetTests(ITestOutputHelper output)
{
#if SINGLE
    private const double Tolerance = 2e-5;
#else
    private const double Tolerance = 1e-13;
#endif

    [Theory]
    [InlineData("EnableAVX512")]
    [InlineData("EnableAVX2")]
    public void Graphs_agree_without_an_instruction_set(string setting)
    {
        var (here, there) = (Report.Make(), Child(setting));

        // The runtime itself decides on these conditions which kernels to compile.
        Assert.Equal(setting == "EnableAVX2" || !Avx2.IsSupported ? "128 bits" : "AVX2", there.Path);
        Assert.Equal(here.Results.Keys, there.Results.Keys);
        var wrong = new List<string>();
        foreach (var (name, expected) in here.Results)
        {
            var largest = Math.Max(expected.Max(Math.Abs), 1e-3);
            var error = expected.Zip(there.Results[name], (a, b) => Math.Abs(a - b)).Max() / largest;
            output.WriteLine($"{here.Path} and {there.Path}, {name}: {error:G3}");
            if (!(error <= Tolerance))
            {
                wrong.Add($"{name}: {error:G3}");
            }
        }

        Assert.Empty(wrong);
    }

    private static Report Child(string setting)
    {
        var file = Path.GetTempFileName();
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, file]) { RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_" + setting] = "0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        try
        {
            Assert.True(process.ExitCode == 0, errors);
            return Report.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
