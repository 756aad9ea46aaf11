using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace NetGen.Analyzers;

/// <summary>NG9001: on every layer its output shape and parameter count, live, as far as the shapes are known.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerShapeAnalyzer() : NetworkAnalyzer(InsightDiagnostics.LayerShape);
