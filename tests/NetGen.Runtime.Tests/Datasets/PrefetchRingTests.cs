namespace NetGen.Runtime.Tests.Datasets;

public sealed class PrefetchRingTests
{
    [Fact]
    public void Slots_arrive_in_order_and_none_is_filled_while_it_is_read()
    {
        int next = 0;
        using var ring = new PrefetchRing<int[]>([new int[1], new int[1], new int[1]], slot => (slot[0] = next++) < 2000);
        for (int expected = 0; expected < 2000; expected++)
        {
            int[] slot = ring.Take()!;
            Assert.Equal(expected, slot[0]);
            if (expected % 100 == 0)
            {
                Thread.Sleep(1);
                Assert.Equal(expected, slot[0]);
            }
        }

        Assert.Null(ring.Take());
        Assert.Null(ring.Take());
    }

    [Fact]
    public void Filling_stops_when_the_ring_is_full()
    {
        int filled = 0;
        using var ring = new PrefetchRing<object>([new(), new(), new()], _ => Interlocked.Increment(ref filled) > 0);
        SpinWait.SpinUntil(() => Volatile.Read(ref filled) == 3, 5000);
        Thread.Sleep(20);
        Assert.Equal(3, Volatile.Read(ref filled));
    }

    [Fact]
    public void Exception_of_the_background_reaches_the_consumer_after_the_slots_before_it()
    {
        int next = 0;
        using var ring = new PrefetchRing<object>(
            [new(), new(), new()], _ => ++next <= 2 ? true : throw new InvalidDataException("row 3 is gone"));
        Assert.NotNull(ring.Take());
        Assert.NotNull(ring.Take());
        Assert.Equal("row 3 is gone", Assert.Throws<InvalidDataException>(() => ring.Take()).Message);
        Assert.Throws<InvalidDataException>(() => ring.Take());
    }

    [Fact]
    public void Disposal_ends_a_background_that_waits_and_one_that_fills()
    {
        for (int i = 0; i < 100; i++)
        {
            var ring = new PrefetchRing<object>([new(), new()], _ => true);
            if (i % 2 == 0)
            {
                ring.Take();
            }

            ring.Dispose();
        }
    }
}
