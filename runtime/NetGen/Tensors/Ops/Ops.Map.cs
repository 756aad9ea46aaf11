using NetGen.Runtime;

namespace NetGen;

/// <content>The user's own functions.</content>
public static partial class Ops
{
    /// <summary>Applies an <see cref="ElementwiseAttribute"/> function to every value.</summary>
    /// <param name="x">The values.</param>
    /// <param name="function">The function. In a double network it counts as written in double.</param>
    /// <returns>The results, of the same shape.</returns>
    public static Tensor Map(Tensor x, Func<float, float> function) => Apply(function, Precision.Single, v => function((float)v[0]), x);

    /// <summary>Applies an <see cref="ElementwiseAttribute"/> function of two arguments to every pair of values, broadcast.</summary>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments.</param>
    /// <param name="function">The function. In a double network it counts as written in double.</param>
    /// <returns>The results, of the broadcast shape.</returns>
    public static Tensor Map(Tensor x, Tensor y, Func<float, float, float> function) =>
        Apply(function, Precision.Single, v => function((float)v[0], (float)v[1]), x, y);

    /// <summary>Applies an <see cref="ElementwiseAttribute"/> function of three arguments to every three values, broadcast.</summary>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments.</param>
    /// <param name="z">The third arguments.</param>
    /// <param name="function">The function. In a double network it counts as written in double.</param>
    /// <returns>The results, of the broadcast shape.</returns>
    public static Tensor Map(Tensor x, Tensor y, Tensor z, Func<float, float, float, float> function) =>
        Apply(function, Precision.Single, v => function((float)v[0], (float)v[1], (float)v[2]), x, y, z);

    /// <summary>Applies an <see cref="ElementwiseAttribute"/> function of four arguments to every four values, broadcast.</summary>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments.</param>
    /// <param name="z">The third arguments.</param>
    /// <param name="w">The fourth arguments.</param>
    /// <param name="function">The function. In a double network it counts as written in double.</param>
    /// <returns>The results, of the broadcast shape.</returns>
    public static Tensor Map(Tensor x, Tensor y, Tensor z, Tensor w, Func<float, float, float, float, float> function) =>
        Apply(function, Precision.Single, v => function((float)v[0], (float)v[1], (float)v[2], (float)v[3]), x, y, z, w);

    /// <summary>Applies an <see cref="ElementwiseAttribute"/> function to every value.</summary>
    /// <param name="x">The values.</param>
    /// <param name="function">The function. Its results are rounded in a float network.</param>
    /// <returns>The results, of the same shape.</returns>
    public static Tensor Map(Tensor x, Func<double, double> function) => Apply(function, Precision.Double, v => function(v[0]), x);

    /// <summary>Applies an <see cref="ElementwiseAttribute"/> function of two arguments to every pair of values, broadcast.</summary>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments.</param>
    /// <param name="function">The function. Its results are rounded in a float network.</param>
    /// <returns>The results, of the broadcast shape.</returns>
    public static Tensor Map(Tensor x, Tensor y, Func<double, double, double> function) =>
        Apply(function, Precision.Double, v => function(v[0], v[1]), x, y);

    /// <summary>Applies an <see cref="ElementwiseAttribute"/> function of three arguments to every three values, broadcast.</summary>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments.</param>
    /// <param name="z">The third arguments.</param>
    /// <param name="function">The function. Its results are rounded in a float network.</param>
    /// <returns>The results, of the broadcast shape.</returns>
    public static Tensor Map(Tensor x, Tensor y, Tensor z, Func<double, double, double, double> function) =>
        Apply(function, Precision.Double, v => function(v[0], v[1], v[2]), x, y, z);

    /// <summary>Applies an <see cref="ElementwiseAttribute"/> function of four arguments to every four values, broadcast.</summary>
    /// <param name="x">The first arguments.</param>
    /// <param name="y">The second arguments.</param>
    /// <param name="z">The third arguments.</param>
    /// <param name="w">The fourth arguments.</param>
    /// <param name="function">The function. Its results are rounded in a float network.</param>
    /// <returns>The results, of the broadcast shape.</returns>
    public static Tensor Map(Tensor x, Tensor y, Tensor z, Tensor w, Func<double, double, double, double, double> function) =>
        Apply(function, Precision.Double, v => function(v[0], v[1], v[2], v[3]), x, y, z, w);

    private static Tensor Apply(Delegate function, Precision written, Func<double[], double> call, params Tensor[] arguments)
    {
        Pullback[] pulls = [.. arguments.Select((_, i) => (Pullback)((g, _) => ElementwiseFunctions.Pull(function, arguments, i, g)))];
        bool isRetyped = written == Precision.Single && Common(arguments) == Precision.Double;
        return isRetyped && ElementwiseFunctions.Compose(function, arguments) is { } retyped
            ? Elementwise([retyped, .. arguments], values => values[0], [null, .. pulls])
            : Elementwise(arguments, call, pulls);
    }

    /// <summary>A function of values at the same position, broadcast, and the way back to each argument; none where no gradient flows.</summary>
    private static Tensor Elementwise(Tensor[] arguments, Func<double[], double> function, params Pullback?[] pulls)
    {
        var precision = Common(arguments);
        var extents = arguments.Select(argument => argument.Extents).Aggregate(Extents.Broadcast);
        double[][] operands = [.. arguments.Select(argument => Broadcast(argument, extents, precision))];
        var values = new double[extents.Length];
        var place = new double[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            for (int argument = 0; argument < place.Length; argument++)
            {
                place[argument] = operands[argument][i];
            }

            values[i] = function(place);
        }

        return Tensor.Computed(values, extents, precision, Origin([.. arguments.Zip(pulls)])).AlongWith(arguments);
    }
}
