using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Analyzers;

/// <summary>NG1xxx: layers that cannot take the shape they get, or do not take all of it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAnalyzer() : NetworkAnalyzer(
    ShapeDiagnostics.Mismatch,
    ShapeDiagnostics.WrongRank,
    ShapeDiagnostics.KernelTooLarge,
    ShapeDiagnostics.BorderUnseen,
    ShapeDiagnostics.ReshapeCount,
    ShapeDiagnostics.ResidualMismatch,
    ShapeDiagnostics.HeadsDoNotDivide,
    ShapeDiagnostics.ConcatAxes,
    ShapeDiagnostics.OuterSum,
    ShapeDiagnostics.TooManyPositions,
    ShapeDiagnostics.MisreadAxes);
