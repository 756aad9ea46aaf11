using System.Numerics;

namespace NetGen;

/// <summary>What one loss of a network compares with, for one sample.</summary>
/// <param name="Name">As the generated members name it.</param>
/// <param name="Size">The number of labels or values.</param>
/// <param name="Classes">The number of classes where the targets are labels, from 0; otherwise 0.</param>
/// <param name="Loss">The kind of the loss, such as <c>Hinge</c>; empty for a loss of the user's own.</param>
public sealed record TargetInfo(string Name, int Size, int Classes, string Loss)
{
    /// <summary>What the loss takes, in words.</summary>
    internal string Range => Classes > 0 ? FormattableString.Invariant($"whole labels from 0 to {Classes - 1}") : TargetRange.Of(Loss).ToString();

    /// <summary>Where the first number is that is no label, or -1.</summary>
    internal static int IndexOfNoLabel<T>(ReadOnlySpan<T> values, int classes)
        where T : INumber<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!(T.IsInteger(values[i]) && values[i] >= T.Zero && values[i] < T.CreateChecked(classes)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Where the first value is that the loss does not take, or -1.</summary>
    internal int IndexOutside<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T> => Classes > 0 ? IndexOfNoLabel(values, Classes) : TargetRange.Of(Loss).IndexOutside(values);
}
