namespace NetGen.Benchmarks.Graphs;

// The networks of the other comparisons once more, written as graphs: same layers, same parameters in the same order.

[Network, Input(784), SoftmaxCrossEntropy]
public partial class Graph784x128x10
{
    [Dense(128), ReLU]
    private Layer hidden;

    [Dense(10)]
    private Layer head;

    private Tensor Forward(Tensor x) => head(hidden(x));
}

[Network, Input(784), SoftmaxCrossEntropy]
public partial class Graph784x512x512x10
{
    [Dense(512), ReLU]
    private Layer first;

    [Dense(512), ReLU]
    private Layer second;

    [Dense(10)]
    private Layer head;

    private Tensor Forward(Tensor x) => head(second(first(x)));
}

// Residual blocks, in three ways: joined by Forward, as layers of a stack, and as networks of their own that somebody chains by hand.

[Network, Input(784), SoftmaxCrossEntropy]
public partial class ResidualGraph
{
    [Dense(256), ReLU]
    private Layer stem;

    [Block<Branch>(256)]
    private Layer first;

    [Block<Branch>(256)]
    private Layer second;

    [Dense(10)]
    private Layer head;

    private Tensor Forward(Tensor x)
    {
        var h = stem(x);
        h += first(h);
        h += second(h);
        return head(h);
    }
}

[Network, Input(784)]
[Dense(256), ReLU]
[Residual<Branch>(256), Residual<Branch>(256)]
[Dense(10), SoftmaxCrossEntropy]
public partial class ResidualStack;

[Block]
public partial class Branch
{
    [Dense(Hole.A), ReLU, Dense(Hole.A)]
    private Layer body;

    private Tensor Forward(Tensor x) => body(x);
}

[Network, Input(784)]
[Dense(256), ReLU]
public partial class StemPart;

[Network, Input(256)]
[Dense(256), ReLU, Dense(256)]
public partial class BranchPart;

[Network, Input(256)]
[Dense(10), SoftmaxCrossEntropy]
public partial class HeadPart;
