using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>How a kernel's method receives a value, and how the launch finds it.</summary>
/// <param name="Declaration">The parameter: <c>ArrayView&lt;float&gt; dense1</c>.</param>
/// <param name="Source">The argument at the call: the part of one of the launch's views.</param>
internal sealed record DeviceArgument(string Declaration, string Source)
{
    /// <summary>The samples of the block, <c>samples</c> from <c>from</c> on; or what is the same for all samples.</summary>
    public static DeviceArgument OfBlock(GpuContext context, DeviceProgram program, Node node, string name) => Of(context, program, node, name, true);

    /// <summary>The whole batch; or what is the same for all samples.</summary>
    public static DeviceArgument OfBatch(GpuContext context, DeviceProgram program, Node node, string name) => Of(context, program, node, name, false);

    /// <summary>The part of a launch's view that holds samples of a block of memory.</summary>
    /// <param name="place">Where the block is.</param>
    /// <param name="size">Values per sample, or in all.</param>
    /// <param name="batched">Whether a batch stands in front.</param>
    /// <param name="ofBlock">Whether only the block's samples are meant.</param>
    public static string Part(DevicePlace place, int size, bool batched, bool ofBlock)
    {
        var (start, length) = Bounds(place, size, batched, ofBlock);
        return $"{ViewOf(place.Space)}.SubView({start}, {length})";
    }

    /// <summary>What a tile multiplies: in quads where every row begins at a multiple of four values.</summary>
    public static DeviceArgument OfTile(GpuContext context, DevicePlace place, int size, bool batched, bool ofBlock, bool quads, string name)
    {
        // The view is cast before its part is taken: from a part ILGPU would no longer see that four values can be reached by one load.
        var (start, length) = Bounds(place, size, batched, ofBlock);
        return quads
            ? new($"ArrayView<Quad> {name}", $"{ViewOf(place.Space)}.Cast<Quad>().SubView({KernelTexts.Quotient(start, 4)}, {KernelTexts.Quotient(length, 4)})")
            : new($"{context.View} {name}", Part(place, size, batched, ofBlock));
    }

    /// <summary>True for values that a method gets as an argument, rather than making them itself.</summary>
    public static bool IsPassed(Node node) => Placement.Of(node) is not (Place.Iota or Place.Constant);

    /// <summary>The samples of the block, or the whole batch; or what is the same for all samples.</summary>
    public static DeviceArgument Of(GpuContext context, DeviceProgram program, Node node, string name, bool ofBlock) => new(
        $"ArrayView<{(Placement.Of(node) == Place.Labels ? "int" : context.T)}> {name}",
        Part(program.Memory.Find(node), node.Type.Rows * node.Type.Last, node.Type.Batched, ofBlock));

    private static (string Start, string Length) Bounds(DevicePlace place, int size, bool batched, bool ofBlock) => batched
        ? (KernelTexts.Sum(
            place.Space == DeviceSpace.Results ? Inv($"{DeviceLayout.LossSlots}") : "0",
            KernelTexts.Times("run.Stride", place.Offset),
            ofBlock ? KernelTexts.Times("from", size) : "0"), KernelTexts.Times(ofBlock ? "samples" : "run.Batch", size))
        : (place.Space == DeviceSpace.Fixed ? KernelTexts.Sum("run.FixedStart", Inv($"{place.Offset}")) : Inv($"{place.Offset}"), Inv($"{size}"));

    private static string ViewOf(DeviceSpace space) => space switch
    {
        DeviceSpace.Values or DeviceSpace.Fixed => "values",
        DeviceSpace.Parameters => "parameters",
        DeviceSpace.Given => "given",
        DeviceSpace.Labels => "labels",
        _ => "results",
    };
}
