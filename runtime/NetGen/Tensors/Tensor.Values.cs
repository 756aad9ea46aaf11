using System.Globalization;
using System.Numerics.Tensors;
using NetGen.Runtime;

namespace NetGen;

public sealed partial class Tensor
{
    // As many as a line of the debugger shows.
    private const int Shown = 12;

    /// <summary>The values as float, row-major, sample after sample.</summary>
    /// <returns>A copy; double values are rounded.</returns>
    public float[] ToArray()
    {
        var copy = new float[Length];
        CopyTo(copy);
        return copy;
    }

    /// <summary>The values as double, row-major, sample after sample.</summary>
    /// <returns>A copy.</returns>
    public double[] ToDoubleArray() => [.. values];

    /// <summary>Copies the values as float, row-major, sample after sample; double values are rounded.</summary>
    /// <param name="destination">At least <see cref="Length"/> places.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo(Span<float> destination) => TensorPrimitives.ConvertTruncating(Values, destination[..Room(destination.Length)]);

    /// <summary>Copies the values as double, row-major, sample after sample.</summary>
    /// <param name="destination">At least <see cref="Length"/> places.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public void CopyTo(Span<double> destination) => values.CopyTo(destination[..Room(destination.Length)]);

    /// <summary>Precision, shape and the first values: <c>float [B=2, 3]: 1, 2, 3, 4, 5, 6</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string kind = Kind switch { null => "constant", Precision.Single => "float", _ => "double" };
        string shape = IsBatched ? string.Create(CultureInfo.InvariantCulture, $"[B={Batch}{Extents.ToString()[2..]}") : Extents.ToString();
        var shown = values.Take(Shown).Select(value => Kind == Precision.Single
            ? ((float)value).ToString(CultureInfo.InvariantCulture)
            : value.ToString(CultureInfo.InvariantCulture));
        return $"{kind} {shape}: {string.Join(", ", shown)}{(Length > Shown ? ", …" : "")}";
    }

    /// <summary>A tensor of computed values, rounded to its precision; it owns them.</summary>
    internal static Tensor Computed(double[] values, Extents extents, Precision? kind, params Dependence[] origin)
    {
        if (kind == Precision.Single)
        {
            Round(values);
        }

        return new(values, extents, kind, origin);
    }

    /// <summary>Gives this tensor, which is new, a mask.</summary>
    /// <param name="mask">Which of its positions are present, [length].</param>
    internal Tensor With(Tensor? mask)
    {
        Mask = mask;
        return this;
    }

    /// <summary>Gives this tensor, which was made of others position by position, the mask of the first that has one for as many positions.</summary>
    internal Tensor AlongWith(params ReadOnlySpan<Tensor> operands)
    {
        foreach (var operand in operands)
        {
            if (operand.Mask is { } mask && operand.Extents.Rank == Extents.Rank && operand.Extents.Shape[0] == Extents.Shape[0])
            {
                return With(mask);
            }
        }

        return this;
    }

    /// <summary>Takes the values of another tensor of the same shape: a parameter that has been trained.</summary>
    internal void Become(Tensor other) => other.values.CopyTo(values, 0);

    /// <summary>The values as an operand of an operation in some precision: a constant is rounded as one that is written in the code.</summary>
    internal double[] In(Precision? kind)
    {
        if (kind != Precision.Single || Kind == Precision.Single)
        {
            return values;
        }

        double[] rounded = [.. values];
        Round(rounded);
        return rounded;
    }

    private static void Round(Span<double> values)
    {
        foreach (ref double value in values)
        {
            value = (float)value;
        }
    }

    private static double[] Widen(ReadOnlySpan<float> values)
    {
        var wide = new double[values.Length];
        TensorPrimitives.ConvertTruncating(values, wide);
        return wide;
    }

    private int Room(int places) => places >= Length
        ? Length
        : throw new ArgumentException($"the destination has room for {places} values, and {Extents} has {Length}");
}
