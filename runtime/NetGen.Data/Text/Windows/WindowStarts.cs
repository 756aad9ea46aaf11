using NetGen.Digits;

namespace NetGen;

/// <summary>Where the windows of a pass begin.</summary>
internal interface IWindowStarts
{
    public int this[int window] { get; }
}

/// <summary>Side by side.</summary>
internal sealed class AdjacentStarts(int length) : IWindowStarts
{
    public int this[int window] => window * length;
}

/// <summary>Evenly spread over all places.</summary>
internal sealed class SpreadStarts(int last, int count) : IWindowStarts
{
    public int this[int window] => count == 1 ? 0 : (int)((long)last * window / (count - 1));
}

/// <summary>Anywhere; each from a generator of its own, so that a pass can begin with any of them.</summary>
internal sealed class RandomStarts(int last, ulong seed, int epoch) : IWindowStarts
{
    private readonly ulong _seed = new Xoshiro256(seed, (ulong)epoch).Next();

    public int this[int window] => new CounterRandom(_seed, (ulong)window).Below(last + 1);
}

/// <summary>Side by side from a first place below a window's length, in any order. What would end behind the corpus is moved to its end.</summary>
internal sealed class ShuffledStarts : IWindowStarts
{
    private readonly int[] _order;
    private readonly int _length;
    private readonly int _last;
    private readonly int _first;

    public ShuffledStarts(int length, int last, int count, ulong seed, int epoch)
    {
        (_order, _length, _last) = (new int[count], length, last);
        Permutation.Draw(_order, seed, (ulong)epoch);
        _first = new CounterRandom(seed, (ulong)epoch).Below(length);
    }

    public int this[int window] => (int)Math.Min(((long)_order[window] * _length) + _first, _last);
}
