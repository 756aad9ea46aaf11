using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Scalars;

namespace NetGen.Accuracy;

/// <summary>Vector code as the generator prints it into networks, compiled in this process and applied to arrays. Tests use it too.</summary>
internal sealed class VectorProgram
{
    private readonly Type _class;
    private readonly SimdOperations _operations;

    private VectorProgram(Type compiled, SimdOperations operations) => (_class, _operations) = (compiled, operations);

    /// <summary>A program with one method per expression, of the variables x and y.</summary>
    public static VectorProgram Compile(SimdTarget target, bool isDouble, IReadOnlyDictionary<string, Expr> expressions)
    {
        // The enumeration itself cannot be named: compiler and runtime both declare it, from one source file.
        var precision = SimdOperations.For(target, default).Precision;
        precision += isDouble ? 1 : 0;
        var operations = SimdOperations.For(target, precision);
        var text = new StringBuilder("""
            using System.Runtime.CompilerServices;
            using System.Runtime.Intrinsics;
            using System.Runtime.Intrinsics.X86;
            public static class Program
            {

            """);
        var used = new HashSet<Function>();
        foreach (var (name, expr) in expressions)
        {
            var code = SimdExpressionWriter.Write(target, precision, [expr], ["x", "y"], "t");
            used.UnionWith(code.Used);
            text.Append($$"""
                public static void Run{{name}}({{operations.Element}}[] xs, {{operations.Element}}[] ys, {{operations.Element}}[] results)
                {
                    for (var i = 0; i < xs.Length; i += {{operations.Lanes}})
                    {
                        var x = {{operations.Type}}.LoadUnsafe(ref xs[i]);
                        var y = {{operations.Type}}.LoadUnsafe(ref ys[i]);
                        {{string.Join("\n", code.Statements)}}
                        var result = {{code.Results[0]}};
                        result.StoreUnsafe(ref results[i]);
                    }
                }

                """);
        }

        text.Append(SimdMath.Emit(target, precision, used)).Append("}\n");
        return new VectorProgram(Load(text.ToString()), operations);
    }

    public float[] Run(string name, float[] xs, float[]? ys = null) => Run<float>(name, xs, ys);

    public double[] Run(string name, double[] xs, double[]? ys = null) => Run<double>(name, xs, ys);

    private T[] Run<T>(string name, T[] xs, T[]? ys)
    {
        var padded = new T[(xs.Length + _operations.Lanes - 1) / _operations.Lanes * _operations.Lanes];
        var second = new T[padded.Length];
        xs.CopyTo(padded, 0);
        ys?.CopyTo(second, 0);
        var results = new T[padded.Length];
        Method<T>(name)(padded, second, results);
        return results[..xs.Length];
    }

    /// <summary>The method of an expression: arguments x, arguments y, results; of one length, a multiple of the lanes.</summary>
    public Action<T[], T[], T[]> Method<T>(string name) => _class.GetMethod("Run" + name)!.CreateDelegate<Action<T[], T[], T[]>>();

    private static Type Load(string text)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Vectors" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp13))],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        if (result.Diagnostics.Any(d => d.Severity >= DiagnosticSeverity.Warning))
        {
            throw new InvalidOperationException($"The emitted text does not compile without warnings:\n{string.Join("\n", result.Diagnostics)}\n{text}");
        }

        return Assembly.Load(stream.ToArray()).GetType("Program")!;
    }
}
