using System.Numerics;

namespace NetGen;

/// <summary>What one loss of a network compares with, for one sample.</summary>
/// <param name="Name">As the generated members name it.</param>
/// <param name="Size">The number of labels or values.</param>
/// <param name="Classes">The number of classes where the targets are labels, from 0; otherwise 0.</param>
/// <param name="Loss">The kind of the loss, such as <c>Hinge</c>; empty for a loss of the user's own.</param>
public sealed record TargetInfo(string Name, int Size, int Classes, string Loss)
{
    /// <summary>What marks a label that counts for nothing, unless its loss says otherwise: PyTorch's.</summary>
    internal const int Unlabelled = -100;

    /// <summary>The label of positions, or samples, that count for nothing.</summary>
    public int IgnoredLabel { get; init; } = Unlabelled;

    /// <summary>What the loss takes, in words.</summary>
    internal string Range => Classes > 0 ? FormattableString.Invariant($"whole labels from 0 to {Classes - 1}") : TargetRange.Of(Loss).ToString();

    /// <summary>Where the first number is that is no label, not even the ignored one; or -1.</summary>
    internal static int IndexOfNoLabel<T>(ReadOnlySpan<T> values, int classes, int ignored)
        where T : INumber<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!(T.IsInteger(values[i]) && values[i] >= T.Zero && values[i] < T.CreateChecked(classes)) && values[i] != T.CreateChecked(ignored))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the first value is that the loss does not take, or -1.</summary>
    internal int IndexOutside<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T> => Classes > 0 ? IndexOfNoLabel(values, Classes, IgnoredLabel) : TargetRange.Of(Loss).IndexOutside(values);
}
