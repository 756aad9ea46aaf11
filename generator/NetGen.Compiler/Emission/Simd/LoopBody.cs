using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>The loops of a <see cref="LoopKernel"/>.</summary>
internal sealed class LoopBody(SimdContext context, LoopKernel kernel, IReadOnlyDictionary<Node, string> names)
{
    private readonly IReadOnlyList<LoopAxis> _axes = LoopAxes.Of(
        kernel.Space.Shape, [.. kernel.Operands.Select(operand => operand.Type.Shape), kernel.Target.Type.Shape], kernel.Reduction is null ? -1 : kernel.Axis);

    private readonly IReadOnlyList<string> _indices = ["i", "j", "k", "l", "m", "n", "o", "p"];

    private int Features => kernel.Space.Last;

    /// <summary>The features, up to whole 64 bytes: products read that much of a row.</summary>
    private int Padded => (Features + context.Target.Half - 1) / context.Target.Half * context.Target.Half;

    private bool IsPadded => Padded != Features;

    private bool ReducesLast => kernel.Reduction is not null && kernel.Axis >= 0 && kernel.Axis == kernel.Space.Shape.Rank - 1;

    private string V => context.V;

    private string Identity => kernel.Reduction == Reduction.Max ? $"{V}.Create({context.T}.NegativeInfinity)" : $"{context.Target.Vector}.Zero";

    public void Write(SourceWriter writer)
    {
        var open = 0;
        if (kernel.Space.Batched && !kernel.SumsOverBatch)
        {
            writer.Open("for (nint sample = 0; sample < samples; sample++)");
            open++;
        }

        for (var axis = 0; axis < _axes.Count && !kernel.SumsOverBatch; axis++)
        {
            if (!_axes[axis].IsReduced)
            {
                writer.Open(Inv($"for (nint {_indices[axis]} = 0; {_indices[axis]} < {_axes[axis].Extent}; {_indices[axis]}++)"));
                open++;
            }
        }

        WriteRow(writer);
        for (; open > 0; open--)
        {
            writer.Close();
        }
    }

    private void WriteRow(SourceWriter writer)
    {
        WriteReference(writer, kernel.Target, kernel.Target.Type, kernel.Operands.Count, names[kernel.Target] + "Row");
        if (ReducesLast)
        {
            writer.Line($"var result = {Identity};");
        }

        using (writer.Block(Inv($"for (nint f = 0; f < {Padded}; f += {context.Lanes})")))
        {
            if (IsPadded)
            {
                writer.Line(Inv($"var valid = {V}.LessThan({context.Target.Vector}.Indices + {V}.Create(({context.T})f), {V}.Create({context.Literal(Features)}));"));
            }

            if (kernel.Reduction is null)
            {
                WriteStore(writer, Masked(WriteValue(writer), $"{context.Target.Vector}.Zero"));
            }
            else if (ReducesLast)
            {
                WriteCombination(writer, Masked(WriteValue(writer), Identity));
            }
            else
            {
                WriteInnerReduction(writer);
            }
        }

        if (ReducesLast)
        {
            WriteTotal(writer);
        }
    }

    private void WriteInnerReduction(SourceWriter writer)
    {
        var axis = _axes.ToList().FindIndex(candidate => candidate.IsReduced);
        writer.Line($"var result = {Identity};");
        using (writer.Block(kernel.SumsOverBatch ? "for (nint sample = 0; sample < samples; sample++)" : Inv($"for (nint {_indices[axis]} = 0; {_indices[axis]} < {_axes[axis].Extent}; {_indices[axis]}++)")))
        {
            WriteCombination(writer, WriteValue(writer));
        }

        writer.Line();
        WriteStore(writer, Masked("result", $"{context.Target.Vector}.Zero"));
    }

    private void WriteCombination(SourceWriter writer, string value) =>
        writer.Line(kernel.Reduction == Reduction.Sum ? $"result += {value};" : $"result = {V}.MaxNative(result, {value});");

