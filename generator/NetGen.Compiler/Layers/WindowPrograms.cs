using NetGen.Compiler.Graph;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>Programs of networks with stateful recurrences that go on where the window before has ended: one more input and one more output, all states one after the other.</summary>
internal static class WindowPrograms
{
    /// <summary>From a window to what Predict says.</summary>
    public const string Predict = "window";

    /// <summary>From a window to the loss and its gradients.</summary>
    public const string Train = "train window";

    /// <summary>Whether a program is one of these.</summary>
    public static bool Contains(string name) => name is Predict or Train;

    public static IEnumerable<TensorProgram> Of(ShapedNetwork network)
    {
        yield return NetworkLowering.Predict(network, Predict, network.WindowStates);
        if (network.Spec.Losses.Count > 0 && !network.Spec.Inference)
        {
            yield return NetworkLowering.Train(network, Train, network.WindowStates);
        }
    }
}
