using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG1011: a reshape to the same extents in another order. It keeps the values in their order, so that rows of the result are torn out of several rows of the input; who wants other axes in front wants a transposition.
/// </summary>
internal sealed class MisreadAxes : HistoryRule
{
    public override bool Concerns(HashSet<string> kinds) => kinds.Contains("Reshape");

    protected override void See(Maker maker, Node output)
    {
        if (maker.Kind != "Reshape")
        {
            return;
        }

        // Axes of one entry are no order.
        var (before, after) = (Extents(maker.Inputs[0]), Extents(output));
        if (before.Length >= 2 && !before.SequenceEqual(after) && before.OrderBy(extent => extent).SequenceEqual(after.OrderBy(extent => extent)))
        {
            Report(maker.At(new Complaint("NG1011", maker.Spec is null ? null : "Dims",
                $"{maker.Name} turns {maker.Inputs[0].Type.Shape} into {output.Type.Shape} and leaves the values in their order, which mixes the axes up: use Transpose, in Forward, to exchange them")));
        }
    }

    private static int[] Extents(Node value) => [.. value.Type.Shape.Dims.Where(extent => extent > 1)];
}
