namespace NetGen.Runtime;

/// <summary>Every how many steps or epochs something is logged; 0: never.</summary>
internal static class LogInterval
{
    /// <summary>Checks a setting.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public static int Check(int value, string name) =>
        value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least 1, or 0 for never, but is {value}.");

    /// <summary>Whether a step or an epoch, counted from 1, is logged.</summary>
    public static bool Holds(int interval, long count) => interval > 0 && count % interval == 0;
}
