using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>The body of the loop over rows: the sweeps, one after the other.</summary>
internal sealed class RowBody
{
    private readonly SimdContext _context;
    private readonly RowKernel _kernel;
    private readonly Dictionary<Node, Expr> _recomputed = [];
    private readonly HashSet<Node> _stored;
    private readonly RowLanes _lanes;
    private readonly bool _writesMemory;
    private readonly bool _single;
    private readonly int _tail;
    private readonly Dictionary<Node, Expr> _storedNow = [];
    private readonly Dictionary<Node, string> _perRow = [];
    private readonly Dictionary<Node, string> _held = [];
    private int _temporaries;
    private bool _hasPosition;

    /// <param name="context">The target.</param>
    /// <param name="kernel">What to print.</param>
    /// <param name="lanes">How rows lie in vectors.</param>
    /// <param name="writesMemory">False to leave results in registers, where <see cref="Held"/> names them.</param>
    public RowBody(SimdContext context, RowKernel kernel, RowLanes lanes, bool writesMemory = true)
    {
        (_context, _kernel, _lanes, _writesMemory) = (context, kernel, lanes, writesMemory);
        _single = kernel.Features <= context.Lanes;
        _tail = kernel.Features % (context.Lanes / lanes.PerVector);
        _stored = [.. kernel.Writes];
        foreach (var local in kernel.Sweeps.SelectMany(sweep => sweep.Locals))
        {
            _recomputed.Add(local.Node, local.Value);
        }
    }

    /// <summary>True for values that the kernel makes for itself alone.</summary>
    public bool IsOwnUnstored(Node node) => !_stored.Contains(node)
        && _kernel.Sweeps.Any(sweep => sweep.Produces.Contains(node));

    /// <summary>The features, up to whole 64 bytes.</summary>
    private int Padded => (_kernel.Features + _context.Target.Half - 1) / _context.Target.Half * _context.Target.Half;

    private string V => _context.V;

    private string T => _context.T;

    /// <summary>Tells that a value is in a register.</summary>
    public void Hold(Node node, string name) => _held[node] = name;

    /// <summary>The register that holds a result, in a row of one vector.</summary>
    public string Held(Node node) => _held[node];

    public void WriteSetup(SourceWriter writer)
    {
        if (_tail != 0)
        {
            writer.Line($"// Lanes of the last vector that belong to the row.");
            writer.Line(Inv($"var valid = {V}.LessThan({_lanes.Iota}, {V}.Create({_context.Literal(_tail)}));"));
        }

        foreach (var constant in _kernel.Operands.Where(operand => Placement.Of(operand) == Place.Constant))
        {
            writer.Line(_context.Constant(constant, ConstantName(constant)));
        }
    }

    public void Write(SourceWriter writer, IReadOnlyDictionary<Node, string> names)
    {
        foreach (var operand in _kernel.Operands.Where(operand => Placement.Of(operand) is Place.RowScalars or Place.RowWeights or Place.Labels && !IsOwn(operand)))
        {
            var name = names[operand] + "OfRow";
            writer.Line($"var {name} = {(Placement.Of(operand) == Place.Labels ? _lanes.LoadLabels(names[operand]) : _lanes.LoadPerRow(names[operand]))};");
            _perRow[operand] = name;
        }

        foreach (var sweep in _kernel.Sweeps)
        {
            WriteScalars(writer, sweep, names);
            WriteSweep(writer, sweep, names);
        }
    }

    private bool IsOwn(Node node) => _kernel.Sweeps.Any(sweep => sweep.Produces.Contains(node));

    private void WriteScalars(SourceWriter writer, Sweep sweep, IReadOnlyDictionary<Node, string> names)
    {
        foreach (var scalar in sweep.Scalars)
        {
            var name = NameOf(scalar.Node, "value");
            var result = WriteExpressions(writer, [scalar.Value], null, names)[0];
            writer.Line($"var {name} = {result};");
            Keep(writer, scalar.Node, name, scalar.Kept, names);
        }
    }

