using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NetGen.Compiler.Model;
using NetGen.Generator;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>NG0xxx: what is wrong with the declaration itself, whatever the shapes are.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeclarationAnalyzer() : CallAnalyzer(
    DeclarationDiagnostics.NotPartial,
    DeclarationDiagnostics.NotConstant,
    DeclarationDiagnostics.SplitDeclaration,
    GraphDiagnostics.StackAndGraph,
    DeclarationDiagnostics.ArgumentOutOfRange,
    DeclarationDiagnostics.DuplicateName,
    GraphDiagnostics.ContainsItself,
    GraphDiagnostics.Unreadable,
    GraphDiagnostics.NotDifferentiable,
    GraphDiagnostics.ReferencePath,
    DeclarationDiagnostics.UnsupportedClass,
    DeclarationDiagnostics.NotOneInput,
    DeclarationDiagnostics.LossNotLast)
{
    protected override void Register(CompilationStartAnalysisContext context)
    {
        base.Register(context);
        context.RegisterSyntaxNodeAction(AnalyzeArgument, SyntaxKind.AttributeArgument);
        context.RegisterSymbolAction(AnalyzeFunction, SymbolKind.Method);
    }

    protected override IEnumerable<Problem> Find(NetworkReading network) =>
        // A half-typed attribute may hide an input or a loss, but never the modifiers of the class.
        !network.Declaration.IsComplete ? OfClass(network.Declaration.Problems)
        : Own(network.Declaration.Problems).Concat(network.Review?.Problems ?? []);

    internal override IEnumerable<Diagnostic> FindInCall(IInvocationOperation call, CallScene scene) => ReferencePathRule.Find(call, scene) is { } found ? [found] : [];

    protected override IEnumerable<Problem> Find(BlockDeclaration declaration) =>
        declaration.IsComplete ? Own(declaration.Problems) : OfClass(declaration.Problems);

    private static IEnumerable<Problem> OfClass(IEnumerable<Problem> problems) =>
        problems.Where(problem => problem.Id is DeclarationRules.NotPartial or DeclarationRules.UnsupportedClass);

    /// <summary>What is wrong with a block or a function is said there, once, and not again by all who use it.</summary>
    private static IEnumerable<Problem> Own(IEnumerable<Problem> problems) => problems.Where(problem => problem.Module is null);

    private void AnalyzeFunction(SymbolAnalysisContext context)
    {
        foreach (var (problem, location) in FunctionDeclarationReader.Problems((IMethodSymbol)context.Symbol, context.CancellationToken))
        {
            Report(context.ReportDiagnostic, problem, _ => location);
        }
    }

    private static void AnalyzeArgument(SyntaxNodeAnalysisContext context)
    {
        var argument = (AttributeArgumentSyntax)context.Node;
        if (argument.Parent?.Parent is not AttributeSyntax attribute
            || !BelongsToNetwork(context.SemanticModel.GetTypeInfo(attribute, context.CancellationToken).Type as INamedTypeSymbol))
        {
            return;
        }

        foreach (var expression in ConstantExpression.Parts(argument.Expression))
        {
            if (ConstantExpression.IsVariable(expression, context.SemanticModel, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    DeclarationDiagnostics.NotConstant,
                    expression.GetLocation(),
                    expression.ToString()));
            }
        }
    }

    private static bool BelongsToNetwork(INamedTypeSymbol? attribute) =>
        KnownTypes.IsLayer(attribute) || KnownTypes.IsLoss(attribute) || KnownTypes.IsInput(attribute) || KnownTypes.IsNetwork(attribute)
        || KnownTypes.IsParameter(attribute);
}
