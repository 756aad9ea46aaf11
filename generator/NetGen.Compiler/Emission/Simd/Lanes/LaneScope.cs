using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>The loops that are open, and where each operand stands in them.</summary>
internal sealed class LaneScope
{
    private static readonly string[] Indices = ["i", "j", "k", "l", "m", "n", "o", "p", "q", "r"];

    private readonly SimdContext _context;
    private readonly SourceWriter _writer;
    private readonly Shape _space;
    private readonly IReadOnlyList<LaneOperand> _operands;
    private readonly List<string> _references;
    private readonly List<LaneLevel> _levels = [];
    private readonly Dictionary<int, string> _fixed = [];
    private int _open;

    /// <param name="context">The target.</param>
    /// <param name="writer">Gets the code.</param>
    /// <param name="space">What is walked over.</param>
    /// <param name="operands">What is read.</param>
    /// <param name="names">The first element of each memory.</param>
    public LaneScope(SimdContext context, SourceWriter writer, Shape space, IReadOnlyList<LaneOperand> operands, IReadOnlyDictionary<Node, string> names)
    {
        (_context, _writer, _space, _operands) = (context, writer, space, operands);
        _references = operands.Select(operand => names.TryGetValue(operand.Memory, out var name) ? name : "").ToList();
        for (var index = 0; index < operands.Count; index++)
        {
            if (operands[index].Node.Lanes is { Offset: > 0 } lanes)
            {
                Declare(index, Inv($"{lanes.Offset * context.Target.Half}"), Inv($"x{index}At"));
            }
        }
    }

    public string TargetName { get; private set; } = "";

    public string Lane => _context.Lanes == _context.Target.Half ? "0" : "(nuint)lane";

    /// <summary>How many blocks are open.</summary>
    public int Depth => _open;

    /// <summary>What is written moves through the loops as the last of the walks.</summary>
    public void Target(string name, int offset)
    {
        TargetName = name;
        if (offset > 0)
        {
            _writer.Line(Inv($"ref {_context.T} target = ref Unsafe.Add(ref {name}, {offset * _context.Target.Half});"));
            TargetName = "target";
        }
    }

    public void Open(LaneLevel level)
    {
        var index = Indices[_levels.Count];
        _levels.Add(level);
        _writer.Open(Inv($"for (nint {index} = 0; {index} < {level.Extent}; {index}++)"));
        _open++;
        for (var operand = 0; operand < _operands.Count; operand++)
        {
            if (level.Strides[operand] != 0)
            {
                Declare(operand, Times(index, level.Strides[operand] * LaneReader.Unit(_context, _operands[operand])), Inv($"x{operand}{index.ToUpperInvariant()}"));
            }
        }

        if (TargetName.Length > 0 && level.Strides.Count > _operands.Count && level.Strides[_operands.Count] is not 0 and var stride)
        {
            var name = "target" + index.ToUpperInvariant();
            _writer.Line($"ref {_context.T} {name} = {LaneReader.Moved(TargetName, Times(index, stride * _context.Target.Half))};");
            TargetName = name;
        }
    }

    /// <summary>Moves every operand to one feature and, where rows are told apart, to one row, instead of walking over them.</summary>
    /// <param name="levels">All levels of the nest.</param>
    /// <param name="feature">The index along the last axis.</param>
    /// <param name="row">The index over all axes before it; empty where these are walked over.</param>
    public void Fix(IReadOnlyList<LaneLevel> levels, string feature, string row)
    {
        var last = _space.Rank - 1;
        _fixed[last] = feature;
        for (var axis = last - 1; axis >= 0 && row.Length > 0; axis--)
        {
            _fixed[axis] = Inv($"{row} / {RowsBehind(axis)} % {_space[axis]}");
        }

        for (var operand = 0; operand < _operands.Count; operand++)
        {
            var terms = new List<string>();
            foreach (var level in levels.Where(level => level.Strides[operand] != 0 && (level.Axis == last || row.Length > 0)))
            {
                var index = level.Axis == last ? feature : row;
                var inner = level.Axis == last ? level.Inner : level.Inner * RowsBehind(level.Axis);
                var part = (inner == 1 ? index : Inv($"{index} / {inner}")) + (level.Axis == last && level.Extent * level.Inner == _space[last] ? "" : Inv($" % {level.Extent}"));
                terms.Add(Inv($"(({part}) * {level.Strides[operand] * LaneReader.Unit(_context, _operands[operand])})"));
            }

            if (terms.Count > 0)
            {
                Declare(operand, string.Join(" + ", terms), Inv($"x{operand}Task"));
            }
        }
    }

