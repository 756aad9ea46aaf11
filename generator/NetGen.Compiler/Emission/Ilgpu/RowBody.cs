using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>The loop over a block's rows with its sweeps; a row is shared by one thread or by several, which then meet in shared memory.</summary>
/// <param name="context">What all printers share.</param>
/// <param name="kernel">What to print.</param>
/// <param name="lanes">Threads per row, a power of two.</param>
internal sealed class RowBody(GpuContext context, RowKernel kernel, int lanes)
{
    private readonly HashSet<Node> _stored = [.. kernel.Writes];
    private readonly Dictionary<Node, Expr> _recomputed = kernel.Sweeps.SelectMany(sweep => sweep.Locals).ToDictionary(local => local.Node, local => local.Value);
    private readonly Dictionary<Node, Expr> _storedNow = [];
    private readonly Dictionary<Node, string> _perRow = [];
    private int _temporaries;

    /// <summary>Whether threads exchange sums in shared memory.</summary>
    public bool NeedsScratch => lanes > 1 && kernel.Sweeps.Any(sweep => sweep.Reductions.Count > 0);

    private string T => context.T;

    /// <summary>True for values that the kernel makes for itself alone.</summary>
    public bool IsOwnUnstored(Node node) => !_stored.Contains(node) && IsOwn(node);

    public void Write(SourceWriter writer, IReadOnlyDictionary<Node, string> names)
    {
        if (lanes == 1)
        {
            using (writer.Block(KernelTexts.Loop("rows", "row")))
            {
                WriteRow(writer, names);
            }

            return;
        }

        writer.Line(Inv($"// {lanes} threads share a row; all of a block go through the loop equally often."));
        writer.Line($"int lane = {KernelTexts.Remainder("Group.IdxX", lanes)};");
        using (writer.Block($"for (int first = 0; first < rows; first += {KernelTexts.Quotient("Group.DimX", lanes)})"))
        {
            writer.Line($"int row = first + ({KernelTexts.Quotient("Group.IdxX", lanes)});");
            writer.Line(Inv($"int features = row < rows ? {kernel.Features} : 0;"));
            writer.Line("row = row < rows ? row : 0;");
            WriteRow(writer, names);
        }
    }

    private void WriteRow(SourceWriter writer, IReadOnlyDictionary<Node, string> names)
    {
        var reader = new RowReader(context, names);
        foreach (var operand in kernel.Operands.Where(operand => Placement.Of(operand) is Place.RowScalars or Place.RowWeights or Place.Labels && !IsOwn(operand)))
        {
            var name = names[operand] + "OfRow";
            writer.Line($"{T} {name} = {reader.Read(operand, "", "row", "")};");
            _perRow[operand] = name;
        }

        foreach (var sweep in kernel.Sweeps)
        {
            foreach (var scalar in sweep.Scalars)
            {
                var name = NameOf(scalar.Node, "value");
                writer.Line($"{T} {name} = {WriteExpressions(writer, [scalar.Value], names)[0]};");
                Keep(writer, scalar.Node, name, scalar.Kept, names);
            }

            WriteSweep(writer, sweep, names);
        }
    }

    private void WriteSweep(SourceWriter writer, Sweep sweep, IReadOnlyDictionary<Node, string> names)
    {
        if (sweep.Stores.Count + sweep.Reductions.Count == 0)
        {
            return;
        }

        var totals = sweep.Reductions.Select(reduction => NameOf(reduction.Node, reduction.Kind == Reduction.Sum ? "sum" : "max")).ToList();
        foreach (var (reduction, total) in sweep.Reductions.Zip(totals, (reduction, total) => (reduction, total)))
        {
            writer.Line($"{T} {total} = {(reduction.Kind == Reduction.Sum ? context.Literal(0) : T + ".NegativeInfinity")};");
            _perRow.Remove(reduction.Node);
        }

        using (writer.Block(lanes == 1 ? Inv($"for (int f = 0; f < {kernel.Features}; f++)") : Inv($"for (int f = lane; f < features; f += {lanes})")))
        {
            WriteFeature(writer, sweep, totals, names);
        }

        foreach (var (reduction, total) in sweep.Reductions.Zip(totals, (reduction, total) => (reduction, total)))
        {
            if (lanes > 1)
            {
                writer.Line($"{total} = {BlockReduction.Lanes(context, reduction.Kind, lanes)}(scratch, {total});");
            }

            _perRow[reduction.Node] = total;
            Keep(writer, reduction.Node, total, reduction.Kept, names);
        }
    }

