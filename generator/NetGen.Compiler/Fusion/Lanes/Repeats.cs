using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Fusion.Lanes;

/// <summary>
/// A value over lanes that later phases read would have to be kept for the whole batch. If it is cheap to compute from what is kept anyway, each of these phases computes it again, for
/// one block of samples at a time: Chen et al. 2016, "Training deep nets with sublinear memory cost", with phases in place of segments. What stays is what convolutions
/// before batch norms make, and a gradient or two.
/// </summary>
internal sealed class Repeats
{
    /// <summary>Instructions per vector of one kernel, at most: about as long as the main memory takes to deliver a vector.</summary>
    private const int MostWork = 32;

    /// <summary>The same, with those for what is repeated before it.</summary>
    private const int MostWorkInARow = 96;

    private readonly IReadOnlyList<Phase> _phases;
    private readonly Dictionary<Node, (Kernel Kernel, int Phase)> _writers = [];
    private readonly Dictionary<Node, int> _last = [];
    private readonly Dictionary<Operation, (Kernel Kernel, int Phase)> _updates = [];
    private readonly HashSet<Node> _repeated = [];

    private Repeats(IReadOnlyList<Phase> phases)
    {
        _phases = phases;
        for (var phase = 0; phase < phases.Count; phase++)
        {
            foreach (var kernel in phases[phase].Kernels)
            {
                foreach (var node in kernel.Writes)
                {
                    _writers[node] = (kernel, phase);
                    if (WorkOf(kernel) <= MostWork)
                    {
                        _repeated.Add(node);
                    }
                }

                foreach (var node in kernel.Reads)
                {
                    _last[node] = phase;
                }

                if (kernel.ParameterUpdated is { } parameter)
                {
                    _updates[parameter] = (kernel, phase);
                }
            }
        }
    }

    public static IReadOnlyList<Phase> Of(IReadOnlyList<Phase> phases)
    {
        var repeats = new Repeats(phases);
        var demands = repeats.Decide();
        var late = repeats.LateUpdates(demands);
        return phases.Select((phase, index) => phase with { Kernels = [.. repeats.KernelsOf(index).Where(kernel => !late.ContainsKey(kernel)), .. late.Where(pair => pair.Value == index).Select(pair => pair.Key)] }).ToList();
    }

    /// <summary>Leaves out what some phase could not compute, until the rest can do without it. Returns the phases in which each value is computed again.</summary>
    private Dictionary<Node, HashSet<int>> Decide()
    {
        while (true)
        {
            var demands = Demands();
            var asked = demands.OrderBy(pair => pair.Key.Id).SelectMany(pair => pair.Value.Select(phase => (pair.Key, phase)));
            var refused = asked.FirstOrDefault(pair => !CanRepeat(pair.Key, pair.phase, AskedForBy(pair.Key, pair.phase, demands)));
            if (refused.Key is null)
            {
                return demands;
            }

            _repeated.Remove(AskedForBy(refused.Key, refused.phase, demands));
        }
    }

    /// <summary>The value itself if the phase reads it, or else what is repeated there and made of it.</summary>
    private Node AskedForBy(Node node, int phase, Dictionary<Node, HashSet<int>> demands) => _phases[phase].Kernels.Any(kernel => kernel.Reads.Contains(node)) ? node
        : AskedForBy(demands.First(pair => pair.Value.Contains(phase) && _writers[pair.Key].Kernel.Reads.Contains(node)).Key, phase, demands);