    /// <summary>Where a vector is shorter than what lies side by side, several of them.</summary>
    public void OpenLanes()
    {
        if (_context.Lanes < _context.Target.Half)
        {
            _writer.Open(Inv($"for (nint lane = 0; lane < {_context.Target.Half}; lane += {_context.Lanes})"));
            _open++;
        }
    }

    public void Close(int depth)
    {
        for (; _open > depth; _open--)
        {
            _writer.Close();
        }
    }

    /// <summary>Writes a value to where the target stands.</summary>
    public void Store(string value) => _writer.Line($"{_context.V}.StoreUnsafe({value}, ref {TargetName}{(Lane == "0" ? "" : ", " + Lane)});");

    public string LoadTarget() => _context.Target.Load(TargetName, Lane);

    /// <summary>Writes the loads and statements of an expression, and returns its value.</summary>
    /// <param name="value">The expression.</param>
    /// <param name="suffix">Behind the names of its locals.</param>
    /// <param name="moved">Elements by which every operand that has the last axis is moved along it.</param>
    public string Value(Expr value, string suffix, int moved = 0) => Values([value], suffix, moved)[0];

    /// <inheritdoc cref="Value"/>
    public IReadOnlyList<string> Values(IReadOnlyList<Expr> values, string suffix, int moved = 0)
    {
        var loads = new List<string>();
        for (var index = 0; index < _operands.Count; index++)
        {
            loads.Add(Inv($"v{index}{suffix}"));
            _writer.Line($"var {loads[index]} = {Load(index, moved)};");
        }

        var code = _context.Functions.Write(values, loads, "t" + suffix);
        foreach (var statement in code.Statements)
        {
            _writer.Line(statement);
        }

        return code.Results;
    }

    private string Load(int index, int moved)
    {
        var operand = _operands[index];
        if (operand.Memory.Operation is IotaOperation)
        {
            return operand.Shape.Last == 1 ? $"{_context.Target.Vector}.Zero" : $"{_context.V}.Create(({_context.T})({IndexOf(_space.Rank - 1)}{(moved == 0 ? "" : Inv($" + {moved}"))}))";
        }

        if (LaneReader.IsScattered(_context, operand))
        {
            return LaneReader.Load(_context, operand, $"Unsafe.Add(ref {_references[index]}, {Scattered(operand, moved)})");
        }

        var walk = LaneReader.Walk(_context, operand);
        var step = moved == 0 || operand.Shape.Last == 1 ? 0 : walk[walk.Count - 1][walk[walk.Count - 1].Count - 1].Stride * moved * LaneReader.Unit(_context, operand);
        return LaneReader.Load(_context, operand, step == 0 ? _references[index] : Inv($"Unsafe.Add(ref {_references[index]}, {step})"));
    }

    // Row times the width of a panel, and the panel of the feature.
    private string Scattered(LaneOperand operand, int moved)
    {
        var (row, rows) = ("0", 1);
        for (var axis = operand.Shape.Rank - 2; axis >= 0; axis--)
        {
            if (operand.Shape[axis] > 1)
            {
                row += Inv($" + ({IndexOf(axis + _space.Rank - operand.Shape.Rank)} * {rows})");
                rows *= operand.Shape[axis];
            }
        }

        var feature = IndexOf(_space.Rank - 1) + (moved == 0 ? "" : Inv($" + {moved}"));
        return Inv($"((({feature}) / {_context.Width} * {rows}) + {row}) * {_context.Width} + (({feature}) % {_context.Width})");
    }

    /// <summary>The index along an axis, put together from the loops that it is walked in.</summary>
    private string IndexOf(int axis)
    {
        if (_fixed.TryGetValue(axis, out var known))
        {
            return known;
        }

        var terms = _levels.Select((level, index) => (level, index)).Where(pair => pair.level.Axis == axis)
            .Select(pair => pair.level.Inner == 1 ? Indices[pair.index] : Inv($"({Indices[pair.index]} * {pair.level.Inner})")).ToList();
        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }

    private int RowsBehind(int axis) => Enumerable.Range(axis + 1, _space.Rank - axis - 2).Aggregate(1, (product, inner) => product * _space[inner]);

    private void Declare(int operand, string distance, string name)
    {
        _writer.Line($"ref {_context.T} {name} = {LaneReader.Moved(_references[operand], distance)};");
        _references[operand] = name;
    }

    private static string Times(string index, int stride) => stride == 1 ? index : Inv($"{index} * {stride}");
}
