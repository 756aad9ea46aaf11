using NetGen;

namespace Digits;

/// <summary>
/// Lowers the learning rate after every epoch, in a straight line towards zero, and passes the news on: small steps at the end let
/// the network settle, which is worth a quarter of a per cent on MNIST.
/// </summary>
internal sealed class LinearDecay(Optimizer optimizer, IProgress<FitProgress> next) : IProgress<FitProgress>
{
    private readonly double start = optimizer.LearningRate;

    public void Report(FitProgress value)
    {
        if (value.Completed is { } epoch && epoch.Epoch < value.Epochs)
        {
            optimizer.LearningRate = start * (1 - ((double)epoch.Epoch / value.Epochs));
        }

        next.Report(value);
    }
}
