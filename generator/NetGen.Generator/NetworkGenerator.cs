using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading;

namespace NetGen.Generator;

/// <summary>
/// Turns every class with <c>[Network]</c> into its compiled part. Only the <see cref="NetworkSpec"/> crosses the pipeline; it is
/// compiled in the output step, which Roslyn skips as long as the declaration says the same.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class NetworkGenerator : IIncrementalGenerator
{
    /// <summary>The name of the step whose outputs are the declarations; tests watch it.</summary>
    public const string SpecStep = nameof(NetworkSpec);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var specs = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.NetworkAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attributed, cancellation) => Read(attributed, cancellation))
            .WithTrackingName(SpecStep);

        context.RegisterSourceOutput(specs, static (output, spec) => Emit(output, spec));
    }

    private static NetworkSpec? Read(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)attributed.TargetSymbol;
        return IsFirstDeclaration(type, attributed.TargetNode, cancellation)
            && DeclarationReader.Read(type, cancellation) is { CanEmit: true } declaration
                ? declaration.Spec
                : null;
    }

    /// <summary>
    /// Roslyn calls once per declaration that carries the attribute. Twice is an error of C#, but must not become two files of one name.
    /// </summary>
    private static bool IsFirstDeclaration(INamedTypeSymbol type, SyntaxNode node, CancellationToken cancellation) =>
        WrittenAttribute.InSourceOrder(type, cancellation)
            .Find(attribute => KnownTypes.IsNetwork(attribute.Data.AttributeClass)) is not { } first
        || (first.Syntax.SyntaxTree == node.SyntaxTree && node.Span.Contains(first.Syntax.Span));

    private static void Emit(SourceProductionContext output, NetworkSpec? spec)
    {
        if (spec is null)
        {
            return;
        }

        foreach (var (hint, text) in Compile(spec, output.CancellationToken))
        {
            output.AddSource(hint, SourceText.From(text, Encoding.UTF8));
        }
    }

    /// <summary>
    /// A failure of the compiler is a defect of NetGen. It must name the network and stop the build, and it must leave other networks
    /// alone: an exception that escapes would silence the whole generator.
    /// </summary>
    private static IReadOnlyList<GeneratedSource> Compile(NetworkSpec spec, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return NetworkCompiler.Compile(spec);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var reason = exception.ToString().Replace("\r", "").Replace("\n", " ");
            return
            [
                new GeneratedSource(spec.Hint + ".g.cs", $"#error NetGen could not compile the network '{spec.Name}'; please report this: {reason}\n"),
            ];
        }
    }
}
