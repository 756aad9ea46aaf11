// Original: NeuraLint, sample_buggy_scripts/GitHub Samples/1.py
// Missed: the last activation, for probabilities that a Dice loss compares, is a ReLU.

using NetGen;
using static NetGen.Ops;

[Network, Input(1, 28, 28)]
public partial class Git1
{
    [Conv2D(8, 3), ReLU, Conv2D(8, 3), ReLU] Layer down;
    [MaxPool2D(2), Conv2D(16, 3), ReLU, Conv2D(16, 3), ReLU, Upsample2D(2)] Layer middle;
    [Conv2D(8, 3), ReLU, Conv2D(8, 3), ReLU, Conv2D(1, 1), ReLU] Layer up;

    Tensor Forward(Tensor image)
    {
        var left = down(image);
        return up(Concat(middle(left), left[.., 4..20, 4..20]));
    }

    [Loss]
    static Tensor Dice(Tensor answer, [Input(1, 12, 12)] Tensor truth) => -(2 * Sum(answer * truth) + 1) / (Sum(answer) + Sum(truth) + 1);
}
