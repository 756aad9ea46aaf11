using NetGen;

namespace Churn;

/// <summary>How the network is trained.</summary>
/// <remarks>
/// Of 25 settings, the one with the best mean in cross-validation within the four fifths that are no test part, over five divisions of the real table. What is test
/// part of one division is learned from in another: the choice did not see the test parts that benchmarks/NetGen.Tables measures, but is not blind to their rows.
/// </remarks>
internal static class ChurnTraining
{
    /// <summary>Customers who stay for each one who leaves, 5,174 to 1,869 in the real table. A part of the network, and therefore a constant.</summary>
    public const double PositiveWeight = 2.77;

    /// <summary>Passes through the training part, unless early stopping ends the training before.</summary>
    public const int Epochs = 40;

    /// <summary>The measure that early stopping watches: the probability that a customer who leaves gets a higher answer than one who stays.</summary>
    public const string Measure = "validation_roc_auc";

    /// <summary>Trains the network, and leaves it with the weights of its best epoch and with answers that are probabilities.</summary>
    /// <param name="net">The network.</param>
    /// <param name="train">The customers to learn from.</param>
    /// <param name="validation">The customers by which the best epoch is found.</param>
    /// <param name="options">What the user decides; the rest is set here.</param>
    /// <param name="cancellation">Ends the training between two steps.</param>
    public static FitResult Run(ChurnNet net, Dataset<float, float> train, Dataset<float, float> validation, FitOptions options, CancellationToken cancellation)
    {
        var result = net.Fit(train, options with
        {
            BatchSize = 64,
            Optimizer = new AdamW(2e-3, weightDecay: 1),
            Schedule = Schedule.Cosine(warmup: 0.1),
            Validation = validation,
            EarlyStopping = new(patience: 15, Measure),
        }, cancellation);
        if (!result.Cancelled)
        {
            TakeWeightOut(net);
        }

        return result;
    }

    // A network that learned from w-fold positives answers with w-fold odds: probabilities that are far too high, in the right order. Its last layer yields
    // the logarithm of the odds, so ln w less in its bias makes them right (King and Zeng 2001, "Logistic Regression in Rare Events Data"). Checkpoints
    // keep the network as it was trained.
    private static void TakeWeightOut(ChurnNet net)
    {
        var bias = net.Parameters["dense3.bias"];
        bias.CopyFrom([bias.ToArray()[0] - (float)Math.Log(PositiveWeight)]);
    }
}
