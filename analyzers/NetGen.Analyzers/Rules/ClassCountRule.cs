using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Analyzers;

/// <summary>
/// NG2003: a call of <c>Fit</c> or <c>Evaluate</c> with a set whose number of classes the program's text says, on a network with another number of outputs. Sets are followed through the local variables of the
/// method and through what divides or reorders them; what comes from elsewhere is left to the check that the call makes when it runs.
/// </summary>
internal static class ClassCountRule
{
    public static Diagnostic? Find(IInvocationOperation call, Compilation compilation, CancellationToken cancellation)
    {
        if (call.TargetMethod.Name is not ("Fit" or "Evaluate")
            || !TrainingCall.Is(call)
            || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == 1) is not { } argument
            || Classes(argument.Value, cancellation) is not int classes
            || TrainingCall.Network(call, compilation, cancellation) is not { } network
            || network.Declaration.Spec.Losses is not [{ Kind: "SoftmaxCrossEntropy" } loss])
        {
            return null;
        }

        var shaped = ShapeFold.Run(network.Declaration.Spec);
        var index = loss.Int("Output", 0);
        var width = shaped.IsValid && index >= 0 && index < shaped.Outputs.Count ? shaped.Outputs[index].Last : classes;
        return width == classes ? null : Diagnostic.Create(
            LossDiagnostics.ClassCount, argument.Value.Syntax.GetLocation(), classes, network.Type.Name, width,
            width < classes ? "labels beyond are refused when this runs" : "the outputs beyond are never right, and take part in every softmax");
    }

    /// <summary>How many classes a set has, or null where nobody says.</summary>
    private static int? Classes(IOperation set, CancellationToken cancellation)
    {
        // As deep as anybody writes; and no circle of variables lasts.
        for (var depth = 0; depth < 16; depth++)
        {
            set = TrainingCall.Unwrapped(set);
            if (set is IInvocationOperation call && Said(call) is { } classes)
            {
                return classes;
            }

            var source = set switch
            {
                ILocalReferenceOperation local => Initializer(local, cancellation),
                IFieldReferenceOperation { Instance: { Type.IsTupleType: true } tuple } => tuple,
                IInvocationOperation { Instance: { } receiver } chained when IsSet(receiver.Type) => receiver,
                IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [var receiver, ..] } when IsSet(receiver.Value.Type) => receiver.Value,
                _ => null,
            };
            if (source is null)
            {
                return null;
            }

            set = source;
        }

        return null;
    }

    /// <summary>What a call says itself: names that are written out, or a set that is known by its name.</summary>
    private static int? Said(IInvocationOperation call) => (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
    {
        _ when call.TargetMethod.ContainingNamespace?.ToDisplayString() != "NetGen" => null,
        ("GeneratedDigits" or "GeneratedPictures", "Create") or ("Dataset", "LoadCifar10") => 10,
        ("Dataset", "WithClassNames") or ("TokenSequences", "Labelled") => Names(call),
        _ => null,
    };

    private static int? Names(IInvocationOperation call) =>
        call.Arguments.LastOrDefault(argument => argument.Parameter?.Name is "names" or "classNames") is { Value: var value } && value.Syntax is not null
            ? TrainingCall.Unwrapped(value) switch
            {
                ICollectionExpressionOperation list when list.Elements.All(element => element is not ISpreadOperation) => Positive(list.Elements.Length),
                IArrayCreationOperation { Initializer: { } list } => Positive(list.ElementValues.Length),
                _ => null,
            }
            : null;

    private static int? Positive(int count) => count > 0 ? count : null;

    private static bool IsSet(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Dataset" or "StreamedDataset", ContainingNamespace.Name: "NetGen" };

    /// <summary>What a variable was declared with, if nothing is put into it later.</summary>
    private static IOperation? Initializer(ILocalReferenceOperation reference, CancellationToken cancellation)
    {
        if (reference.Local.DeclaringSyntaxReferences is not [var declared] || reference.SemanticModel is not { } model)
        {
            return null;
        }

        var syntax = declared.GetSyntax(cancellation);
        var value = syntax switch
        {
            VariableDeclaratorSyntax { Initializer.Value: var initializer } => initializer,
            SingleVariableDesignationSyntax when syntax.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { Left: DeclarationExpressionSyntax } deconstruction => deconstruction.Right,
            _ => null,
        };
        return value is null || IsWritten(reference.Local.Name, syntax) ? null : model.GetOperation(value, cancellation);
    }

    private static bool IsWritten(string name, SyntaxNode declaration) => declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member
        || member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(use => use.Identifier.ValueText == name
            && (use.Parent is AssignmentExpressionSyntax assignment && assignment.Left == use
                || use.Parent is ArgumentSyntax argument && (!argument.RefKindKeyword.IsKind(SyntaxKind.None) || argument.Parent is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax })));
}
