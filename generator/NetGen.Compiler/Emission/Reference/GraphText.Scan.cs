using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Reference;

/// <content>Recurrences: a loop over the steps.</content>
internal sealed partial class GraphText
{
    private void WriteScan(Node scan, IReadOnlyList<Node> outputs)
    {
        var (operation, body) = ((ScanOperation)scan.Operation, ((ScanOperation)scan.Operation).Body);
        var states = body.States.Select((state, index) => Declare(state, ScanOperation.Initial(scan, index) is { } initial ? _known[initial]
            : $"global::NetGen.Runtime.ReferenceOps.Broadcast({string.Join(", ", state.Type.Shape.Dims.Select(dim => Inv($"{dim}")).Prepend("0.0"))})")).ToList();
        var stacked = outputs.Where(output => output.Operation is ScanOutputOperation).ToList();
        var arrays = stacked.Select(output =>
        {
            var name = _locals.Add(Local(output) + "Steps", "_");
            writer.Line(Inv($"var {name} = new NetGenTensor[{operation.Steps}];"));
            return name;
        }).ToList();
        var step = _locals.Add("step", "_");
        var order = operation.Reverse ? Inv($"var {step} = {operation.Steps - 1}; {step} >= 0; {step}--") : Inv($"var {step} = 0; {step} < {operation.Steps}; {step}++");
        using (writer.Block($"for ({order})"))
        {
            for (var i = 0; i < body.Inputs.Count; i++)
            {
                Declare(body.Inputs[i], $"{_known[scan.Inputs[i]]}[{step}]");
            }

            for (var i = 0; i < stacked.Count; i++)
            {
                var value = Value(body.ValueOf(stacked[i]));
                writer.Line($"{arrays[i]}[{step}] = {value};");
            }

            var next = body.Next.Select(Value).ToList();
            writer.Line(states.Count == 1 ? $"{states[0]} = {next[0]};" : $"({string.Join(", ", states)}) = ({string.Join(", ", next)});");
        }

        for (var i = 0; i < stacked.Count; i++)
        {
            Declare(stacked[i], $"global::NetGen.Runtime.ReferenceOps.Stack({arrays[i]})");
        }

        foreach (var output in outputs.Where(output => output.Operation is ScanFinalOperation))
        {
            _known[output] = states[((ScanFinalOperation)output.Operation).State];
        }

        // A body is written again where more of it is wanted later.
        foreach (var node in body.Nodes)
        {
            _known.Remove(node);
        }
    }

    private string Declare(Node node, string text)
    {
        var local = Local(node);
        writer.Line($"var {local} = {text};");
        _known[node] = local;
        return local;
    }
}
