namespace NetGen.Gpu.Tests;

/// <summary>Random numbers in arrays of any type.</summary>
internal static class Samples
{
    /// <summary>Box and Muller 1958.</summary>
    public static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    public static Array Array(Type type, int count, Func<double> draw)
    {
        var array = System.Array.CreateInstance(type, count);
        for (var i = 0; i < count; i++)
        {
            array.SetValue(Convert.ChangeType(draw(), type, null), i);
        }

        return array;
    }

    public static void Fill(ParameterSet parameters, Parameter parameter, Func<double> draw)
    {
        if (parameters is ParameterSet<float> singles)
        {
            singles[parameter.Name].CopyFrom((float[])Array(typeof(float), parameter.Length, draw));
        }
        else
        {
            ((ParameterSet<double>)parameters)[parameter.Name].CopyFrom((double[])Array(typeof(double), parameter.Length, draw));
        }
    }

    public static double[] Values(ParameterSet parameters) =>
        parameters is ParameterSet<float> singles ? Widen(singles.ToArray()) : ((ParameterSet<double>)parameters).ToArray();

    public static double[] Widen(Array array) => array as double[] ?? System.Array.ConvertAll((float[])array, value => (double)value);
}
