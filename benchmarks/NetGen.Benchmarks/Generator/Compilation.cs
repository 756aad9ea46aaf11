using BenchmarkDotNet.Attributes;
using NetGen.Compiler;
using NetGen.Compiler.Model;

namespace NetGen.Benchmarks.Generator;

/// <summary>The compiler alone: declaration in, C# out.</summary>
[InProcess]
public class Compilation
{
    private readonly NetworkSpec _spec = TwentyLayers.Spec;

    [Benchmark]
    public int CompileTwentyLayers() => NetworkCompiler.Compile(_spec).Sum(file => file.Text.Length);
}
