using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// The operations of <c>Forward</c> and of <c>[Loss]</c> methods: the compiler reads their calls, and in the debugger they compute. Put
/// <c>using static NetGen.Ops;</c> at the top of the file.
/// </summary>
/// <remarks>
/// Shapes, axes and indices leave the batch out; negative axes count from the end. Elementwise operations broadcast as NumPy does: aligned at the right, extents are equal,
/// or one of them is 1 or missing. A batch with a tensor without one gives a batch. What does not fit is an <see cref="ArgumentException"/>, as are float and double together.
/// The operations run in evaluation mode.
/// </remarks>
public static partial class Ops
{
    /// <summary>The precision of a result: that of the operands that have one.</summary>
    private static Precision? Common(params ReadOnlySpan<Tensor> operands)
    {
        Tensor? first = null;
        foreach (var operand in operands)
        {
            first ??= operand.Kind is null ? null : operand;
            if (operand.Kind is not null && operand.Kind != first!.Kind)
            {
                throw new ArgumentException($"float and double values do not mix: {first.Extents} is {Name(first)}, {operand.Extents} is {Name(operand)}; a network computes in one precision");
            }
        }

        return first?.Kind;
    }

    private static string Name(Tensor tensor) => tensor.Kind == Precision.Single ? "float" : "double";

    /// <summary>A function of each value.</summary>
    /// <param name="x">The values.</param>
    /// <param name="function">The function.</param>
    /// <param name="slope">Its derivative, of argument and value; none for a function that is flat wherever it has one.</param>
    private static Tensor Unary(Tensor x, Func<double, double> function, Func<Tensor, Tensor, Tensor>? slope = null)
    {
        var values = new double[x.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = function(x.Values[i]);
        }

        var result = slope is null
            ? Tensor.Computed(values, x.Extents, x.Kind)
            : Tensor.Computed(values, x.Extents, x.Kind, new Dependence(x, (gradient, y) => Scale(gradient, slope(x, y))));
        return result.AlongWith(x);
    }

    /// <summary>A function of each pair of values, broadcast.</summary>
    private static Tensor Binary(Tensor x, Tensor y, Func<double, double, double> function, Pullback? byX = null, Pullback? byY = null)
    {
        var precision = Common(x, y);
        var extents = Extents.Broadcast(x.Extents, y.Extents);
        var (left, right) = (Broadcast(x, extents, precision), Broadcast(y, extents, precision));
        var values = new double[extents.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = function(left[i], right[i]);
        }

        return Tensor.Computed(values, extents, precision, Origin((x, byX), (y, byY))).AlongWith(x, y);
    }

    /// <summary>The operands to which a gradient flows.</summary>
    private static Dependence[] Origin(params (Tensor Operand, Pullback? Pull)[] operands) =>
        [.. from way in operands where way.Pull is not null select new Dependence(way.Operand, way.Pull)];

    /// <summary>The values of an operand at every position of the result.</summary>
    private static double[] Broadcast(Tensor x, Extents extents, Precision? precision)
    {
        double[] values = x.In(precision);
        return x.Extents.Same(extents) ? values : Array.ConvertAll(Strides.Offsets(x.Extents, extents), offset => values[offset]);
    }

    /// <summary>
    /// The product of a gradient with a slope, by which chains of derivatives are built: where the gradient is 0, so is the product, whatever the slope. The branch that
    /// <see cref="Where"/> does not take gets the gradient 0, and its slope may well be infinite or no number there.
    /// </summary>
    internal static Tensor Scale(Tensor gradient, Tensor slope) => Binary(
        gradient,
        slope,
        (g, s) => g == 0 ? 0 : g * s,
        (outer, _) => Scale(outer, slope),
        (outer, _) => Scale(gradient, outer));
}
