using NetGen;

namespace TransferLearning;

/// <summary>Three ways to a network for which there are few images.</summary>
/// <param name="trunk">The file of a network that has learned to see on other images.</param>
/// <param name="seed">Of the weights that are not in the file, and of the order of the images.</param>
internal sealed class Transfer(string trunk, ulong seed)
{
    private const int Steps = 200;
    private const int BatchSize = 20;
    private const double LearningRate = 2e-3;

    // What is to be changed a little, rather than learned anew.
    private const double Careful = 0.1;

    /// <summary>All weights from the images at hand.</summary>
    public DigitNet FromScratch(Dataset<float, int> images, CancellationToken cancellation)
    {
        var net = new DigitNet(seed);
        Fit(net, images, new Adam(LearningRate), cancellation);
        return net;
    }

    /// <summary>The trunk as it is, frozen; a new head.</summary>
    public DigitNet Frozen(Dataset<float, int> images, CancellationToken cancellation)
    {
        var net = new DigitNet(seed);
        net.Load(trunk, "trunk.*");
        net.Parameters.Freeze("trunk.*");
        Fit(net, images, new Adam(LearningRate), cancellation);
        return net;
    }

    /// <summary>The same, and afterwards trunk and head together, the trunk at a lower rate.</summary>
    public DigitNet FineTuned(Dataset<float, int> images, CancellationToken cancellation)
    {
        var net = Frozen(images, cancellation);
        net.Parameters.Unfreeze("trunk.*");
        Fit(net, images, new Adam(LearningRate) { Groups = [new ParameterGroup("trunk.*") { LearningRateFactor = Careful }] }, cancellation);
        return net;
    }

    // The same number of steps, however many images there are.
    private void Fit(DigitNet net, Dataset<float, int> images, Adam optimizer, CancellationToken cancellation)
    {
        var steps = (images.Count + BatchSize - 1) / BatchSize;
        net.Fit(images, new FitOptions { Epochs = (Steps + steps - 1) / steps, BatchSize = BatchSize, Optimizer = optimizer, Schedule = Schedule.Linear(), Seed = seed }, cancellation);
        cancellation.ThrowIfCancellationRequested();
    }
}
