using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Layers;

/// <summary>The programs of a network that is a stack of layers: one input, one output, one loss.</summary>
public static class StackPrograms
{
    public static NetworkPrograms Of(ShapedNetwork network) => new(
        network.Spec,
        network.Parameters.Select(pair => new NamedParameter(pair.Layer.Name + "." + pair.Parameter.Name, pair.Parameter, network.Spec.Layers[pair.Layer.Index].Frozen)).ToList(),
        [network.Output],
        network.Spec.Loss is { } loss ? [TargetOf(network, loss)] : [],
        Programs(network).ToList(),
        network.Flops);

    private static TargetType TargetOf(ShapedNetwork network, LayerSpec loss)
    {
        var (definition, output) = (LayerCatalog.FindLoss(loss.Kind)!, network.Output);
        return new TargetType(
            definition.TakesLabels,
            definition.TakesLabels ? output.WithLast(1) : output,
            definition.TakesLabels ? output.Last : 0,
            output.Rows,
            new EquatableArray<double>(definition.WeighsRowsByLabel ? loss.Numbers("ClassWeights") : []));
    }

    private static IEnumerable<TensorProgram> Programs(ShapedNetwork network)
    {
        yield return NetworkLowering.Predict(network);
        if (network.Spec.Loss is not null)
        {
            yield return NetworkLowering.Loss(network);
            yield return NetworkLowering.Train(network);
        }

        yield return NetworkLowering.Backward(network);
    }
}