    private void WriteSweep(SourceWriter writer, Sweep sweep, IReadOnlyDictionary<Node, string> names)
    {
        if (sweep.Stores.Count + sweep.Reductions.Count + (_single ? sweep.Locals.Count : 0) == 0)
        {
            return;
        }

        if (_single)
        {
            WriteVector(writer, sweep, names, "", true);
            return;
        }

        foreach (var reduction in sweep.Reductions)
        {
            writer.Line($"var {Accumulator(reduction)} = {Identity(reduction)};");
        }

        var last = (_kernel.Features - 1) / _context.Lanes * _context.Lanes;
        var whole = _tail != 0 || Padded > _kernel.Features ? last : _kernel.Features;
        using (writer.Block(Inv($"for (nint f = 0; f < {whole}; f += {_context.Lanes})")))
        {
            WriteVector(writer, sweep, names, "f", false);
        }

        if (whole < _kernel.Features)
        {
            writer.Line("// The last vector, which may be filled in part.");
            using (writer.Block(""))
            {
                if (NeedsFeature(sweep))
                {
                    writer.Line(Inv($"const int f = {whole};"));
                }

                WriteVector(writer, sweep, names, "f", true);
            }
        }

        foreach (var reduction in sweep.Reductions)
        {
            WriteHorizontal(writer, reduction, Accumulator(reduction), names);
        }
    }

    private void WriteVector(SourceWriter writer, Sweep sweep, IReadOnlyDictionary<Node, string> names, string feature, bool isLast)
    {
        var partial = isLast && _tail != 0;
        var width = _context.Width;
        if (_writesMemory && NeedsPosition(sweep) && !_hasPosition)
        {
            _hasPosition = _single;
            writer.Line(feature.Length == 0
                ? Inv($"nint at = row * {width};")
                : Inv($"nint at = (({feature} >> {Math.Log(width, 2)}) * stride) + (row * {width}) + ({feature} & {width - 1});"));
        }

        var locals = _single ? sweep.Locals : [];
        var roots = locals.Concat(sweep.Stores).Select(store => store.Value).Concat(sweep.Reductions.Select(reduction => reduction.Value)).ToList();
        foreach (var store in sweep.Stores)
        {
            _storedNow[store.Node] = store.Value;
        }

        var results = WriteExpressions(writer, roots, feature, names);
        _storedNow.Clear();
        var position = 0;
        foreach (var store in locals.Concat(sweep.Stores))
        {
            var result = results[position++];
            if (_single)
            {
                var held = NameOf(store.Node, "vector");
                writer.Line($"var {held} = {result};");
                _held[store.Node] = result = held;
            }

            if (_stored.Contains(store.Node) && _writesMemory)
            {
                var stored = partial ? $"{V}.ConditionalSelect(valid, {result}, {V}<{T}>.Zero)" : result;
                writer.Line(_lanes.Store(stored, names[store.Node]));
                if (isLast && _lanes.PerVector == 1)
                {
                    WritePadding(writer, names[store.Node]);
                }
            }
        }

        foreach (var reduction in sweep.Reductions)
        {
            var value = partial ? $"{V}.ConditionalSelect(valid, {results[position++]}, {Identity(reduction)})" : results[position++];
            if (_single)
            {
                WriteHorizontal(writer, reduction, value, names);
            }
            else
            {
                var sum = Accumulator(reduction);
                writer.Line(reduction.Kind == Reduction.Sum ? $"{sum} += {value};" : $"{sum} = {V}.MaxNative({sum}, {value});");
            }
        }
    }

    /// <summary>Products read rows up to a multiple of 64 bytes: what the last vector leaves of that is zero.</summary>
    private void WritePadding(SourceWriter writer, string name)
    {
        var last = (_kernel.Features - 1) / _context.Lanes * _context.Lanes;
        for (var lane = _context.Lanes; last + lane < Padded; lane += _context.Lanes)
        {
            writer.Line(Inv($"{V}<{T}>.Zero.StoreUnsafe(ref {name}, (nuint)(at + {lane}));"));
        }
    }

    private void WriteHorizontal(SourceWriter writer, RowReduction reduction, string vector, IReadOnlyDictionary<Node, string> names)
    {
        var name = NameOf(reduction.Node, reduction.Kind == Reduction.Sum ? "sum" : "max");
        var method = Horizontal.Method(_context, reduction.Kind, _single ? _kernel.Features : _context.Lanes);
        writer.Line($"var {name} = {method}({vector});");
        Keep(writer, reduction.Node, name, reduction.Kept, names);
    }

    private void Keep(SourceWriter writer, Node node, string name, bool kept, IReadOnlyDictionary<Node, string> names)
    {
        if (kept)
        {
            writer.Line(_lanes.StorePerRow(name, names[node]));
        }
    }

