using System.ComponentModel;

namespace NetGen.Runtime;

/// <summary>What generated code tells the runtime about one parameter. Offsets and lengths are counted in values.</summary>
/// <param name="Name">The name, <c>layer.parameter</c>.</param>
/// <param name="Shape">The shape in the file.</param>
/// <param name="Kind">How the kernels keep it.</param>
/// <param name="Offset">Where it starts in file order.</param>
/// <param name="KernelOffset">Where it starts in the kernel block; a multiple of 64 bytes.</param>
/// <param name="KernelLength">Its length in the kernel block, padding included.</param>
/// <param name="TransposedOffset">Where its transposed copy starts in the transposed block, or -1 for none.</param>
/// <param name="Init">How its initial values are drawn.</param>
/// <param name="FanIn">The number of inputs of one output, for the initialiser.</param>
/// <param name="FanOut">The number of outputs of one input, for the initialiser.</param>
/// <param name="Gain">Factor of the spread of random initial values; the value itself with <see cref="Initializer.Ones"/>.</param>
/// <param name="Frozen">Whether training leaves it as it is at first.</param>
/// <param name="Taps">Taps of a window, the last axes of the shape in the file; kernels keep a matrix with the taps before the channels. 0 for any other parameter.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record ParameterLayout(
    string Name,
    int[] Shape,
    ParameterKind Kind,
    int Offset,
    int KernelOffset,
    int KernelLength,
    int TransposedOffset,
    Initializer Init,
    int FanIn,
    int FanOut,
    double Gain,
    bool Frozen,
    int Taps = 0)
{
    /// <summary>The row that starts at zero, whatever the initialiser; -1 for none.</summary>
    public int ZeroRow { get; init; } = -1;

    /// <summary>Values of an output: columns of the matrix that the kernels keep.</summary>
    internal int Inputs
    {
        get
        {
            var inputs = 1;
            foreach (var extent in Shape.AsSpan(1))
            {
                inputs = checked(inputs * extent);
            }

            return inputs;
        }
    }
}
