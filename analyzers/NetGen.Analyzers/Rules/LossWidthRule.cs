using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Analyzers;

/// <summary>NG2002: a loss over the classes of the last axis where that axis has one entry. Provably without effect, hence an error.</summary>
internal static class LossWidthRule
{
    public static IEnumerable<Problem> Find(NetworkSpec spec, ShapedNetwork shaped)
    {
        if (spec.Loss is not { Kind: "SoftmaxCrossEntropy" or "KLDivergence" } loss || shaped.Problems.Count > 0)
        {
            yield break;
        }

        if (shaped.Output.Last != 1)
        {
            yield break;
        }

        var instead = loss.Kind == "KLDivergence"
            ? "one output per class"
            : "BinaryCrossEntropy for a yes or no, or one output per class";
        yield return new Problem(LossDiagnostics.LossWidth.Id, spec.Layers.Count, null, loss.Kind, shaped.Output.ToString(), instead);
    }
}
