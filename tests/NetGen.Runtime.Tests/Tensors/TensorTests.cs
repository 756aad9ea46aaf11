namespace NetGen.Runtime.Tests.Tensors;

public sealed class TensorTests
{
    [Fact]
    public void From_counts_the_samples()
    {
        var batch = Tensor.From([1f, 2, 3, 4, 5, 6], 3);

        Assert.Equal([3], batch.Shape);
        Assert.Equal(2, batch.Batch);
        Assert.True(batch.IsBatched);
        Assert.Equal(6, batch.Length);
        Assert.Equal(Precision.Single, batch.Precision);
        Assert.Equal([1f, 2, 3, 4, 5, 6], batch.ToArray());
    }

    [Fact]
    public void From_without_shape_is_a_number_per_sample()
    {
        var batch = Tensor.From([1.0, 2, 3]);

        Assert.Empty(batch.Shape);
        Assert.Equal(3, batch.Batch);
        Assert.Equal(Precision.Double, batch.Precision);
    }

    [Fact]
    public void From_part_of_a_sample_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.From([1f, 2, 3, 4], 3));

        Assert.StartsWith("4 values are no batch of [3]: expected a multiple of 3, at least one sample", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_nothing_is_refused() => Assert.Throws<ArgumentException>(() => Tensor.From(ReadOnlySpan<float>.Empty, 3));

    [Fact]
    public void Shape_with_an_empty_axis_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.From([1f], 1, 0));

        Assert.Equal("the shape [1, 0] has an axis of 0 values; every axis holds at least one", error.Message);
    }

    [Fact]
    public void Unbatched_has_no_batch()
    {
        var parameter = Tensor.Unbatched([1.0, 2, 3, 4, 5, 6], 2, 3);

        Assert.Equal([2, 3], parameter.Shape);
        Assert.Equal(0, parameter.Batch);
        Assert.False(parameter.IsBatched);
    }

    [Fact]
    public void Unbatched_with_another_number_of_values_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.Unbatched([1.0, 2, 3], 2));

        Assert.StartsWith("3 values for [2]: expected 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tensor_does_not_change_with_the_arrays_it_came_from_or_went_to()
    {
        float[] values = [1, 2];
        int[] shape = [2];
        var tensor = Tensor.From(values, shape);
        values[0] = 9;
        shape[0] = 1;
        tensor.ToArray()[1] = 9;
        tensor.ToDoubleArray()[1] = 9;

        Assert.Equal([1f, 2], tensor.ToArray());
        Assert.Equal([2], tensor.Shape);
    }

    [Fact]
    public void CopyTo_fills_the_beginning_and_rounds_to_float()
    {
        var tensor = Tensor.From([0.1, 0.2]);
        var single = new float[3];
        var wide = new double[3];
        tensor.CopyTo(single);
        tensor.CopyTo(wide);

        Assert.Equal([0.1f, 0.2f, 0], single);
        Assert.Equal([0.1, 0.2, 0], wide);
    }

    [Fact]
    public void CopyTo_too_little_room_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.From([0.1, 0.2], 2).CopyTo(new double[1]));

        Assert.Equal("the destination has room for 1 values, and [B, 2] has 2", error.Message);
    }

    [Fact]
    public void Text_shows_precision_shape_and_first_values()
    {
        Assert.Equal("float [B=2, 3]: 0.1, 2, 3, 4, 5, 6", Tensor.From([0.1f, 2, 3, 4, 5, 6], 3).ToString());
        Assert.Equal("float [B=2]: 0.1, 2", Tensor.From([0.1f, 2]).ToString());
        Assert.Equal("double [2, 7]: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …", Tensor.Unbatched([.. Enumerable.Range(0, 14).Select(i => (double)i)], 2, 7).ToString());
        Assert.Equal("constant []: 0.5", ((Tensor)0.5).ToString());
    }

    [Fact]
    public void Float_operations_round_to_float()
    {
        var third = Tensor.From([1f]) / 3;

        Assert.Equal([1f / 3], third.ToArray());
        Assert.Equal([(double)(1f / 3)], third.ToDoubleArray());
    }

    [Fact]
    public void Constant_adopts_the_precision_of_the_other_operand()
    {
        Assert.Equal([0.1f * 3f], (Tensor.From([3f]) * 0.1).ToArray());
        Assert.Equal([0.1 * 3], (0.1 * Tensor.From([3.0])).ToDoubleArray());
        Assert.Equal([(float)Math.Exp(0.5) * 3f], (Tensor.From([3f]) * Ops.Exp(0.5)).ToArray());
    }

    [Fact]
    public void Float_and_double_do_not_mix()
    {
        var error = Assert.Throws<ArgumentException>(() => Tensor.From([1f, 2], 2) + Tensor.Unbatched([1.0], 1));

        Assert.Equal("float and double values do not mix: [B, 2] is float, [1] is double; a network computes in one precision", error.Message);
    }
}