    /// <summary>Writes the statements that compute the roots and returns the expressions of their results.</summary>
    private IReadOnlyList<string> WriteExpressions(SourceWriter writer, IReadOnlyList<Expr> roots, string? feature, IReadOnlyDictionary<Node, string> names)
    {
        var expanded = roots.Select(Expand).ToList();
        var variables = _kernel.Operands.Select(_ => "").ToArray();
        foreach (var index in expanded.SelectMany(root => root.Variables()).Distinct().OrderBy(index => index))
        {
            variables[index] = Read(writer, _kernel.Operands[index], feature, names);
        }

        var code = _context.Functions.Write(expanded, variables, Inv($"t{_temporaries++}_"));
        foreach (var statement in code.Statements)
        {
            writer.Line(statement);
        }

        return code.Results;
    }

    /// <summary>Puts values that are neither in registers nor in memory yet back in as expressions.</summary>
    private Expr Expand(Expr root)
    {
        var again = root.Variables().Where(index => Again(_kernel.Operands[index]) is not null).ToList();
        if (again.Count == 0)
        {
            return root;
        }

        var bindings = root.Variables().ToDictionary(index => index, index => Again(_kernel.Operands[index]) is { } value ? Expand(value) : Scalar.Variable(index));
        return Simplifier.Simplify(root.Substitute(bindings));
    }

    private Expr? Again(Node operand) =>
        !_held.ContainsKey(operand) && (_storedNow.TryGetValue(operand, out var value) || _recomputed.TryGetValue(operand, out value)) ? value : null;

    private string Read(SourceWriter writer, Node operand, string? feature, IReadOnlyDictionary<Node, string> names)
    {
        if (_perRow.TryGetValue(operand, out var perRow))
        {
            return perRow;
        }

        if (_held.TryGetValue(operand, out var held))
        {
            return held;
        }

        var at = string.IsNullOrEmpty(feature) ? "0" : feature!;
        var text = Placement.Of(operand) switch
        {
            Place.Panels => _lanes.Load(names[operand]),
            Place.Parameter or Place.Fixed => _lanes.LoadShared(names[operand], at),
            Place.Constant => _lanes.LoadShared(ConstantName(operand), at),
            Place.Iota => at == "0" ? _lanes.Iota : $"{_lanes.Iota} + {V}.Create(({T}){at})",
            _ => throw new InvalidOperationException($"{_kernel.Name} reads {operand.Operation.Name} before it is computed."),
        };
        var name = Inv($"v{_temporaries++}");
        writer.Line($"var {name} = {text};");
        if (_single)
        {
            _held[operand] = name;
        }

        return name;
    }

    /// <summary>Whether anything in a sweep depends on where along the row it is; nothing does in the sum of a number per row.</summary>
    private bool NeedsFeature(Sweep sweep) => (_writesMemory && NeedsPosition(sweep))
        || VectorsRead(sweep).Any(operand => Placement.Of(operand) is Place.Parameter or Place.Fixed or Place.Constant or Place.Iota);

    private bool NeedsPosition(Sweep sweep) => sweep.Stores.Count > 0 || VectorsRead(sweep).Any(operand => Placement.Of(operand) == Place.Panels);

    private IEnumerable<Node> VectorsRead(Sweep sweep) => sweep.Locals.Concat(sweep.Stores).Select(store => store.Value).Concat(sweep.Reductions.Select(reduction => reduction.Value))
        .SelectMany(root => Expand(root).Variables()).Select(index => _kernel.Operands[index]).Where(operand => !_held.ContainsKey(operand) && !_perRow.ContainsKey(operand));

    private string NameOf(Node node, string prefix)
    {
        var name = Inv($"{prefix}{_temporaries++}");
        if (Placement.IsPerRow(node))
        {
            _perRow[node] = name;
        }

        return name;
    }

    private string Accumulator(RowReduction reduction) =>
        Inv($"{(reduction.Kind == Reduction.Sum ? "partialSum" : "partialMax")}{_kernel.Sweeps.SelectMany(sweep => sweep.Reductions).ToList().IndexOf(reduction)}");

    private string Identity(RowReduction reduction) =>
        reduction.Kind == Reduction.Sum ? $"{V}<{T}>.Zero" : $"{V}.Create({T}.NegativeInfinity)";

    private string ConstantName(Node constant) =>
        Inv($"constant{_kernel.Operands.Where(operand => Placement.Of(operand) == Place.Constant).ToList().IndexOf(constant)}");
}
