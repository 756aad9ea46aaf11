using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Layers;

/// <summary>A scalar function of the user's as a layer, with its trainable numbers.</summary>
internal sealed class AppliedFunction(FunctionSpec function) : LayerDefinition
{
    public override string Kind => "Apply";

    public override bool KeepsPositions(LayerSpec layer) => true;

    public override bool IsActivation => true;

    private string ShortName => function.Key.Substring(function.Key.LastIndexOf('.') + 1);

    public override string Describe(LayerSpec layer) => $"Apply({ShortName})";

    public override string Signature(LayerSpec layer) => $"Apply({ExprPrinter.Print(function.Body)})";

    public override LayerOutline Outline(LayerSpec layer, Shape input)
    {
        if (function.Parameters.Count != function.Trainable.Count + 1)
        {
            return LayerOutline.Refuse("NG0005", "Function", Inv($"Apply needs a function of one number, and [Parameter] at every other; '{ShortName}' takes {function.Parameters.Count - function.Trainable.Count} numbers, so use Map in Forward"));
        }

        var parameters = new List<ParameterSpec>();
        foreach (var (number, name) in function.Trainable.Zip(function.Parameters.Skip(1), (number, name) => (number, name)))
        {
            var (parameter, complaint) = RawParameter.Of(number, name);
            if (complaint is not null)
            {
                return LayerOutline.Refuse("NG0005", "Function", $"parameter '{name}' of '{ShortName}': {complaint.Message}");
            }

            parameters.Add(parameter!);
        }

        return new LayerOutline(input, new EquatableArray<ParameterSpec>(parameters), Cost.Of(function.Body) * input.Count);
    }

    public override Node Lower(LayerLowering lowering, LayerSpec layer, Node x) =>
        lowering.Graph.Map(function, [x, .. function.Parameters.Skip(1).Select(lowering.Parameter)]);
}
