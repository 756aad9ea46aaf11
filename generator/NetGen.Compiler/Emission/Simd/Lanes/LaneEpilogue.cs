using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>What a product over lanes goes on with in registers, before it stores: how its tiles receive targets and operands, and what they do with a sum.</summary>
internal sealed class LaneEpilogue(SimdContext context, LaneProduct kernel, IReadOnlyDictionary<Node, string> names)
{
    private int Unit => context.Target.Half;

    /// <summary>The parameters of a tile.</summary>
    public IEnumerable<string> Parameters => kernel.Stores.Select((_, index) => Inv($"ref {context.T} target{index}"))
        .Concat(kernel.Operands.Select((_, index) => Inv($"ref {context.T} e{index}")));

    /// <summary>What a tile gets for them, at a position and an output of the result.</summary>
    public IEnumerable<string> Arguments(string y, string x, string output) =>
        kernel.Stores.Select(store => At(names[store.Node], store.Node.Lanes!.Offset, store.Node.Lanes.Axes, Unit, y, x, output))
            .Concat(kernel.Operands.Select(operand => At(names[operand.Memory], operand.Node.Lanes?.Offset ?? 0, LaneReader.Walk(context, operand), LaneReader.Unit(context, operand), y, x, output)));

    /// <summary>Writes what becomes of a sum, so far from where targets and operands begin.</summary>
    public void Write(SourceWriter writer, string sum, string suffix, int rows, int columns, int outputs)
    {
        var (values, at) = (new List<string> { sum }, 0);
        foreach (var operand in kernel.Operands)
        {
            var name = Inv($"v{at}At{suffix}");
            writer.Line($"var {name} = {Load(operand, Inv($"e{at}"), Distance(LaneReader.Walk(context, operand), rows, columns, outputs))};");
            values.Add(name);
            at++;
        }

        var code = context.Functions.Write(kernel.Stores.Select(store => store.Value).ToList(), values, "t" + suffix);
        foreach (var statement in code.Statements)
        {
            writer.Line(statement);
        }

        for (var index = 0; index < kernel.Stores.Count; index++)
        {
            var distance = Distance(kernel.Stores[index].Node.Lanes!.Axes, rows, columns, outputs) * Unit;
            writer.Line($"{context.V}.StoreUnsafe({code.Results[index]}, {LaneReader.Moved(Inv($"target{index}"), Inv($"{distance}"))}{Lane});");
        }
    }

    /// <summary>Moves targets and operands on.</summary>
    public void Move(SourceWriter writer, int columns, int outputs)
    {
        for (var index = 0; index < kernel.Stores.Count; index++)
        {
            Move(writer, Inv($"target{index}"), Distance(kernel.Stores[index].Node.Lanes!.Axes, 0, columns, outputs) * Unit);
        }

        for (var index = 0; index < kernel.Operands.Count; index++)
        {
            Move(writer, Inv($"e{index}"), Distance(LaneReader.Walk(context, kernel.Operands[index]), 0, columns, outputs) * LaneReader.Unit(context, kernel.Operands[index]));
        }
    }

    private static void Move(SourceWriter writer, string name, int distance)
    {
        if (distance != 0)
        {
            writer.Line(Inv($"{name} = ref Unsafe.Add(ref {name}, {distance});"));
        }
    }

    private string Lane => context.Lanes < Unit ? ", (nuint)lane" : "";

    private string Load(LaneOperand operand, string name, int distance) => operand.Node.Lanes is null
        ? context.Target.Broadcast(name, Inv($"{distance}"))
        : $"{context.V}.LoadUnsafe({LaneReader.Moved(name, Inv($"{distance * Unit}"))}{Lane})";

    private static string At(string name, int offset, IReadOnlyList<IReadOnlyList<LaneStep>> walk, int unit, string y, string x, string output)
    {
        var terms = new List<string>();
        foreach (var (index, axis) in new[] { (y, 3), (x, 2), (output, 1) })
        {
            if (Stride(walk, axis) is not 0 and var stride && index != "0")
            {
                terms.Add(stride * unit == 1 ? index : Inv($"((nint){index} * {stride * unit})"));
            }
        }

        if (offset > 0)
        {
            terms.Add(Inv($"{offset * unit}"));
        }

        return terms.Count == 0 ? "ref " + name : $"ref Unsafe.Add(ref {name}, {string.Join(" + ", terms)})";
    }

    private static int Distance(IReadOnlyList<IReadOnlyList<LaneStep>> walk, int rows, int columns, int outputs) =>
        (rows * Stride(walk, 3)) + (columns * Stride(walk, 2)) + (outputs * Stride(walk, 1));

    /// <summary>Elements along an axis that is counted from the last, 1; 0 where the value is the same all along.</summary>
    private static int Stride(IReadOnlyList<IReadOnlyList<LaneStep>> walk, int fromLast) =>
        walk.Count < fromLast || walk[walk.Count - fromLast][0].Extent == 1 ? 0 : walk[walk.Count - fromLast][0].Stride;
}
