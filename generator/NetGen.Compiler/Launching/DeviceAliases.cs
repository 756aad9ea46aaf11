using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Launching;

/// <summary>
/// Values that are other memory under another name: given ones are the user's memory, staged parameters the parameters, values of another
/// shape the values before, and predictions the results.
/// </summary>
internal sealed class DeviceAliases
{
    private readonly Dictionary<Node, Node> _roots = [];
    private readonly Dictionary<Node, DevicePlace> _places = [];
    private readonly HashSet<Kernel> _needless = [];

    public DeviceAliases(IEnumerable<Kernel> kernels, DeviceLayout layout)
    {
        var copies = new List<UnpackKernel>();
        foreach (var kernel in kernels)
        {
            switch (kernel)
            {
                case PackKernel pack:
                    _places[pack.Target] = layout.PlaceOf(Given(pack.Target));
                    _needless.Add(kernel);
                    break;
                case StageKernel stage:
                    _places[stage.Target] = new DevicePlace(DeviceSpace.Parameters, layout.ParameterOffsets[stage.Parameter]);
                    _needless.Add(kernel);
                    break;
                case RelayoutKernel relayout:
                    _roots[relayout.Target] = Root(relayout.Source);
                    _needless.Add(kernel);
                    break;
                case UnpackKernel unpack:
                    copies.Add(unpack);
                    break;
                default:
                    break;
            }
        }

        // The first result that a computed value is asked for as is its memory; given values and second names are copied.
        foreach (var unpack in copies.Where(unpack => unpack.Source.Type.Batched && !_places.ContainsKey(Root(unpack.Source))))
        {
            _places[Root(unpack.Source)] = PlaceOf(layout, unpack);
            _needless.Add(unpack);
        }
    }

    /// <summary>Nodes that have another's memory or a place of their own.</summary>
    public IEnumerable<Node> Names => _roots.Keys.Concat(_places.Keys);

    /// <summary>True for kernels that have nothing left to do.</summary>
    public bool IsNeedless(Kernel kernel) => _needless.Contains(kernel);

    /// <summary>The node whose memory it is.</summary>
    public Node Root(Node node) => _roots.TryGetValue(node, out var root) ? root : node;

    /// <summary>The place of a root outside the arena, or null.</summary>
    public DevicePlace? PlaceOf(Node root) => _places.TryGetValue(root, out var place) ? place : null;

    /// <summary>Where a result is wanted.</summary>
    public static DevicePlace PlaceOf(DeviceLayout layout, UnpackKernel unpack) =>
        new(DeviceSpace.Results, unpack.Role == OutputRole.Prediction ? layout.Predictions[unpack.Index] : layout.InputGradients[unpack.Index]);

    private static Operation Given(Node node) => node.Operation is ReshapeOperation ? Given(node.Inputs[0]) : node.Operation;
}
