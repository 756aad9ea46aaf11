namespace NetGen;

/// <summary>Rows of a data set as the tensors that a network takes, one per input.</summary>
internal static class InputTensors
{
    public static Tensor[] Of<TInput>(NetworkInfo network, ReadOnlySpan<TInput> rows)
        where TInput : unmanaged
    {
        var tensors = new Tensor[network.Inputs.Count];
        int samples = rows.Length / network.InputSize;
        for (int index = 0, start = 0; index < tensors.Length; start += network.Inputs[index++].Size)
        {
            var input = network.Inputs[index];
            double[] values = new double[samples * input.Size];
            for (int at = 0; at < values.Length; at++)
            {
                values[at] = ColumnStatistics.ToDouble(rows[(at / input.Size * network.InputSize) + start + (at % input.Size)]);
            }

            int[] shape = [.. input.Shape];
            tensors[index] = network.Precision == Precision.Single ? Tensor.From([.. values.Select(value => (float)value)], shape) : Tensor.From(values, shape);
        }

        return tensors;
    }
}
