using NetGen.Sequences.Tests.Networks;

namespace NetGen.Sequences.Tests.Streaming;

/// <summary>What a stream remembers, forgets and refuses.</summary>
public sealed class StreamStateTests
{
    private readonly ValuesNet _values = new(1);
    private readonly WriterNet _writer = new(1);

    [Fact]
    public void State_goes_on_in_another_stream()
    {
        var (first, second) = (_values.OpenStream(2), _values.OpenStream(2));
        var (input, expected, found) = (new float[10], new float[6], new float[6]);
        input.AsSpan().Fill(0.3f);
        first.Advance(input, expected);
        var states = new float[2 * first.StateSize];
        first.CopyStateTo(states);

        second.CopyStateFrom(states);
        first.Advance(input, expected);
        second.Advance(input, found);

        // Two layers, each with h and c of 6.
        Assert.Equal(24, first.StateSize);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Stream_goes_on_in_another_with_all_that_it_remembers()
    {
        var net = new BothMemoriesNet(4);
        var (first, second) = (net.OpenStream(), net.OpenStream());
        var (expected, found) = (new float[5], new float[5]);
        first.Advance([1], expected);
        first.Advance([4], expected);

        first.CopyTo(second);
        first.Advance([2], expected);
        second.Advance([2], found);

        Assert.Equal(3, second.Position);
        Assert.Equal(expected, found);
        Assert.Throws<InvalidOperationException>(() => second.CopyStateFrom(new float[second.StateSize]));
        Assert.Throws<ArgumentException>(() => first.CopyTo(net.OpenStream(2)));
        Assert.Throws<ArgumentException>(() => first.CopyTo(new BothMemoriesNet(4).OpenStream()));
    }

    [Fact]
    public void Reset_forgets_everything()
    {
        var stream = new BothMemoriesNet(4).OpenStream();
        var (first, again) = (new float[stream.OutputSize], new float[stream.OutputSize]);
        stream.Advance([1], first);
        stream.Advance([4], again);
        Assert.NotEqual(first, again);

        stream.Reset();
        stream.Advance([1], again);

        Assert.Equal(first, again);
        Assert.Equal(1, stream.Position);
    }

    [Fact]
    public void Streams_side_by_side_do_not_disturb_each_other()
    {
        var (both, alone) = (_writer.OpenStream(2), _writer.OpenStream());
        var (outputs, output) = (new float[2 * both.OutputSize], new float[both.OutputSize]);
        for (var position = 0; position < 40; position++)
        {
            both.Advance([position % 23, 22 - (position % 23)], outputs);
            alone.Advance([22 - (position % 23)], output);
        }

        Assert.All(output.Zip(outputs[both.OutputSize..]), pair => Assert.Equal(pair.First, pair.Second, 1e-6f));
    }

    [Fact]
    public void Full_context_is_refused()
    {
        var stream = _writer.OpenStream();
        var output = new float[stream.OutputSize];
        for (var position = 0; position < 40; position++)
        {
            stream.Advance([0], output);
        }

        var error = Assert.Throws<InvalidOperationException>(() => stream.Advance([0], output));
        Assert.Equal("WriterNet knows 40 positions, and all have been seen; call Reset to begin anew.", error.Message);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(23)]
    public void Token_outside_of_the_vocabulary_changes_nothing(int token)
    {
        var stream = _writer.OpenStream(2);
        stream.Advance([1, 2], new float[2 * stream.OutputSize]);

        var error = Assert.Throws<ArgumentException>(() => stream.Advance([3, token], new float[2 * stream.OutputSize]));

        Assert.StartsWith($"The tokens of WriterNet are whole numbers from 0 to 22, but position 1 of sequence 1 is {token}.", error.Message);
        Assert.Equal(1, stream.Position);
    }

    [Fact]
    public void Values_that_are_not_finite_are_refused()
    {
        var stream = _values.OpenStream();

        Assert.Throws<ArgumentException>(() => stream.Advance([0, 0, float.NaN, 0, 0], new float[3]));
        Assert.Throws<ArgumentException>(() => stream.CopyStateFrom([.. Enumerable.Repeat(float.PositiveInfinity, stream.StateSize)]));
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        var stream = _values.OpenStream(2);

        Assert.Throws<ArgumentException>(() => stream.Advance(new float[5], new float[6]));
        Assert.Throws<ArgumentException>(() => stream.Advance(new float[10], new float[3]));
        Assert.Throws<ArgumentException>(() => stream.CopyStateTo(new float[24]));
        Assert.Throws<ArgumentOutOfRangeException>(() => _values.OpenStream(0));
    }

    [Fact]
    public void Steady_Advance_allocates_nothing()
    {
        var stream = _writer.OpenStream();
        var output = new float[stream.OutputSize];
        stream.Advance([1], output);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var position = 1; position < 40; position++)
        {
            stream.Advance([position % 23], output);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Training_shows_in_the_next_position()
    {
        var net = new WriterNet(2);
        var stream = net.OpenStream();
        var (before, after) = (new float[stream.OutputSize], new float[stream.OutputSize]);
        stream.Advance([3], before);
        net.Step(new int[40], new int[40], new Sgd(0.1));

        stream.Reset();
        stream.Advance([3], after);

        var whole = net.Predict([3, .. new int[39]]);
        Assert.NotEqual(before, after);
        Assert.All(after.Zip(whole), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
    }
}
