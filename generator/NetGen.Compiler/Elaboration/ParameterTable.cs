using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Elaboration;

/// <summary>
/// The trainable tensors by name. A field that is called twice finds its own again: that is how weights are shared. The file has them in the order of the
/// declaration, whatever the order of the calls; that order is known when the declaration was run once.
/// </summary>
internal sealed class ParameterTable(IReadOnlyList<NamedParameter>? order)
{
    private readonly Dictionary<string, (int Index, NamedParameter Parameter, EquatableArray<int> Path)> _known = new(StringComparer.Ordinal);

    private readonly Dictionary<string, int>? _order = order?.Select((parameter, index) => (parameter.Name, index)).ToDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);

    public Node Get(GraphBuilder graph, NamedParameter parameter, EquatableArray<int> path)
    {
        if (!_known.TryGetValue(parameter.Name, out var known))
        {
            Declare(parameter, path);
            known = _known[parameter.Name];
        }
        else if (known.Parameter.Spec.Shape != parameter.Spec.Shape)
        {
            throw new StepRefused(Inv($"'{parameter.Name}' is shared by two calls and has the shape {known.Parameter.Spec.Shape} in the first, but would need {parameter.Spec.Shape} here: inputs of both calls need the same features"));
        }

        return graph.Parameter(known.Index, parameter.Spec.KernelShape, parameter.Name);
    }

    /// <summary>Takes in a parameter that nothing reads.</summary>
    public void Declare(NamedParameter parameter, EquatableArray<int> path) =>
        _known.Add(parameter.Name, (_order is null ? _known.Count : _order[parameter.Name], parameter, path));

    public bool Contains(string name) => _known.ContainsKey(name);

    /// <summary>All of them in the order of the declaration.</summary>
    public IReadOnlyList<NamedParameter> InFileOrder() =>
        [.. _known.Values.OrderBy(known => known.Path, PathOrder.Instance).Select(known => known.Parameter)];

    private sealed class PathOrder : IComparer<EquatableArray<int>>
    {
        public static PathOrder Instance { get; } = new();

        public int Compare(EquatableArray<int> x, EquatableArray<int> y)
        {
            for (var i = 0; i < Math.Min(x.Count, y.Count); i++)
            {
                if (x[i] != y[i])
                {
                    return x[i].CompareTo(y[i]);
                }
            }

            return x.Count.CompareTo(y.Count);
        }
    }
}
