namespace NetGen.Runtime;

/// <summary>The values of parameters, whatever the network's precision, in a buffer that is used again and again.</summary>
internal sealed class ParameterValues
{
    private float[] _values = [];

    /// <summary>A parameter's values; valid until the next call.</summary>
    public ReadOnlySpan<float> Read(Parameter parameter)
    {
        if (_values.Length < parameter.Length)
        {
            _values = new float[parameter.Length];
        }

        Span<float> values = _values.AsSpan(0, parameter.Length);
        if (parameter is Parameter<float> single)
        {
            single.CopyTo(values);
        }
        else
        {
            double[] wide = ((Parameter<double>)parameter).ToArray();
            for (int i = 0; i < wide.Length; i++)
            {
                values[i] = (float)wide[i];
            }
        }

        return values;
    }
}
