namespace NetGen;

/// <summary>
/// The loss before the first step against that of a network that knows nothing. Karpathy 2019, A Recipe for Training Neural Networks, "verify loss @ init": log(n) for n
/// classes, ln 2 for yes or no; for numbers what the answer zero costs.
/// </summary>
internal static class InitialLoss
{
    /// <summary>Weights after He give logits of variance 2 on average, and so a loss 1 above log(n); of a small network they vary to twice that.</summary>
    private const double TolerancePart = 0.5;
    private const double LeastTolerance = 2;

    /// <summary>First answers have a variance of some units, whatever the targets are.</summary>
    private const double NumberTolerance = 10;

    public static void Run<TInput, TTarget>(NetworkInfo network, SampleOfSet<TInput, TTarget> sample, double loss, DiagnosisNotes notes)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        notes.Measure("initial_loss", loss);
        if (!double.IsFinite(loss))
        {
            notes.Fail("NG7102", network.Name, $"the loss before the first step is {loss}", "A weight or an operation (a division, a logarithm, a root) is not finite: net.Trace shows every value; check weights that were loaded.");
            return;
        }

        if (Expected(network, sample) is not { } expected)
        {
            return;
        }

        notes.Measure("expected_initial_loss", expected);
        double tolerance = network.HasLoss("MeanSquaredError") ? Math.Max(NumberTolerance, expected) : Math.Max(LeastTolerance, TolerancePart * expected);
        if (loss > expected + tolerance)
        {
            notes.Warn(
                "NG7101", LastLayer(network), $"the loss before the first step is {loss:G4}; that of a network that knows nothing is {expected:G4}",
                "The first answers are far too sure or too large: look at the scale of the inputs, at the initialisers, and at weights that were loaded. The first epochs only undo this.");
        }
    }

    /// <summary>The loss of equal probabilities, or of the answer zero; null where it is not known.</summary>
    public static double? Expected<TInput, TTarget>(NetworkInfo network, SampleOfSet<TInput, TTarget> sample)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        // Weights of classes are divided by their own sum; other weights change what an answer costs.
        if (network.HasSeveralAnswers || network.Targets.Count == 0 || network.Loss!.Replace("ClassWeights", "", StringComparison.Ordinal).Contains("Weight", StringComparison.Ordinal))
        {
            return null;
        }

        var target = network.Targets[0];
        return target.Loss switch
        {
            "SoftmaxCrossEntropy" => Math.Log(target.Classes),
            "BinaryCrossEntropy" => Math.Log(2),
            "Hinge" => 1,
            "MeanSquaredError" => Math.Pow(sample.Targets.RootMeanSquare(0, target.Size), 2),
            _ => null,
        };
    }

    private static string LastLayer(NetworkInfo network) => network.Layers.LastOrDefault(layer => layer.ParameterCount > 0)?.Name ?? network.Name;
}
