using NetGen.Compiler.Model;

namespace NetGen.Analyzers;

/// <summary>NG2007: W2 (W1 x + b1) + b2 is (W2 W1) x + (W2 b1 + b2), one linear layer.</summary>
internal static class LinearAfterLinearRule
{
    public static IEnumerable<Problem> Find(NetworkSpec spec)
    {
        for (var i = 1; i < spec.Layers.Count; i++)
        {
            var before = Transparent.Before(spec, i);
            if (before >= 0 && IsLinear(spec.Layers[i]) && IsLinear(spec.Layers[before]))
            {
                yield return new Problem(LossDiagnostics.LinearAfterLinear.Id, i, null, Describe(spec.Layers[before]), Describe(spec.Layers[i]));
            }
        }
    }

    private static bool IsLinear(LayerSpec layer) => layer.Kind == "Dense";

    private static string Describe(LayerSpec layer) =>
        layer.Kind + "(" + layer.Int("Units", 0).ToString(System.Globalization.CultureInfo.InvariantCulture) + ")";
}
