using NetGen.Runtime;

namespace NetGen.Tests.Kernels;

public sealed class AlignedBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(100_001)]
    public void Buffer_is_aligned_zeroed_and_as_long_as_asked(int bytes)
    {
        AlignedBuffer buffer = new(bytes);
        Assert.Equal(0, buffer.Address % AlignedBuffer.Alignment);
        Assert.Equal(bytes, buffer.Bytes);
        Span<byte> all = buffer.Span<byte>(0, bytes);
        Assert.Equal(-1, all.IndexOfAnyExcept((byte)0));
        all.Fill(1);
        buffer.Clear();
        Assert.Equal(-1, all.IndexOfAnyExcept((byte)0));
        GC.KeepAlive(buffer);
    }

    [Fact]
    public void Span_and_At_see_the_same_memory()
    {
        AlignedBuffer buffer = new(256);
        buffer.Span<float>(3, 2)[1] = 5;
        Assert.Equal(5f, Memory.At<float>(buffer.Address + 16));
        Memory.At<float>(buffer.Address + 16) = 6;
        Assert.Equal(6f, buffer.Span<float>(4, 1)[0]);
        Assert.Equal(buffer.Address + 16, Memory.AddressOf(ref Memory.At<float>(buffer.Address + 16)));
        Memory.Prefetch(ref Memory.At<float>(buffer.Address));
        GC.KeepAlive(buffer);
    }

    [Fact]
    public void Span_outside_the_block_is_refused()
    {
        AlignedBuffer buffer = new(64);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Span<float>(8, 9).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Span<float>(-1, 1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlignedBuffer(-1));
    }
}
