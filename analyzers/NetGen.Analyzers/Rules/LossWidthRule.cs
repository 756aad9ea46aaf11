using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Analyzers;

/// <summary>NG2002: a loss over the classes of the last axis where that axis, of the output that the loss is of, has one entry. Provably without effect, hence an error.</summary>
internal static class LossWidthRule
{
    public static IEnumerable<Problem> Find(NetworkSpec spec, ShapedNetwork shaped)
    {
        if (!shaped.IsValid)
        {
            yield break;
        }

        for (var i = 0; i < spec.Losses.Count; i++)
        {
            var loss = spec.Losses[i];
            var output = loss.Int("Output", 0);
            if (loss.Kind is "SoftmaxCrossEntropy" or "KLDivergence" && output >= 0 && output < shaped.Outputs.Count && shaped.Outputs[output] is { Last: 1 } shape)
            {
                var instead = loss.Kind == "KLDivergence"
                    ? "one output per class"
                    : "BinaryCrossEntropy for a yes or no, or one output per class";
                yield return new Problem(LossDiagnostics.LossWidth.Id, spec.Layers.Count + i, null, loss.Kind, shape.ToString(), instead);
            }
        }
    }
}
