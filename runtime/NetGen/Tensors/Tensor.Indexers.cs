using System.Diagnostics.CodeAnalysis;

namespace NetGen;

[SuppressMessage("Design", "CA1043", Justification = "Slices are written as integers, indices and ranges.")]
[SuppressMessage("Design", "CA1023", Justification = "A tensor has axes.")]
public sealed partial class Tensor
{
    /// <summary>A part along axis 0.</summary>
    /// <param name="axis0">A position (the axis goes) or a range (it stays).</param>
    /// <exception cref="ArgumentException">The tensor has no such axis, or the axis no such positions.</exception>
    public Tensor this[Slice axis0] => Ops.Part(this, axis0);

    /// <summary>A part along the axes 0 and 1.</summary>
    /// <param name="axis0">A position (the axis goes) or a range (it stays).</param>
    /// <param name="axis1">The same of axis 1.</param>
    /// <exception cref="ArgumentException">The tensor has no such axis, or the axis no such positions.</exception>
    public Tensor this[Slice axis0, Slice axis1] => Ops.Part(this, axis0, axis1);

    /// <summary>A part along the axes 0 to 2.</summary>
    /// <param name="axis0">A position (the axis goes) or a range (it stays).</param>
    /// <param name="axis1">The same of axis 1.</param>
    /// <param name="axis2">The same of axis 2.</param>
    /// <exception cref="ArgumentException">The tensor has no such axis, or the axis no such positions.</exception>
    public Tensor this[Slice axis0, Slice axis1, Slice axis2] => Ops.Part(this, axis0, axis1, axis2);

    /// <summary>A part along the axes 0 to 3.</summary>
    /// <param name="axis0">A position (the axis goes) or a range (it stays).</param>
    /// <param name="axis1">The same of axis 1.</param>
    /// <param name="axis2">The same of axis 2.</param>
    /// <param name="axis3">The same of axis 3.</param>
    /// <exception cref="ArgumentException">The tensor has no such axis, or the axis no such positions.</exception>
    public Tensor this[Slice axis0, Slice axis1, Slice axis2, Slice axis3] => Ops.Part(this, axis0, axis1, axis2, axis3);
}
