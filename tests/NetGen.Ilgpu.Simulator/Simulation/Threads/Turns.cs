namespace ILGPU.Simulation.Threads;

/// <summary>The numbers below <paramref name="count"/>, by size or shuffled anew every time.</summary>
internal sealed class Turns(int count, Random? random)
{
    private readonly int[] _numbers = [.. Enumerable.Range(0, count)];

    public int[] Next()
    {
        random?.Shuffle(_numbers);
        return _numbers;
    }
}