    private void WriteTotal(SourceWriter writer)
    {
        var method = Horizontal.Method(context, kernel.Reduction!.Value, context.Lanes);
        writer.Line();
        writer.Line($"var total = {method}(result).ToScalar();");
        if (Placement.Of(kernel.Target) == Place.RowScalars)
        {
            writer.Line($"{names[kernel.Target]}Row = total;");
            return;
        }

        writer.Line($"{V}.CreateScalar(total).StoreUnsafe(ref {names[kernel.Target]}Row);");
        for (var lane = context.Lanes; lane < context.Target.Half; lane += context.Lanes)
        {
            writer.Line(Inv($"{context.Target.Vector}.Zero.StoreUnsafe(ref {names[kernel.Target]}Row, {lane});"));
        }
    }

    private string Masked(string value, string otherwise) => IsPadded ? $"{V}.ConditionalSelect(valid, {value}, {otherwise})" : value;

    private void WriteStore(SourceWriter writer, string value)
    {
        var row = names[kernel.Target] + "Row";
        writer.Line(Placement.Of(kernel.Target) == Place.RowScalars
            ? $"if (f == 0)\n{{\n    {row} = {value}.ToScalar();\n}}"
            : $"{V}.StoreUnsafe({value}, ref {row}, (nuint)({At(kernel.Target)}));");
    }

    /// <summary>Writes the loads and the statements, and returns the expression of the value.</summary>
    private string WriteValue(SourceWriter writer)
    {
        var loads = kernel.Operands.Select((_, index) => Inv($"x{index}")).ToList();
        for (var index = 0; index < loads.Count; index++)
        {
            writer.Line($"var {loads[index]} = {Load(writer, kernel.Operands[index], index)};");
        }

        var code = context.Functions.Write([kernel.Value], loads, "t");
        foreach (var statement in code.Statements)
        {
            writer.Line(statement);
        }

        return code.Results[0];
    }

    private string Load(SourceWriter writer, LoopOperand operand, int index)
    {
        var (node, place) = (operand.Node, Placement.Of(operand.Node));
        if (place == Place.Iota)
        {
            return operand.Type.Last == 1 ? $"{context.Target.Vector}.Zero" : $"{context.Target.Vector}.Indices + {V}.Create(({context.T})f)";
        }

        if (place is Place.Parameter or Place.Constant)
        {
            return operand.Type.Last == 1 ? $"{V}.Create({names[node]})" : context.Load(names[node], "f");
        }

        var row = Inv($"{names[node]}Row{index}");
        WriteReference(writer, node, operand.Type, index, row);
        return place == Place.Labels ? $"{V}.Create(({context.T}){row})"
            : operand.Type.Last == 1 || place is Place.RowScalars or Place.RowWeights ? $"{V}.Create({row})"
            : context.Load(row, At(node));
    }

    /// <summary>A reference to the row of a value at the indices of the loops.</summary>
    private void WriteReference(SourceWriter writer, Node node, TensorType type, int value, string name)
    {
        var (place, terms) = (Placement.Of(node), new List<string>());
        if (type.Batched)
        {
            terms.Add(type.Rows == 1 ? "sample" : Inv($"(sample * {type.Rows})"));
        }

        for (var axis = 0; axis < _axes.Count; axis++)
        {
            var index = kernel.SumsOverBatch ? "task" : _indices[axis];
            if (_axes[axis].Steps[value] is not 0 and var step)
            {
                terms.Add(step == 1 ? index : Inv($"({index} * {step})"));
            }
        }

        var row = terms.Count == 0 ? "" : string.Join(" + ", terms);
        var isNumber = place is Place.RowScalars or Place.RowWeights or Place.Labels;
        var at = isNumber ? row : terms.Count > 1 ? Inv($"({row}) * {context.Width}") : Inv($"{row} * {context.Width}");
        var declared = place == Place.Labels ? "int" : context.T;
        writer.Line(terms.Count == 0 ? $"ref {declared} {name} = ref {names[node]};" : $"ref {declared} {name} = ref Unsafe.Add(ref {names[node]}, {at});");
    }

    /// <summary>Where the vector at <c>f</c> lies, from the row's place in the first panel on.</summary>
    private string At(Node node)
    {
        if (node.Type.Last <= context.Width)
        {
            return "f";
        }

        var panel = !node.Type.Batched ? Inv($"{node.Type.Rows * context.Width}") : node.Type.Rows == 1 ? "stride" : Inv($"stride * {node.Type.Rows}");
        return Inv($"((f >> {Math.Log(context.Width, 2)}) * {panel}) + (f & {context.Width - 1})");
    }
}
