using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NetGen.Compiler;
using NetGen.Compiler.Emission.Ilgpu;
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

    /// <summary>The name of the step that tells whether ILGPU is referenced.</summary>
    public const string DeviceStep = nameof(GpuSupport);

    /// <summary>The name of the step that tells whether all networks of the project only answer.</summary>
    public const string InferenceStep = nameof(NetworkSpec.Inference);

    /// <summary>The build property behind <see cref="InferenceStep"/>; the package makes it visible.</summary>
    public const string InferenceProperty = "build_property.NetGenInference";

    /// <summary>The same for blocks.</summary>
    public const string BlockStep = nameof(BlockSpec);

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var specs = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownTypes.NetworkAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (attributed, cancellation) => Read(attributed, cancellation))
            .WithTrackingName(SpecStep);

        // A truth value of the references, so that editing changes nothing here.
        var forDevices = context.CompilationProvider
            .Select(static (compilation, _) => compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == GpuSupport.Assembly))
            .WithTrackingName(DeviceStep);

        var forInference = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue(InferenceProperty, out var value) && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase))
            .WithTrackingName(InferenceStep);

        var networks = specs.Combine(forInference).Select(static (pair, _) => pair.Right && pair.Left is { } spec ? spec with { Inference = true } : pair.Left);
        context.RegisterSourceOutput(
            networks.Combine(forDevices),
            static (output, pair) => Emit(output, pair.Left?.Name, pair.Left?.Hint, () => NetworkCompiler.Compile(pair.Left!, pair.Right)));

        context.RegisterSourceOutput(forDevices, static (output, isOn) =>
        {
            if (isOn)
            {
                Add(output, GpuSupport.Files());
            }
        });

        foreach (var mark in new[] { KnownTypes.BlockAttribute, KnownTypes.CellAttribute })
        {
            var blocks = context.SyntaxProvider
                .ForAttributeWithMetadataName(
                    mark,
                    static (node, _) => node is TypeDeclarationSyntax,
                    static (attributed, cancellation) => ReadBlock(attributed, cancellation))
                .WithTrackingName(BlockStep);

            context.RegisterSourceOutput(blocks, static (output, spec) => Emit(output, spec?.Name, spec?.Hint, () => BlockCompiler.Compile(spec!)));
        }
    }

    private static NetworkSpec? Read(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)attributed.TargetSymbol;
        return IsFirstDeclaration(type, attributed.TargetNode, KnownTypes.IsNetwork, cancellation)
            && DeclarationReader.Read(type, cancellation) is { CanEmit: true } declaration
                ? declaration.Spec
                : null;
    }

    private static BlockSpec? ReadBlock(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellation)
    {
        var type = (INamedTypeSymbol)attributed.TargetSymbol;
        return IsFirstDeclaration(type, attributed.TargetNode, KnownTypes.IsBlock, cancellation)
            && BlockReader.Read(type, cancellation) is { CanEmit: true } declaration
                ? declaration.Spec
                : null;
    }

    /// <summary>
    /// Roslyn calls once per declaration that carries the attribute. Twice is an error of C#, but must not become two files of one name.
    /// </summary>
    private static bool IsFirstDeclaration(INamedTypeSymbol type, SyntaxNode node, Func<INamedTypeSymbol?, bool> isMark, CancellationToken cancellation) =>
        WrittenAttribute.InSourceOrder(type, cancellation)
            .Find(attribute => isMark(attribute.Data.AttributeClass)) is not { } first
        || (first.Syntax.SyntaxTree == node.SyntaxTree && node.Span.Contains(first.Syntax.Span));

    private static void Emit(SourceProductionContext output, string? name, string? hint, Func<IReadOnlyList<GeneratedSource>> compile)
    {
        if (name is null || hint is null)
        {
            return;
        }

        Add(output, Compile(name, hint, compile, output.CancellationToken));
    }

    private static void Add(SourceProductionContext output, IReadOnlyList<GeneratedSource> sources)
    {
        foreach (var source in sources)
        {
            output.AddSource(source.Hint, SourceText.From(source.Text, Encoding.UTF8));
        }
    }

    /// <summary>
    /// A failure of the compiler is a defect of NetGen. It must name the class and stop the build, and it must leave other networks
    /// alone: an exception that escapes would silence the whole generator.
    /// </summary>
    private static IReadOnlyList<GeneratedSource> Compile(string name, string hint, Func<IReadOnlyList<GeneratedSource>> compile, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return compile();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var reason = exception.ToString().Replace("\r", "").Replace("\n", " ");
            return
            [
                new GeneratedSource(hint + ".g.cs", $"#error NetGen could not compile the network '{name}'; please report this: {reason}\n"),
            ];
        }
    }
}
