namespace NetGen.Accuracy;

/// <summary>The largest error so far, and where it occurred.</summary>
internal sealed class Worst
{
    private readonly Lock _lock = new();

    public double Ulps { get; private set; }

    public double X { get; private set; }

    public double Y { get; private set; }

    public void Add(double ulps, double x, double y = 0)
    {
        lock (_lock)
        {
            if (ulps > Ulps)
            {
                (Ulps, X, Y) = (ulps, x, y);
            }
        }
    }

    public override string ToString() => FormattableString.Invariant($"{Ulps:0.000} at {X:R}{(Y == 0 ? "" : FormattableString.Invariant($", {Y:R}"))}");
}
