using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Reading;

/// <summary>Networks in graph form from the few lines that a test is about.</summary>
internal static class GraphSource
{
    public const string Usings = "using System; using System.Collections.Generic; using System.Linq; using NetGen; using static NetGen.Ops; using static NetGen.Hole;\n";

    /// <summary>A class with two layers, a parameter and the given members.</summary>
    public static string Network(string members, string more = "") => Usings + $$"""
        [Network, Input(8), MeanSquaredError]
        public partial class Net
        {
            [Dense(4), ReLU] Layer stem;
            [Dense(2)] Layer head;
            [Parameter(8, 8)] Tensor w;
            {{members}}
        }
        {{more}}
        """;

    /// <summary>The same with the statements of a block body.</summary>
    public static string Body(string statements, string more = "") => Network("Tensor Forward(Tensor x) { " + statements + " }", more);

    public static Declaration Read(string source)
    {
        var compilation = TestCompilation.Create(source);
        var type = compilation.GetSymbolsWithName("Net", SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();
        return DeclarationReader.Read(type, CancellationToken.None)!;
    }

    /// <summary>The printed <c>Forward</c> of a network without problems whose source C# accepts.</summary>
    public static string Forward(string source)
    {
        var errors = TestCompilation.Create(source).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors);
        var declaration = Read(source);
        Assert.Equal([], declaration.Problems.Select(problem => string.Join(": ", problem.Values)));
        Assert.True(declaration.IsComplete);
        return SpecText.Of(declaration.Spec.Body!.Forward);
    }

    public static ModuleSpec Module(this Declaration declaration, string type) =>
        declaration.Spec.Modules.Single(module => module.Type == "global::" + type);
}
