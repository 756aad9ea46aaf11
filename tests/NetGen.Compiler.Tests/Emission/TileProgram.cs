using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Testing;

namespace NetGen.Compiler.Tests.Emission;

/// <summary>All that any tile takes; the stride is that of the weight or of its gradient, the second panel distance that of A.</summary>
internal delegate void TileCall<T>(T[] a, int aAt, nint aPanel, T[] b, int bAt, T[] c, int cAt, nint stride, T[] bias, nint depth, T[] y);

/// <summary>Printed tiles, compiled in this process as they are compiled in a user's project.</summary>
internal sealed class TileProgram
{
    private readonly Type _compiled;

    /// <param name="scalar">The C# type of the numbers.</param>
    /// <param name="methods">Names and texts of the tiles.</param>
    public TileProgram(string scalar, IReadOnlyList<(string Name, string Text)> methods)
    {
        var text = new StringBuilder("""
            using System.Runtime.CompilerServices;
            using System.Runtime.Intrinsics;
            using System.Runtime.Intrinsics.X86;
            using NetGen.Runtime;
            public static class Tiles
            {

            """);
        foreach (var method in methods)
        {
            text.Append(method.Text).Append('\n').Append(Wrapper(scalar, method)).Append('\n');
        }

        var compilation = CSharpCompilation.Create(
            "Tiles" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(text.Append("}\n").ToString(), TestCompilation.ParseOptions.WithDocumentationMode(DocumentationMode.Parse))],
            TestCompilation.References,
            TestCompilation.Options.WithOptimizationLevel(OptimizationLevel.Release));
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        _compiled = Assembly.Load(stream.ToArray()).GetType("Tiles")!;
    }

    public TileCall<T> Find<T>(string name) => _compiled.GetMethod("Call" + name)!.CreateDelegate<TileCall<T>>();

    /// <summary>A method of one signature for all tiles: hands on what the tile declares, by the names of its parameters.</summary>
    private static string Wrapper(string scalar, (string Name, string Text) method)
    {
        var header = method.Text.Split('\n').Single(line => line.StartsWith($"private static void {method.Name}(", StringComparison.Ordinal));
        var parameters = header[(header.IndexOf('(', StringComparison.Ordinal) + 1)..header.LastIndexOf(')')].Split(", ");
        var isProductOfOneRow = parameters[0].EndsWith(" x", StringComparison.Ordinal);
        var arguments = parameters.Select(parameter => parameter[(parameter.LastIndexOf(' ') + 1)..]).Select(name => name switch
        {
            "a" or "x" => "ref a[aAt]",
            "b" => "ref b[bAt]",
            "c" => "ref c[cAt]",
            "y" => isProductOfOneRow ? "ref c[cAt]" : "ref y[cAt]",
            "bias" => "ref bias[bAt % bias.Length]",
            "bPanel" => "aPanel",
            "bStride" or "cStride" => "stride",
            _ => name,
        });
        return $"public static void Call{method.Name}({scalar}[] a, int aAt, nint aPanel, {scalar}[] b, int bAt, {scalar}[] c, int cAt, nint stride, {scalar}[] bias, nint depth, {scalar}[] y) => "
            + $"{method.Name}({string.Join(", ", arguments)});";
    }
}
