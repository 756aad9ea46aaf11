// Original: NeuraLint, sample_buggy_scripts/Synthetic Samples/TF_lenet_disconnected_pooling_layers.py
// Missed: poolings whose results nothing reads; NG5001 speaks of layers that nothing calls, and C# of variables that nothing reads.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28), SoftmaxCrossEntropy]
public partial class LeNetDisconnectedPooling
{
    [Conv2D(32, 5, Same = true), ReLU] Layer first;
    [MaxPool2D(2)] Layer firstPool;
    [Conv2D(64, 5, Same = true), ReLU] Layer second;
    [MaxPool2D(2)] Layer secondPool;
    [Flatten, Dense(512), ReLU, Dropout(0.25), Dense(10)] Layer head;

    Tensor Forward(Tensor image)
    {
        var a = first(image);
        var pooled = firstPool(a);
        var b = second(a);
        var pooledAgain = secondPool(b);
        return head(b);
    }
}