    private void WriteFeature(SourceWriter writer, Sweep sweep, IReadOnlyList<string> totals, IReadOnlyDictionary<Node, string> names)
    {
        foreach (var store in sweep.Stores)
        {
            _storedNow[store.Node] = store.Value;
        }

        var roots = sweep.Stores.Select(store => store.Value).Concat(sweep.Reductions.Select(reduction => reduction.Value)).ToList();
        var results = WriteExpressions(writer, roots, names);
        _storedNow.Clear();
        var position = 0;
        foreach (var store in sweep.Stores)
        {
            writer.Line($"{names[store.Node]}[{Element}] = {results[position++]};");
        }

        foreach (var (reduction, total) in sweep.Reductions.Zip(totals, (reduction, total) => (reduction, total)))
        {
            writer.Line(BlockReduction.Step(reduction.Kind, total, results[position++], Inv($"s{_temporaries++}")));
        }
    }

    private string Element => KernelTexts.Sum(KernelTexts.Times("row", kernel.Features), "f");

    private bool IsOwn(Node node) => kernel.Sweeps.Any(sweep => sweep.Produces.Contains(node));

    private void Keep(SourceWriter writer, Node node, string name, bool kept, IReadOnlyDictionary<Node, string> names)
    {
        if (!kept)
        {
            return;
        }

        var store = $"{names[node]}[row] = {name};";
        writer.Line(lanes == 1 ? store : $"if (lane == 0 && features > 0)\n{{\n    {store}\n}}\n");
    }

    /// <summary>Writes the statements that compute the roots and returns the expressions of their results.</summary>
    private IReadOnlyList<string> WriteExpressions(SourceWriter writer, IReadOnlyList<Expr> roots, IReadOnlyDictionary<Node, string> names)
    {
        var expanded = roots.Select(Expand).ToList();
        var variables = kernel.Operands.Select(_ => "").ToArray();
        var reader = new RowReader(context, names);
        foreach (var index in expanded.SelectMany(root => root.Variables()).Distinct().OrderBy(index => index))
        {
            var operand = kernel.Operands[index];
            if (_perRow.TryGetValue(operand, out var perRow))
            {
                variables[index] = perRow;
                continue;
            }

            variables[index] = Inv($"v{_temporaries++}");
            writer.Line($"{T} {variables[index]} = {reader.Read(operand, Element, "row", "f")};");
        }

        return context.Write(writer, expanded, variables, Inv($"t{_temporaries++}_"));
    }

    /// <summary>Puts values that are neither in registers nor in memory yet back in as expressions.</summary>
    private Expr Expand(Expr root)
    {
        if (!root.Variables().Any(index => Again(kernel.Operands[index]) is not null))
        {
            return root;
        }

        var bindings = root.Variables().ToDictionary(index => index, index => Again(kernel.Operands[index]) is { } value ? Expand(value) : Scalar.Variable(index));
        return Simplifier.Simplify(root.Substitute(bindings));
    }

    private Expr? Again(Node operand) =>
        !_perRow.ContainsKey(operand) && (_storedNow.TryGetValue(operand, out var value) || _recomputed.TryGetValue(operand, out value)) ? value : null;

    private string NameOf(Node node, string prefix)
    {
        var name = Inv($"{prefix}{_temporaries++}");
        _perRow[node] = name;
        return name;
    }
}
