namespace Samples;

/// <summary>Ctrl+C as the samples take it.</summary>
internal static class Interruption
{
    /// <summary>Lets the first Ctrl+C cancel, so that the steps in progress finish; a second one ends the program at once.</summary>
    /// <returns>What the first one cancels.</returns>
    public static CancellationTokenSource Begin()
    {
        var cancellation = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = !cancellation.IsCancellationRequested;
            cancellation.Cancel();
        };
        return cancellation;
    }
}
