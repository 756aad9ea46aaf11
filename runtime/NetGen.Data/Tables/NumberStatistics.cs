namespace NetGen;

/// <summary>Mean, deviation and range of numbers that come one at a time (Welford, 1962). The same numbers in the same order give the same bits.</summary>
internal struct NumberStatistics
{
    private double _mean, _squares, _minimum, _maximum;

    public long Count { get; private set; }

    public readonly double Mean => Count == 0 ? double.NaN : _mean;

    /// <summary>The population standard deviation.</summary>
    public readonly double Deviation => Count == 0 ? double.NaN : Math.Sqrt(_squares / Count);

    public readonly double Minimum => Count == 0 ? double.NaN : _minimum;

    public readonly double Maximum => Count == 0 ? double.NaN : _maximum;

    public void Add(double value)
    {
        Count++;
        double before = value - _mean;
        _mean += before / Count;
        _squares += before * (value - _mean);
        if (Count == 1)
        {
            (_minimum, _maximum) = (value, value);
        }
        else
        {
            _minimum = Math.Min(_minimum, value);
            _maximum = Math.Max(_maximum, value);
        }
    }
}
