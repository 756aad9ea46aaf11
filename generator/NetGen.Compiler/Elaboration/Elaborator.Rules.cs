using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;
using NetGen.Compiler.Review;

namespace NetGen.Compiler.Elaboration;

/// <content>What is shown to the rules that watch.</content>
internal sealed partial class Elaborator
{
    private void ShowLayer(Scope scope, LayerSpec layer, string name, Node input, Node output, Func<Complaint, Problem> at)
    {
        // Blocks were shown layer by layer.
        if (layer.Kind is not ("Block" or "Residual" or "Recurrent"))
        {
            Show(rule => rule.Layer(new LayerUse(name, layer, scope.Frozen || layer.Frozen, input, output, at) { Shape = _layers.TryGetValue(name, out var shape) ? shape : null }));
        }
    }

    private void ShowStep(Scope scope, string method, int index, List<Value?> values, Value? value)
    {
        var step = scope.Module.Forward.Steps[index];
        if (value is not null && step.Operation is not ("Call" or "Item" or "Parameter"))
        {
            Node[] inputs = [.. step.Inputs.Select(input => values[input]!.Nodes[0])];
            Show(rule => rule.Operation(new OperationUse(step, inputs, value.Nodes[0], complaint => At(scope, method, index, complaint))));
        }
    }

    /// <summary>The sum of a residual, which no expression says.</summary>
    private void ShowSum(Node[] inputs, Node sum) =>
        Show(rule => rule.Operation(new OperationUse(new Step("Add", []), inputs, sum, complaint => new Problem(complaint.Id, Problem.Class, null, complaint.Message))));

    private void Leave(string? module, IReadOnlyList<Node> outputs) => Show(rule => rule.Leave(module, outputs));

    private void Show(Action<TrainingRule> show)
    {
        foreach (var rule in _rules)
        {
            show(rule);
        }
    }

    private Problem At(Scope scope, string method, int step, Complaint complaint) =>
        new(complaint.Id, Problem.Class, null, complaint.Message + InUse(scope)) { Module = scope.Key, Method = method, Step = step, Use = UseOf(scope) };
}
