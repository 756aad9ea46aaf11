using System.Globalization;

namespace NetGen;

/// <summary>PyTorch's <c>ReduceLROnPlateau</c> with a relative threshold.</summary>
internal sealed class PlateauSchedule : Schedule
{
    private double? _best;
    private int _badEpochs;
    private int _cooling;
    private int _reductions;

    public required double Reduction { get; init; }

    public required int Patience { get; init; }

    public required string? Monitor { get; init; }

    public required bool? Maximize { get; init; }

    public required double Threshold { get; init; }

    public required int Cooldown { get; init; }

    public required double Minimum { get; init; }

    internal override (string? Monitor, bool? Maximize)? Watches => (Monitor, Maximize);

    private protected override string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"OnPlateau(factor {Reduction}, patience {Patience}, watching {Monitor ?? "the loss"}, maximize {Maximize?.ToString() ?? "by name"}, threshold {Threshold}, cooldown {Cooldown}, minimum {Minimum})");

    internal override void Reset() => (_best, _badEpochs, _cooling, _reductions) = (null, 0, 0, 0);

    internal override void EndEpoch(double monitored, bool maximize)
    {
        bool better = IsBetter(monitored, maximize);
        _best = better ? monitored : _best;
        _badEpochs = better ? 0 : _badEpochs + 1;
        if (_cooling > 0)
        {
            _cooling--;
            _badEpochs = 0;
        }

        if (_badEpochs > Patience)
        {
            (_badEpochs, _cooling) = (0, Cooldown);
            _reductions++;
        }
    }

    internal override string? SaveState() =>
        string.Create(CultureInfo.InvariantCulture, $"{Setting.Text(_best)} {_badEpochs} {_cooling} {_reductions}");

    internal override void RestoreState(string state)
    {
        string[] parts = state.Split(' ');
        double best = 0;
        if (parts.Length != 4
            || (parts[0] != Setting.Text(null) && !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out best))
            || !TryCount(parts[1], out int bad) || !TryCount(parts[2], out int cooling) || !TryCount(parts[3], out int reductions))
        {
            throw new InvalidDataException($"'{state}' is not the state of a schedule on a plateau: four numbers, as in '0.125 2 0 1'.");
        }

        (_best, _badEpochs, _cooling, _reductions) = (parts[0] == Setting.Text(null) ? null : best, bad, cooling, reductions);
    }

    private protected override double After(long step, long steps, int stepsPerEpoch) =>
        Math.Max(Power.Of(Reduction, _reductions), Minimum);

    private static bool TryCount(string text, out int count) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count);

    /// <summary>A number that is not one improves nothing.</summary>
    private bool IsBetter(double value, bool maximize)
    {
        double best = _best ?? (maximize ? double.NegativeInfinity : double.PositiveInfinity);
        return maximize ? value > best * (1 + Threshold) : value < best * (1 - Threshold);
    }
}
