using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Differentiation;

/// <summary>
/// Back-propagation through time: the gradient of a scan is a scan in the other direction, whose states are the gradients of the states, and whose body is derived from the body as any graph
/// is. Of what the forward steps computed it reads what it needs, position by position. What a step contributes to the gradient of a parameter is a sum over rows; its operands are
/// collected over all steps, so that one product outside does what one per step would.
/// </summary>
internal sealed class ScanGradient
{
    private readonly GraphBuilder _outer;
    private readonly Node _scan;
    private readonly ScanOperation _operation;
    private readonly GraphBuilder _derived = new();
    private readonly Dictionary<Node, Node> _copies = [];

    /// <summary>What differs from step to step; the rest is computed again.</summary>
    private readonly Dictionary<Node, Node> _originals = [];
    private readonly GraphBuilder _graph = new();
    private readonly Dictionary<Node, Node> _moved = [];
    private readonly List<Node> _sequences = [];
    private readonly List<Node> _inputs = [];

    private ScanGradient(GraphBuilder outer, Node scan)
    {
        (_outer, _scan, _operation) = (outer, scan, (ScanOperation)scan.Operation);
        foreach (var node in _operation.Body.Nodes)
        {
            var copy = _derived.Replay(node, [.. node.Inputs.Select(input => _copies[input])]);
            _copies.Add(node, copy);
            if (node.Operation is StepInputOperation or StepStateOperation || node.Inputs.Any(input => _originals.ContainsKey(_copies[input])))
            {
                _originals.Add(copy, node);
            }
        }
    }

    private ScanBody Body => _operation.Body;

    /// <summary>What the outputs' gradients contribute to those of the scan's inputs.</summary>
    public static IEnumerable<(int Position, Node Contribution)> Of(GraphBuilder outer, Node scan, IReadOnlyList<(Node Output, Node Gradient)> outputs, HashSet<Node> reaching)
    {
        var gradient = new ScanGradient(outer, scan);
        return gradient.Run(outputs, reaching);
    }

    private IEnumerable<(int Position, Node Contribution)> Run(IReadOnlyList<(Node Output, Node Gradient)> outputs, HashSet<Node> reaching)
    {
        // The body and its derivative, in one graph.
        var (values, seeds) = (new List<Node>(), new List<Node>());
        var seedsOfStates = Body.Next.Select((next, index) => _derived.StepState(Body.States.Count + index, next.Type.Shape)).ToList();
        values.AddRange(Body.Next.Select(next => _copies[next]));
        seeds.AddRange(seedsOfStates);
        var seedsOfOutputs = new List<(Node Leaf, Node Sequence)>();
        foreach (var (output, gradient) in outputs.Where(pair => pair.Output.Operation is ScanOutputOperation))
        {
            var value = Body.ValueOf(output);
            var leaf = _derived.StepInput(Body.Inputs.Count + seedsOfOutputs.Count, value.Type.Shape);
            seedsOfOutputs.Add((leaf, gradient));
            values.Add(_copies[value]);
            seeds.Add(leaf);
        }

        var sources = Body.Inputs.Concat(Body.States).Concat(Body.Parameters).Select(node => _copies[node]).ToList();
        var gradients = Differentiator.Differentiate(_derived, values, seeds, sources);

        // The derivative alone: what it reads of the body becomes a part of a sequence.
        for (var i = 0; i < seedsOfStates.Count; i++)
        {
            _moved.Add(seedsOfStates[i], _graph.StepState(i, seedsOfStates[i].Type.Shape));
        }

        foreach (var (leaf, sequence) in seedsOfOutputs)
        {
            _moved.Add(leaf, Sequence(sequence, leaf));
        }

        var (ofInputs, ofParameters) = (gradients.Take(Body.Inputs.Count).ToList(), gradients.Skip(Body.Inputs.Count + Body.States.Count).ToList());
        var wanted = Enumerable.Range(0, _scan.Inputs.Count).Where(position => reaching.Contains(_scan.Inputs[position])).ToList();
        var next = gradients.Skip(Body.Inputs.Count).Take(Body.States.Count).Select(Moved).ToList();
        var stacked = wanted.Where(position => position < ofInputs.Count && !ofInputs[position].IsZero).ToDictionary(position => position, position => Moved(ofInputs[position]));
        var sums = wanted.Where(position => position >= _operation.Values).ToDictionary(position => position, position => ofParameters[position - _operation.Values]);
        foreach (var sum in sums.Values)
        {
            Collect(sum);
        }

        if (_inputs.Count == 0)
        {
            // Nothing but states: the scan still has to know how many steps there are.
            Sequence(_scan.Inputs[0], _copies[Body.Inputs[0]]);
        }

        var states = seedsOfStates.Select(leaf => _moved[leaf]).ToList();
        var initial = states.Select((_, index) => outputs.FirstOrDefault(pair => pair.Output.Operation is ScanFinalOperation { State: var state } && state == index).Gradient as Node).ToList();
        var reverse = _outer.Scan(new ScanBody(_graph.Nodes, _inputs, states, next), _sequences, initial, !_operation.Reverse);

        foreach (var pair in stacked)
        {
            yield return (pair.Key, _outer.Stacked(reverse, pair.Value));
        }

        foreach (var position in wanted.Where(position => position >= ofInputs.Count && position < _operation.Values))
        {
            yield return (position, _outer.Final(reverse, _operation.Given[position - ofInputs.Count]));
        }

        foreach (var pair in sums.Where(pair => !pair.Value.IsZero))
        {
            yield return (pair.Key, Outside(pair.Value, reverse));
        }
    }

