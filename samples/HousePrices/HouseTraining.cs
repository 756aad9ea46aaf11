using NetGen;

namespace HousePrices;

/// <summary>How the network is trained. The settings were chosen by cross-validation within the training part; no test district was looked at.</summary>
internal static class HouseTraining
{
    /// <summary>Passes through the training part, unless early stopping ends the training before.</summary>
    public const int Epochs = 60;

    /// <summary>Trains the network, and leaves it with the weights of its best epoch.</summary>
    /// <param name="net">The network.</param>
    /// <param name="train">The districts to learn from.</param>
    /// <param name="validation">The districts by which the best epoch is found.</param>
    /// <param name="options">What the user decides; the rest is set here.</param>
    /// <param name="cancellation">Ends the training between two steps.</param>
    public static FitResult Run(HouseNet net, Dataset<float, float> train, Dataset<float, float> validation, FitOptions options, CancellationToken cancellation) =>
        net.Fit(train, options with
        {
            BatchSize = 64,
            Optimizer = new AdamW(3e-3, weightDecay: 0.01),
            Schedule = Schedule.Cosine(warmup: 0.05),
            Validation = validation,
            EarlyStopping = new(patience: 15, "validation_rmse"),
        }, cancellation);
}
