namespace NetGen;

/// <summary>What the units of an activation did on some samples: those of a vector one by one, of an image its channels, of a sequence its features.</summary>
internal sealed class UnitCounts
{
    private const double Saturated = 0.95;

    private readonly int[] _nonzero;
    private readonly int[] _saturated;
    private readonly int[] _values;

    /// <param name="name">The name of the layer.</param>
    /// <param name="kind">The activation.</param>
    /// <param name="units">The number of units.</param>
    public UnitCounts(string name, string kind, int units)
    {
        (Name, Kind) = (name, kind);
        (_nonzero, _saturated, _values) = (new int[units], new int[units], new int[units]);
    }

    public string Name { get; }

    public string Kind { get; }

    public int Units => _values.Length;

    /// <summary>Units that were zero wherever they were looked at.</summary>
    public int Dead => _nonzero.Count(count => count == 0);

    /// <summary>Units that were at their end, either one, nearly wherever they were looked at.</summary>
    public int AtTheirEnds => Enumerable.Range(0, Units).Count(unit => _saturated[unit] >= Saturated * _values[unit]);

    /// <summary>Adds what a layer yielded.</summary>
    /// <param name="value">The values of the samples.</param>
    /// <param name="axis">Which axis is that of the units.</param>
    public void Add(Tensor value, int axis)
    {
        int inner = value.Shape.Skip(axis + 1).Aggregate(1, (product, extent) => product * extent);
        var values = value.Values;
        for (int at = 0; at < values.Length; at++)
        {
            int unit = at / inner % Units;
            _values[unit]++;
            _nonzero[unit] += values[at] != 0 ? 1 : 0;
            _saturated[unit] += IsAtAnEnd(values[at]) ? 1 : 0;
        }
    }

    private bool IsAtAnEnd(double value) => Kind switch
    {
        "Tanh" => Math.Abs(value) > Saturated,
        "Sigmoid" or "HardSigmoid" => Math.Abs((2 * value) - 1) > Saturated,
        _ => false,
    };
}
