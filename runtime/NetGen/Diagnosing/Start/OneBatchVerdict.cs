namespace NetGen;

/// <summary>What the loss of a batch that was learned by heart says.</summary>
internal sealed class OneBatchVerdict
{
    /// <summary>Parts of the loss at the start: what counts as learned, as hardly learned and as not learned at all.</summary>
    private const double Learned = 0.1;
    private const double Hardly = 0.5;
    private const double Nothing = 0.95;

    private readonly NetworkInfo _network;
    private readonly double _first;
    private readonly double _start;
    private readonly double _floor;
    private readonly bool _isKnown;

    /// <param name="network">The network.</param>
    /// <param name="first">The loss before the first step.</param>
    /// <param name="expected">The loss of a network that knows nothing, which is the measure also for one that starts worse or has learned already; null: unknown.</param>
    public OneBatchVerdict(NetworkInfo network, double first, double? expected)
    {
        (_network, _first) = (network, first);
        _start = expected ?? first;
        _floor = SmoothedLabels.Floor(network);

        // Losses of the user's own may have any value at their best.
        _isKnown = network.Targets.Count > 0 && network.Targets.All(target => IsZeroAtBest(target.Loss));
    }

    public bool IsLearned(double loss) => _isKnown ? Part(loss) <= Learned : loss < _first - (Learned * Math.Abs(_first));

    public void Note(int samples, int steps, double lowest, bool isTooSmall, DiagnosisNotes notes)
    {
        if (IsLearned(lowest))
        {
            return;
        }

        if (isTooSmall)
        {
            notes.Tell(
                "NG7103", _network.Name, $"the network is too small to know {samples} samples by heart: in {steps} steps of Adam the loss went from {_first:G4} to {lowest:G4}",
                "That is no fault: where few weights are enough, they cannot learn single samples. It says nothing about layers and loss.");
            return;
        }

        bool isNothing = _isKnown ? Part(lowest) > Nothing : lowest >= _first;
        if (isNothing || (_isKnown && Part(lowest) > Hardly))
        {
            notes.Warn(
                "NG7103", _network.Name,
                $"{samples} samples are {(isNothing ? "not learned at all" : "hardly learned")}: in {steps} steps of Adam the loss went from {_first:G4} to {lowest:G4}",
                "A network that cannot learn so few by heart has a fault in its layers or its loss, or its targets do not follow from its inputs (are both read in the same order?). The other findings may tell which.");
        }
        else
        {
            notes.Tell(
                "NG7103", _network.Name, $"{samples} samples are learned in part: in {steps} steps of Adam the loss went from {_first:G4} to {lowest:G4}",
                "A narrow middle, soft targets or the same input with two answers keep a loss above zero; otherwise the network may be too small, or its gradients too weak.");
        }
    }

    private static bool IsZeroAtBest(string loss) => loss is "SoftmaxCrossEntropy" or "BinaryCrossEntropy" or "MeanSquaredError" or "MeanAbsoluteError" or "Huber" or "KLDivergence" or "Hinge";

    private double Part(double loss) => (loss - _floor) / Math.Max(_start - _floor, double.Epsilon);
}
