using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Review;

/// <summary>NG9001: of each layer of the network's own its name, the shape that it makes and the number of its parameters. Those of a block have other shapes in each of its uses.</summary>
internal sealed class ShownLayers : TrainingRule
{
    public override void Layer(LayerUse use)
    {
        if (use.Shape is not { } layer)
        {
            return;
        }

        var text = layer.ParameterCount switch
        {
            0 => Inv($"{use.Name}: {use.Output.Type.Shape}, no parameters"),
            1 => Inv($"{use.Name}: {use.Output.Type.Shape}, 1 parameter"),
            var count => Inv($"{use.Name}: {use.Output.Type.Shape}, {count:N0} parameters"),
        };
        var problem = use.At(new Complaint("NG9001", null, text));
        if (problem.Module is null)
        {
            Report(problem);
        }
    }

    public override void Operation(OperationUse use)
    {
    }
}
