using NetGen;

namespace HousePrices;

/// <summary>How the network is trained.</summary>
/// <remarks>
/// Of 15 settings, the one with the best mean in cross-validation within the four fifths that are no test part, over five divisions of the real table. What is test
/// part of one division is learned from in another: the choice did not see the test parts that benchmarks/NetGen.Tables measures, but is not blind to their rows.
/// </remarks>
internal static class HouseTraining
{
    /// <summary>Passes through the training part, unless early stopping ends the training before.</summary>
    public const int Epochs = 60;

    /// <summary>The measure that early stopping watches: the root mean squared error, in standard deviations of the price, as the target is scaled.</summary>
    public const string Measure = "validation_rmse";

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
            Optimizer = new AdamW(3e-3, weightDecay: 0.1),
            Schedule = Schedule.Cosine(warmup: 0.05),

            // The mean of the weights over the last two or three epochs errs less than those of any single step.
            AverageDecay = 0.998,
            Validation = validation,
            EarlyStopping = new(patience: 15, Measure),
        }, cancellation);
}
