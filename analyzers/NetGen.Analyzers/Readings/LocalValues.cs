using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace NetGen.Analyzers;

/// <summary>What the text of a method says about its local variables. What comes from elsewhere, or changes, is not known.</summary>
internal static class LocalValues
{
    /// <summary>As deep as anybody writes; and no circle of variables lasts.</summary>
    private const int Depth = 16;

    /// <summary>An expression without the parentheses and conversions around it.</summary>
    public static IOperation Unwrapped(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation;
    }

    /// <summary>The expression itself or, for a variable that is written once, what it was declared with; and so on.</summary>
    public static IOperation Origin(IOperation operation, CancellationToken cancellation)
    {
        for (var depth = 0; depth < Depth; depth++)
        {
            operation = Unwrapped(operation);
            if (operation.ConstantValue.HasValue || operation is not ILocalReferenceOperation local || Initializer(local, cancellation) is not { } value)
            {
                return operation;
            }

            operation = value;
        }

        return operation;
    }

    /// <summary>A number that is known when the program is compiled.</summary>
    public static double? Number(IOperation? operation, CancellationToken cancellation) => (operation is null ? default : Origin(operation, cancellation).ConstantValue) switch
    {
        { HasValue: true, Value: double number } => number,
        { HasValue: true, Value: float number } => number,
        { HasValue: true, Value: int number } => number,
        { HasValue: true, Value: long number } => number,
        { HasValue: true, Value: ulong number } => number,
        _ => null,
    };

    /// <summary>The variable, parameter, field or property that an expression names, of this object or of none.</summary>
    public static ISymbol? Variable(IOperation? operation) => (operation is null ? null : Unwrapped(operation)) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,
        _ => null,
    };

    /// <summary>Whether two expressions name one variable.</summary>
    public static bool AreSame(IOperation? first, IOperation? second) => Variable(first) is { } variable && SymbolEqualityComparer.Default.Equals(variable, Variable(second));

    /// <summary>Whether a variable occurs in an expression.</summary>
    public static bool Mentions(IOperation expression, ISymbol variable) =>
        expression.DescendantsAndSelf().Any(part => SymbolEqualityComparer.Default.Equals(Variable(part), variable));

    /// <summary>Everything in the member that an expression stands in, its local functions and lambdas included.</summary>
    public static IEnumerable<IOperation> Member(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation.DescendantsAndSelf();
    }

    /// <summary>What a variable was declared with, if nothing is put into it later.</summary>
    public static IOperation? Initializer(ILocalReferenceOperation reference, CancellationToken cancellation)
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
        return value is null || VariableWrites.Any(reference.Local.Name, syntax) ? null : model.GetOperation(value, cancellation);
    }
}
