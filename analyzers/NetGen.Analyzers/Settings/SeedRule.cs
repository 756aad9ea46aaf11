using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Analyzers;

/// <summary>
/// NG4003: a training that does not say its seed, or takes one that differs from run to run. The seed is 0 unless said, so that the same program gives the same weights; but a result should name the seed that it is of,
/// and a clock makes it unrepeatable.
/// </summary>
internal static class SeedRule
{
    /// <summary>Options of a training that are written out and have no seed.</summary>
    public static Diagnostic? Find(IInvocationOperation fit, CallScene scene) =>
        TrainingCall.IsFit(fit)
        && WrittenSettings.OfFit(fit, scene.Cancellation) is { Creation: { } creation } options
        && options.Find("Seed") is null
        && options.Find("Shuffle")?.ConstantValue is not { HasValue: true, Value: false }
            ? Diagnostic.Create(SettingsDiagnostics.Seed, Head(creation.Syntax), ImmutableDictionary<string, string?>.Empty.Add(SettingsDiagnostics.Setting, "Seed = 0"), "no seed is given, so that the order of the samples is that of seed 0 in every run: write Seed = … to say which seed a result is of, and to try others")
            : null;

    /// <summary>A seed that a clock or the like gives, of a network or of options.</summary>
    public static Diagnostic? Find(IObjectCreationOperation creation, CallScene scene) =>
        (creation.Type?.Name == "FitOptions" || scene.Network(creation.Type) is not null)
        && WrittenSettings.Of(creation).Find("Seed") is { } seed
        && LocalValues.Origin(seed, scene.Cancellation).DescendantsAndSelf().FirstOrDefault(IsUnrepeatable) is { } source
            ? Diagnostic.Create(SettingsDiagnostics.Seed, seed.Syntax.GetLocation(), $"this seed, from {source.Syntax}, is another in each run, so that no result can be repeated: use a number, or print the one that is drawn")
            : null;

    private static bool IsUnrepeatable(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { ContainingType.Name: "DateTime" or "DateTimeOffset", Name: "Now" or "UtcNow" } or { ContainingType.Name: "Environment", Name: "TickCount" or "TickCount64" } or { ContainingType.Name: "Random", Name: "Shared" } } => true,
        IInvocationOperation { TargetMethod: { ContainingType.Name: "Guid", Name: "NewGuid" } or { ContainingType.Name: "Stopwatch", Name: "GetTimestamp" } or { ContainingType.Name: "RandomNumberGenerator" } } => true,
        IObjectCreationOperation { Type.Name: "Random", Arguments.Length: 0 } => true,
        _ => false,
    };

    /// <summary>The expression without its initializer, which may be long.</summary>
    private static Location Head(SyntaxNode creation) => creation is BaseObjectCreationExpressionSyntax { Initializer: { } initializer }
        ? Location.Create(creation.SyntaxTree, TextSpan.FromBounds(creation.SpanStart, initializer.OpenBraceToken.GetPreviousToken().Span.End))
        : creation.GetLocation();
}
