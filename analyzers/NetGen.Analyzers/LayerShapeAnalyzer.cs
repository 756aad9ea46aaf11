using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;
using NetGen.Generator.Reading;

namespace NetGen.Analyzers;

/// <summary>NG9001: on every layer its output shape and parameter count, live, as far as the shapes are known.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LayerShapeAnalyzer() : NetworkAnalyzer(InsightDiagnostics.LayerShape)
{
    protected override IEnumerable<Problem> Find(Declaration declaration)
    {
        if (!declaration.IsAnalyzable)
        {
            return [];
        }

        var layers = ShapeFold.Run(declaration.Spec).Layers;
        return layers
            .Take(declaration.Spec.Layers.Count)
            .Select((layer, index) => new Problem(InsightDiagnostics.LayerShape.Id, index, null, Describe(layer)));
    }

    private static string Describe(LayerShape layer) => string.Format(
        CultureInfo.InvariantCulture,
        layer.ParameterCount switch { 0 => "{0}: {1}, no parameters", 1 => "{0}: {1}, 1 parameter", _ => "{0}: {1}, {2:N0} parameters" },
        layer.Name,
        layer.Output,
        layer.ParameterCount);
}
