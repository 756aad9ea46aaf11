namespace NetGen.Generator.Reading.Forward;

/// <summary><c>Math</c> and <c>MathF</c> on constants, computed in double and rounded where the method is of single precision.</summary>
internal static class MathCalls
{
    /// <summary>The value, boxed as the method's result is; null for a method that is not known.</summary>
    public static object? Compute(string name, IReadOnlyList<object?> arguments)
    {
        if (arguments.Any(argument => Arithmetic.Real(argument) is null))
        {
            return null;
        }

        if (arguments.All(argument => argument is int))
        {
            return Whole(name, arguments.Select(argument => (int)argument!).ToArray());
        }

        var numbers = arguments.Select(argument => Arithmetic.Real(argument)!.Value).ToArray();
        var value = Real(name, numbers);
        return value is null ? null
            : name is "Sign" ? (int)value.Value
            : arguments.All(argument => argument is float) ? (float)value.Value
            : value.Value;
    }

    private static object? Whole(string name, int[] x) => (name, x.Length) switch
    {
        ("Abs", 1) when x[0] != int.MinValue => Math.Abs(x[0]),
        ("Sign", 1) => Math.Sign(x[0]),
        ("Max", 2) => Math.Max(x[0], x[1]),
        ("Min", 2) => Math.Min(x[0], x[1]),
        ("Clamp", 3) when x[1] <= x[2] => Math.Max(x[1], Math.Min(x[0], x[2])),
        _ => null,
    };

    private static double? Real(string name, double[] x) => (name, x.Length) switch
    {
        ("Abs", 1) => Math.Abs(x[0]),
        ("Sqrt", 1) => Math.Sqrt(x[0]),
        ("Cbrt", 1) => x[0] < 0 ? -Math.Pow(-x[0], 1.0 / 3) : Math.Pow(x[0], 1.0 / 3),
        ("Exp", 1) => Math.Exp(x[0]),
        ("Log", 1) => Math.Log(x[0]),
        ("Log", 2) => Math.Log(x[0], x[1]),
        ("Log2", 1) => Math.Log(x[0], 2),
        ("Log10", 1) => Math.Log10(x[0]),
        ("Sin", 1) => Math.Sin(x[0]),
        ("Cos", 1) => Math.Cos(x[0]),
        ("Tan", 1) => Math.Tan(x[0]),
        ("Asin", 1) => Math.Asin(x[0]),
        ("Acos", 1) => Math.Acos(x[0]),
        ("Atan", 1) => Math.Atan(x[0]),
        ("Atan2", 2) => Math.Atan2(x[0], x[1]),
        ("Sinh", 1) => Math.Sinh(x[0]),
        ("Cosh", 1) => Math.Cosh(x[0]),
        ("Tanh", 1) => Math.Tanh(x[0]),
        ("Floor", 1) => Math.Floor(x[0]),
        ("Ceiling", 1) => Math.Ceiling(x[0]),
        ("Truncate", 1) => Math.Truncate(x[0]),
        ("Round", 1) => Math.Round(x[0]),
        ("Sign", 1) when !double.IsNaN(x[0]) => Math.Sign(x[0]),
        ("Pow", 2) => Math.Pow(x[0], x[1]),
        ("Max", 2) => Math.Max(x[0], x[1]),
        ("Min", 2) => Math.Min(x[0], x[1]),
        ("Clamp", 3) when x[1] <= x[2] => Math.Max(x[1], Math.Min(x[0], x[2])),
        _ => null,
    };
}
