using NetGen.Compiler.Model;

namespace NetGen.Analyzers;

/// <summary>
/// NG2001: the activation before the loss is the loss's own link function. softmax(softmax(x)) is nearly uniform and its gradient nearly
/// zero; softmax(logsoftmax(x)) is softmax(x) again, computed twice.
/// </summary>
internal static class DoubledLinkRule
{
    public static IEnumerable<Problem> Find(NetworkSpec spec)
    {
        if (spec.Loss is not { } loss)
        {
            yield break;
        }

        var last = Transparent.Before(spec, spec.Layers.Count);
        if (last >= 0 && IsLink(spec.Layers[last].Kind, loss.Kind))
        {
            yield return new Problem(LossDiagnostics.DoubledLink.Id, last, null, spec.Layers[last].Kind, loss.Kind);
        }
    }

    private static bool IsLink(string activation, string loss) => loss switch
    {
        "SoftmaxCrossEntropy" or "KLDivergence" => activation is "Softmax" or "LogSoftmax",
        "BinaryCrossEntropy" => activation is "Sigmoid",
        _ => false,
    };
}