    /// <summary>The later phases in which each value is needed: by whom reads it, and by what is repeated there.</summary>
    private Dictionary<Node, HashSet<int>> Demands()
    {
        var demands = new Dictionary<Node, HashSet<int>>();
        void Demand(Node node, int phase)
        {
            if (!_repeated.Contains(node) || phase <= _writers[node].Phase)
            {
                return;
            }

            if (!demands.TryGetValue(node, out var phases))
            {
                demands[node] = phases = [];
            }

            if (phases.Add(phase))
            {
                foreach (var read in _writers[node].Kernel.Reads)
                {
                    Demand(read, phase);
                }
            }
        }

        for (var phase = 0; phase < _phases.Count; phase++)
        {
            foreach (var read in _phases[phase].Kernels.SelectMany(kernel => kernel.Reads))
            {
                Demand(read, phase);
            }
        }

        return demands;
    }

    /// <summary>Whether all that the value is made of is there: parameters as they were, and values that need not be kept longer, or little ones.</summary>
    private bool CanRepeat(Node node, int phase, Node asked)
    {
        var kernel = _writers[node].Kernel;
        var longer = kernel.Reads.Where(read => read.Type.Batched && !_repeated.Contains(read) && _last[read] < phase).Sum(read => read.Type.Shape.Count);
        return WorkInARow(node) <= MostWorkInARow && longer * 8 <= asked.Type.Shape.Count
            && kernel.ParametersRead.All(parameter => !_updates.TryGetValue(parameter, out var update) || update.Phase > phase || LaterPlace(update.Kernel, phase) is not null);
    }

    /// <summary>Where an update can wait for what is repeated in a phase: behind it, if what is handed over is only a vector.</summary>
    private int? LaterPlace(Kernel update, int phase)
    {
        var later = _phases.Select((candidate, index) => (candidate, index)).Skip(phase + 1).Where(pair => pair.candidate.IsFixed).Select(pair => (int?)pair.index).FirstOrDefault();
        return update is HandOverKernel ? later : null;
    }

    private Dictionary<Kernel, int> LateUpdates(Dictionary<Node, HashSet<int>> demands)
    {
        var late = new Dictionary<Kernel, int>();
        foreach (var pair in demands)
        {
            foreach (var update in _writers[pair.Key].Kernel.ParametersRead.Where(_updates.ContainsKey).Select(parameter => _updates[parameter]).Where(update => update.Phase <= pair.Value.Max()))
            {
                var place = LaterPlace(update.Kernel, pair.Value.Max())!.Value;
                late[update.Kernel] = late.TryGetValue(update.Kernel, out var other) ? Math.Max(other, place) : place;
            }
        }

        return late;
    }

    private List<Kernel> KernelsOf(int phase)
    {
        var (kernels, redirection) = (new List<Kernel>(), new Redirection());
        void Repeat(Node node)
        {
            if (!_repeated.Contains(node) || _writers[node].Phase == phase || redirection.Has(node))
            {
                return;
            }

            var kernel = _writers[node].Kernel;
            foreach (var read in kernel.Reads)
            {
                Repeat(read);
            }

            redirection.Double(node);
            kernels.Add(redirection.Of(kernel));
        }

        foreach (var kernel in _phases[phase].Kernels)
        {
            foreach (var read in kernel.Reads)
            {
                Repeat(read);
            }

            kernels.Add(redirection.Of(kernel));
        }

        return kernels;
    }

    private double WorkInARow(Node node)
    {
        var kernel = _writers[node].Kernel;
        return WorkOf(kernel) + kernel.Reads.Where(_repeated.Contains).Sum(read => WorkInARow(read) * read.Type.Shape.Count / node.Type.Shape.Count);
    }

    /// <summary>Instructions per vector of the result.</summary>
    private static double WorkOf(Kernel kernel) => kernel switch
    {
        LaneLoopKernel loops => loops.Loops.Sum(loop => (double)loop.Space.Count * (Cost.Of(loop.Value) + 1)) / loops.Target.Type.Shape.Count,
        LaneProductKernel { Stores.Count: 1, Product.Operation: ConvolveOperation convolve } product => (convolve.Window.Taps * product.Source.Type.Last) + Cost.Of(product.Stores[0].Value),
        ToLanesKernel => 1,
        _ => double.PositiveInfinity,
    };
}
