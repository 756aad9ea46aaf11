using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Layers.Sequences;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <content>Recurrences of the user's own: a cell is run once, on symbols of a step's input and of what the step before has left.</content>
internal sealed partial class Elaborator
{
    private Node ApplyCell(Scope scope, LayerSpec use, string name, EquatableArray<int> path, Node x, StackLog log)
    {
        var key = use.Find("Module")?.Text ?? "";
        if (!_modules.TryGetValue(key, out var cell) || cell.States.Count == 0)
        {
            throw new StepRefused("NG0005", $"'{Short(key)}' is not a cell; mark it with [Cell], and give it a Step whose states are marked with [State]");
        }

        DemandNoCell();
        if (x.Type.Shape.Rank < 2)
        {
            throw new StepRefused("NG1002", Inv($"Recurrent runs over a sequence [length, …], but its input has shape {x.Type.Shape}"));
        }

        if (use.Int("Repeat", 1) != 1)
        {
            throw new StepRefused("NG0005", "Repeat on Recurrent is not supported; write one Recurrent for each");
        }

        if (use.Flag("Stateful", false) && use.Flag("Bidirectional", false))
        {
            throw new StepRefused(new Complaint("NG0005", "Stateful", "Recurrent begins at the end of its window too, where the window before has left no state; Stateful does without Bidirectional"));
        }

        var whole = use.Flag("ReturnSequences", false);
        var mask = _masks.Demand(use.Kind, x);
        var parts = new List<Node> { RunCell(scope, cell, use, name, new(path.Append(0)), x, mask, whole, reverse: false) };
        if (use.Flag("Bidirectional", false))
        {
            parts.Add(RunCell(scope, cell, use, name + "_reverse", new(path.Append(1)), x, mask, whole, reverse: true));
        }

        _graph.Origin = name;
        var result = _graph.Concat(parts[0].Type.Shape.Rank - 1, parts);
        if (whole)
        {
            _masks.Pass(x, result);
        }

        _log.Cell(name, Describe(use), x, result);
        log.Parts.Add(new AppliedPart(name, Describe(use), null, x, result));
        return result;
    }

    private void DemandNoCell()
    {
        if (_isInCell)
        {
            throw new StepRefused("NG0005", "a recurrence within the step of another one is not supported: put it before or behind the other, layer on layer");
        }
    }

    private Node RunCell(Scope scope, ModuleSpec cell, LayerSpec use, string name, EquatableArray<int> path, Node x, Node? mask, bool whole, bool reverse)
    {
        var holes = new HoleValues(use.Ints("Holes"));
        var states = cell.States.Select(state => new Shape([.. holes.Fill(state).Ints("Dims")])).ToList();
        if (states.Find(state => state.Dims.Any(dim => dim < 1) || state.Count > Shapes.ShapeFold.MaxValues) is { } wrong)
        {
            throw new StepRefused("NG0005", Inv($"a state of '{Short(cell.Type)}' has the shape {wrong}; every extent is at least 1, and at most {Shapes.ShapeFold.MaxValues} values are supported"));
        }

        var (graph, applications, stacks) = (_graph, _log, _stacks.Count);
        Node[] outputs = [];
        var returned = 0;
        _graph.Origin = name;
        var scan = graph.Scan(mask is null ? [x] : [x, MaskedSteps.Sequence(graph, mask)], [.. states.Select(state => (state, use.Flag("Stateful", false) ? _windows.Begin(graph, state) : null))], reverse, (step, inputs, before) =>
        {
            (_graph, _log, _isInCell) = (step, new ApplicationLog(), true);
            try
            {
                outputs = CallModule(scope, use, name, path, [inputs[0], .. before]);
            }
            finally
            {
                (_graph, _log, _isInCell) = (graph, applications, false);
            }

            for (var i = 0; i < states.Count; i++)
            {
                if (outputs.Length != states.Count + 1 || outputs[i + 1].Type.Shape != states[i])
                {
                    throw new StepRefused("NG1001", outputs.Length != states.Count + 1
                        ? Inv($"'{Short(cell.Type)}' yields {outputs.Length} tensors; a step yields its output and what each of {states.Count} states becomes")
                        : Inv($"the state {i + 1} of '{Short(cell.Type)}' has the shape {states[i]}, but the step leaves {outputs[i + 1].Type.Shape} to the next"));
                }
            }

            if (step.Nodes.Any(node => !node.Type.Batched && node.Inputs.Any(input => input.Type.Batched)))
            {
                throw new StepRefused("NG0005", $"'{Short(cell.Type)}' sums over the batch, perhaps in a Gradient by a parameter, which a step of a recurrence cannot: steps run sample by sample");
            }

            // What does not depend on the step is the same for all samples otherwise.
            outputs = [.. outputs.Select(output => step.BroadcastTo(output, output.Type with { Batched = true }))];
            // The state that the output is; it is one after the last step as well.
            returned = Array.IndexOf(outputs, outputs[0], 1);
            if (mask is not null)
            {
                outputs = [MaskedSteps.Choose(step, inputs[1], outputs[0]), .. outputs.Skip(1).Zip(before, (after, own) => MaskedSteps.Choose(step, inputs[1], after, own))];
            }

            return outputs.Skip(1).ToList();
        });

        if (x.Type.Shape[0] * outputs.Max(output => output.Type.Shape.Count) > Shapes.ShapeFold.MaxValues)
        {
            throw new StepRefused("NG0005", Inv($"{x.Type.Shape[0]} steps of '{Short(cell.Type)}' make {x.Type.Shape[0] * outputs.Max(output => output.Type.Shape.Count)} values per sample; at most {Shapes.ShapeFold.MaxValues} are supported"));
        }

        if (use.Flag("Stateful", false))
        {
            _windows.Leave(graph, scan);
        }

        // Nobody runs the cell's own class: its stacks are part of the loop.
        _stacks.RemoveRange(stacks, _stacks.Count - stacks);
        graph.Origin = name;
        if (!whole && returned > 0)
        {
            return graph.Final(scan, returned - 1);
        }

        var all = graph.Stacked(scan, outputs[0]);
        return whole ? all : mask is not null ? MaskedSteps.Last(graph, all, mask, first: reverse) : graph.Reshape(graph.Slice(all, 0, reverse ? 0 : x.Type.Shape[0] - 1, 1), outputs[0].Type.Shape);
    }
}
