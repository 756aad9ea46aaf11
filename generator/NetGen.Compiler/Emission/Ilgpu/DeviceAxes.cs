using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>An axis that a loop kernel walks along, possibly several of the declared ones in one.</summary>
/// <param name="Extent">How long it is; 0 for the batch, which is outermost.</param>
/// <param name="Steps">By how many values each operand moves on.</param>
/// <param name="IsReduced">Whether it adds up.</param>
internal sealed record DeviceAxis(int Extent, IReadOnlyList<int> Steps, bool IsReduced);

/// <summary>The axes of a loop kernel, as few of them as broadcasting allows, and the places of operands along them.</summary>
internal sealed class DeviceAxes
{
    private static readonly string[] Names = ["j", "k", "l", "m", "n", "o", "p"];

    private readonly List<DeviceAxis> _axes = [];

    public DeviceAxes(LoopKernel kernel)
    {
        var space = kernel.Space.Shape;
        var steps = kernel.Operands.Select(operand => StepsOf(space, operand.Type)).ToList();
        var reduced = kernel.Reduction is null || kernel.Axis < 0 ? -1 : kernel.Axis;
        for (var axis = space.Rank - 1; axis >= 0; axis--)
        {
            Add(new DeviceAxis(space[axis], steps.Select(step => step[axis]).ToList(), axis == reduced));
        }

        if (kernel.Space.Batched)
        {
            Add(new DeviceAxis(0, kernel.Operands.Select(operand => operand.Type.Batched ? operand.Type.Rows * operand.Type.Last : 0).ToList(), kernel.SumsOverBatch));
        }
    }

    /// <summary>The axis that is reduced, or null.</summary>
    public DeviceAxis? Reduced => _axes.Find(axis => axis.IsReduced);

    /// <summary>Declares the indices that operands need of element <c>i</c> of the result.</summary>
    public void WriteIndices(SourceWriter writer)
    {
        var kept = _axes.Where(axis => !axis.IsReduced).ToList();
        var needed = Enumerable.Range(0, kept.Count == 0 ? 0 : kept[0].Steps.Count).Where(operand => !IsElement(kept, operand)).ToList();
        for (var position = 0; position < kept.Count; position++)
        {
            if (needed.Any(operand => kept[position].Steps[operand] != 0))
            {
                var quotient = KernelTexts.Quotient("i", Inner(kept, position));
                writer.Line($"int {Names[position]} = {(position == 0 ? quotient : KernelTexts.Remainder(quotient, kept[position].Extent))};");
            }
        }
    }

    /// <summary>The element of an operand at element <c>i</c> of the result, and at <paramref name="reduced"/> of the reduced axis.</summary>
    public string Index(int operand, string reduced)
    {
        var kept = _axes.Where(axis => !axis.IsReduced).ToList();
        var terms = IsElement(kept, operand)
            ? ["i"]
            : kept.Select((axis, position) => KernelTexts.Times(Names[position], axis.Steps[operand])).ToList();
        return KernelTexts.Sum([.. terms, KernelTexts.Times(reduced, Reduced?.Steps[operand] ?? 0)]);
    }

    private void Add(DeviceAxis outer)
    {
        if (outer.Extent == 1 && !outer.IsReduced)
        {
            return;
        }

        if (_axes.Count > 0 && !outer.IsReduced && !_axes[0].IsReduced && outer.Steps.Zip(_axes[0].Steps, (step, inner) => step == inner * _axes[0].Extent).All(fits => fits))
        {
            _axes[0] = _axes[0] with { Extent = _axes[0].Extent * outer.Extent };
        }
        else
        {
            _axes.Insert(0, outer);
        }
    }

    /// <summary>Whether the operand's element is that of the result.</summary>
    private static bool IsElement(List<DeviceAxis> kept, int operand) =>
        kept.Count > 0 && kept.Select((axis, position) => axis.Steps[operand] == Inner(kept, position)).All(same => same);

    /// <summary>Elements of the result from one index of the axis to the next.</summary>
    private static int Inner(List<DeviceAxis> kept, int position) => kept.Skip(position + 1).Aggregate(1, (product, axis) => product * axis.Extent);

    private static int[] StepsOf(Model.Shape space, TensorType value)
    {
        var steps = new int[space.Rank];
        var values = 1;
        for (var axis = space.Rank - 1; axis >= 0; axis--)
        {
            var extent = Broadcasting.Extent(value.Shape, space.Rank, axis);
            steps[axis] = extent == 1 ? 0 : values;
            values *= extent;
        }

        return steps;
    }
}
