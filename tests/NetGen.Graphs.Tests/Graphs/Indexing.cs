using static NetGen.Ops;

namespace NetGen.Graphs.Tests;

[Network(Precision = Tested.Precision), Input(4, 6), MeanSquaredError]
public partial class SlicingNet
{
    [Dense(4), Tanh] Layer rows;
    [Dense(3)] Layer head;

    Tensor Forward(Tensor x)
    {
        var last = x[^1];
        var inner = x[1..^1, ..4];
        var corner = x[0, 1..3];
        var column = x[.., 5];
        var mixed = rows(x[..2])[1] + inner[^1];
        return head(Concat(last, Flatten(inner), corner, column, mixed));
    }
}

[Network(Precision = Tested.Precision), Input(2, 3, 4), MeanSquaredError]
public partial class RearrangingNet
{
    [Dense(3), SiLU] Layer first;
    [Dense(2)] Layer second;

    Tensor Forward(Tensor x)
    {
        var swapped = Transpose(x, 0, 2);
        var a = first(Reshape(swapped, 4, -1));
        var b = Transpose(x)[.., 1..3, ^1];
        return second(Concat(1, a, Transpose(Reshape(b, 1, 4))));
    }
}

[Network(Precision = Tested.Precision), Input(3, 5), MeanSquaredError]
public partial class ReductionsNet
{
    [Dense(4), Tanh] Layer rows;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x)
    {
        var h = rows(x);
        var centred = h - Mean(h, 0, keep: true);
        var scaled = centred / (1 + Max(h, -1, keep: true) - Min(h, -1, keep: true));
        var whole = Reshape(Mean(x) + Max(x) - Min(h), 1);
        return head(Concat(Max(scaled, 0), Min(x, 0), Sum(scaled, 1), Mean(Square(x), -1), whole));
    }
}

[Network(Precision = Tested.Precision), Input(6), MeanAbsoluteError]
public partial class ChoicesNet
{
    [Dense(6)] Layer body;
    [Dense(3)] Layer head;

    Tensor Forward(Tensor x)
    {
        var h = body(x);
        var folded = Where(h > 0, Sin(2 * h), x * Abs(h));
        var clipped = Minimum(Maximum(h, -0.8), x + 0.7);
        var steps = (h >= x) + (h < 0.3) - (0.5 * Sign(x)) + Floor(h) + Equal(h, x) - (0.1 * NotEqual(Floor(x), 0));
        return head(folded + (clipped * steps));
    }
}

/// <summary>Rows of a trained table and rows of the sample.</summary>
[Network(Precision = Tested.Precision), Input(4), MeanSquaredError]
public partial class LookupNet
{
    [Parameter(5, 3)] Tensor table;
    [Dense(6), Tanh] Layer body;
    [Dense(2)] Layer head;

    Tensor Forward(Tensor x)
    {
        var chosen = Floor(2 * Abs(x));
        var rows = Gather(table, chosen);
        var own = Gather(Reshape(body(x), 3, 2), Floor(Abs(x[0..2])));
        return head(Concat(Flatten(rows), Flatten(own), x));
    }
}
