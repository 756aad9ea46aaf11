using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers;

namespace NetGen.Compiler.Review;

/// <summary>
/// NG1009: a column [n, 1] together with a vector [n], which broadcasts to all n × n pairs. Where a layer made the column, it is n values by accident; where <c>Reshape</c> or an axis that was kept did, pairs are
/// what was meant.
/// </summary>
internal sealed class OuterSums : HistoryRule
{
    public override bool Concerns(HashSet<string> kinds) => kinds.Any(Broadcasts);

    protected override void See(Maker maker, Node output)
    {
        if (maker is not { Spec: null, Inputs: [var first, var second] } || !Broadcasts(maker.Kind))
        {
            return;
        }

        if (IsPair(first, second) || IsPair(second, first))
        {
            Report(maker.At(new Complaint("NG1009", null,
                $"{first.Type.Shape} and {second.Type.Shape} broadcast to {output.Type.Shape}, all pairs: for values one by one flatten the column, for pairs say so with Reshape")));
        }
    }

    private static bool Broadcasts(string kind) => kind is "Add" or "Subtract" or "Multiply" or "Divide" or "Greater" or "GreaterOrEqual" or "Less" or "LessOrEqual" or "Equal" or "NotEqual" or "Maximum" or "Minimum";

    private bool IsPair(Node column, Node vector) => column.Type.Shape is { Rank: 2, Last: 1 } shape && shape[0] > 1 && vector.Type.Shape is { Rank: 1 } row && row[0] == shape[0]
        && MakerOf(column) is { Spec: not null, Kind: not "Reshape" };
}
