using static NetGen.Runtime.Tests.Buffers.NormLayouts;

namespace NetGen.Runtime.Tests.Buffers;

public sealed class BufferSetTests
{
    [Fact]
    public void Buffers_are_found_by_position_and_by_name_and_describe_themselves()
    {
        var buffers = Storage<float>().Buffers;

        Assert.Equal([Mean, Variance, Count], buffers.Select(buffer => buffer.Name));
        Assert.Same(buffers[1], buffers[Variance]);
        Assert.Equal("norm.running_var [5]", buffers[1].ToString());
        Assert.Equal([5], buffers[0].Shape);
        Assert.Empty(buffers[2].Shape);
        Assert.Equal((5, 1), (buffers[0].Length, buffers[2].Length));
        Assert.False(buffers.TryGet("norm.weight", out _));
        Assert.Contains("has no buffer 'norm.mean'. It has: norm.running_mean, norm.running_var, norm.num", Assert.Throws<KeyNotFoundException>(() => buffers["norm.mean"]).Message, StringComparison.Ordinal);
        Assert.Contains("the buffers 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => buffers[3]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Buffers_begin_as_declared_and_are_no_parameters()
    {
        var storage = Storage<double>();

        Assert.Equal(new double[5], ((NetworkBuffer<double>)storage.Buffers[0]).ToArray());
        Assert.Equal([1, 1, 1, 1, 1], ((NetworkBuffer<double>)storage.Buffers[1]).ToArray());
        Assert.Equal(0, ((NetworkCounter)storage.Buffers[2]).Value);
        Assert.Equal((6, 2), (storage.Parameters.Length, storage.Parameters.Count));
        Assert.Equal(0, storage.Parameters.Freeze("norm.*"));
        Assert.Equal((16, 32), (storage.KernelLength, storage.BlockLength));
    }

    [Fact]
    public void Values_come_and_go_in_both_precisions()
    {
        foreach (var buffers in new[] { Storage<float>().Buffers, Storage<double>().Buffers })
        {
            var (single, wide) = (new float[5], new double[5]);
            buffers[0].CopyFrom([0.5f, -1, 2, 3, 4]);
            buffers[0].CopyTo(wide);
            Assert.Equal([0.5, -1, 2, 3, 4], wide);
            buffers[1].CopyFrom([0.25, 1.0, 2.0, 3.0, 4.0]);
            buffers[1].CopyTo(single);
            Assert.Equal([0.25f, 1, 2, 3, 4], single);
            buffers[0].CopyTo(single);
            Assert.Equal([0.5f, -1, 2, 3, 4], single);
            buffers[2].CopyFrom([7.0]);
            buffers[2].CopyTo(single.AsSpan(0, 1));
            Assert.Equal((7L, 7f), (((NetworkCounter)buffers[2]).Value, single[0]));
        }
    }

    [Fact]
    public void Values_that_a_buffer_cannot_have_are_refused_and_change_nothing()
    {
        var buffers = Storage<float>().Buffers;
        var counter = (NetworkCounter)buffers[2];
        counter.Value = 3;

        Assert.Contains("has 5 values (norm.running_mean [5]), the span has 4", Assert.Throws<ArgumentException>(() => buffers[0].CopyFrom(new float[4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => buffers[0].CopyTo(new double[6]));
        Assert.Contains("'norm.running_var' of NormNet has -1 at 2, but a variance", Assert.Throws<ArgumentException>(() => buffers[1].CopyFrom([1f, 0, -1, 1, 1])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => buffers[1].CopyFrom([1, 1, 1, 1, double.NaN]));
        Assert.Contains("is -1, but a count", Assert.Throws<ArgumentOutOfRangeException>(() => counter.Value = -1).Message, StringComparison.Ordinal);
        Assert.All(new[] { -1, 0.5, double.NaN, 1e19 }, value => Assert.Throws<ArgumentException>(() => counter.CopyFrom([value])));
        Assert.Throws<ArgumentException>(() => counter.CopyTo(new float[2]));
        Assert.Equal([1, 1, 1, 1, 1], ((NetworkBuffer<float>)buffers[1]).ToArray());
        Assert.Equal(3, counter.Value);
    }

    [Fact]
    public void Buffers_of_a_part_go_into_the_whole_by_their_names()
    {
        ParameterLayout[] Named(string prefix) => [.. Buffers<double>(5).Select(layout => layout with { Name = prefix + layout.Name })];
        var part = Storage<float>().Buffers;
        var whole = new ParameterStorage<double>("Whole", Parameters<double>(5), 1, Named("trunk.")).Buffers;
        part[0].CopyFrom([1f, 2, 3, 4, 5]);
        ((NetworkCounter)part[2]).Value = 9;

        Assert.Equal(3, whole.CopyFrom(part, prefix: "trunk."));
        Assert.Equal([1, 2, 3, 4, 5], ((NetworkBuffer<double>)whole[0]).ToArray());
        Assert.Equal(9, ((NetworkCounter)whole[2]).Value);
        Assert.Equal(0, whole.CopyFrom(part, prefix: "head."));
        Assert.Contains("takes 'trunk.norm.running_mean' of NormNet, which has no such buffer", Assert.Throws<ArgumentException>(() => whole.CopyFrom(part)).Message, StringComparison.Ordinal);
        Assert.Equal(3, part.CopyFrom(whole, sourcePrefix: "trunk."));
        Assert.Contains("differ in shape", Assert.Throws<ArgumentException>(() => Storage<float>(6).Buffers.CopyFrom(part)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Layouts_through_which_kernels_would_write_over_each_other_are_refused()
    {
        var (parameters, buffers) = (Parameters<float>(5), Buffers<float>(5));
        ParameterLayout[][] wrong =
        [
            [buffers[0] with { KernelOffset = 16 }],
            [buffers[0], buffers[1] with { KernelOffset = buffers[0].KernelOffset }],
            [buffers[0] with { KernelOffset = buffers[0].KernelOffset + 1 }],
            [buffers[0] with { KernelLength = 32 }],
            [buffers[0] with { Kind = ParameterKind.Matrix }],
            [buffers[0] with { Shape = [5, 1] }],
            [buffers[2] with { KernelLength = 16 }],
            [buffers[2] with { Shape = [1] }],
            [buffers[0] with { TransposedOffset = 0 }],
            [buffers[0] with { Name = parameters[0].Name }],
            [buffers[0], buffers[1] with { Name = buffers[0].Name }],
        ];
        Assert.All(wrong, set => Assert.Throws<ArgumentException>(() => new ParameterStorage<float>("Net", parameters, 1, set)));
        Assert.Throws<ArgumentException>(() => new ParameterStorage<float>("Net", [buffers[2]], 1));
    }
}
