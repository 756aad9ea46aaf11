namespace Tuning;

/// <summary>A step of the ladder.</summary>
/// <param name="Trials">How many trials train on it.</param>
/// <param name="Epochs">How many epochs they have behind them at its end, those of the rungs below included.</param>
internal sealed record Rung(int Trials, int Epochs)
{
    /// <summary>As <c>9 to epoch 3</c>.</summary>
    public override string ToString() => $"{Trials} to epoch {Epochs}";
}
