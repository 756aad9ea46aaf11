using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>NG1xxx: layers that cannot take the shape they get.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAnalyzer() : NetworkAnalyzer(ShapeDiagnostics.Mismatch, ShapeDiagnostics.WrongRank)
{
    protected override IEnumerable<Problem> Find(Declaration declaration) =>
        declaration.IsAnalyzable ? ShapeFold.Run(declaration.Spec).Problems : [];
}