    private Node Sequence(Node sequence, Node leaf)
    {
        var input = _graph.StepInput(_sequences.Count, leaf.Type.Shape);
        _sequences.Add(sequence);
        _inputs.Add(input);
        return input;
    }

    /// <summary>A node of the derived graph in the derivative's own.</summary>
    private Node Moved(Node node)
    {
        if (!_moved.TryGetValue(node, out var moved))
        {
            _moved[node] = moved = _originals.TryGetValue(node, out var original) ? Sequence(_outer.Stacked(_scan, original), node) : _graph.Replay(node, [.. node.Inputs.Select(Moved)]);
        }

        return moved;
    }

    /// <summary>Whether the value is a sum over the batch, or made of one.</summary>
    private static bool IsSum(Node node) => !node.Type.Batched && node.Inputs.Any(input => input.Type.Batched || IsSum(input));

    /// <summary>Moves the operands of all sums over the batch.</summary>
    private void Collect(Node node)
    {
        if (!IsSum(node))
        {
            return;
        }

        foreach (var input in node.Inputs)
        {
            if (input.Type.Batched)
            {
                Moved(input);
            }
            else
            {
                Collect(input);
            }
        }
    }

    /// <summary>What is picked in all steps, one row after the other; numbers, which are one per row, as a list.</summary>
    private Node AllRows(Node stacked, int features) =>
        _outer.Reshape(stacked, features == 1 && stacked.Type.Shape.Rank == 2 ? new Shape((int)stacked.Type.Shape.Count) : new Shape((int)(stacked.Type.Shape.Count / features), features));

    /// <summary>A sum over the batch, and what is made of it, over all steps at once.</summary>
    private Node Outside(Node node, Node reverse)
    {
        var inputs = node.Inputs.Select(input => input.Type.Batched ? _outer.Stacked(reverse, Moved(input)) : Outside(input, reverse)).ToArray();
        return node.Operation switch
        {
            ParameterOperation parameter => _outer.Parameter(parameter.Index, node.Type.Shape, node.Origin),
            ScatterAddOperation => _outer.Replay(node, [AllRows(inputs[0], inputs[0].Type.Last), AllRows(inputs[1], 1)]),
            SumBatchOperation => _outer.SumBatch(_outer.Reshape(_outer.Reduce(Reduction.Sum, inputs[0], 0), node.Type.Shape)),
            _ => _outer.Replay(node, inputs),
        };
    }
}
