namespace NetGen;

/// <summary>
/// Whether the network can learn a single batch by heart. Karpathy 2019, A Recipe for Training Neural Networks, "overfit one batch": a network that cannot has a fault that more
/// data and more epochs do not mend. It is trained for this, and put back bit by bit.
/// </summary>
internal sealed class OneBatch<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private const int MostSamples = 32;
    private const int LeastSamples = 4;
    private const int MostSteps = 400;
    private const int LeastSteps = 60;
    private const int ParametersPerTarget = 10;
    private const int StepsPerMeasurement = 20;

    /// <summary>Floating-point operations: some seconds of a processor, and what is too long to wait for.</summary>
    private const double Budget = 1e11;
    private const double Most = 2e12;

    // Adam takes steps of about the rate in every weight: the first is safe for all architectures, the second leaves plateaus.
    private static readonly double[] Rates = [1e-3, 1e-2];

    private readonly ITrainable<TInput, TTarget> _network;
    private readonly SampleOfSet<TInput, TTarget> _sample;
    private readonly int _samples;
    private readonly int _steps;
    private readonly bool _isTooLarge;

    public OneBatch(ITrainable<TInput, TTarget> network, SampleOfSet<TInput, TTarget> sample)
    {
        _network = network;
        _sample = sample;
        double flops = Math.Max(network.Network.TrainingFlops, 1);
        _samples = Math.Min(sample.FirstCount, (int)Math.Clamp(Budget / (flops * LeastSteps), LeastSamples, MostSamples));
        _steps = (int)Math.Clamp(Budget / (flops * _samples), LeastSteps, MostSteps);
        _isTooLarge = flops * _samples * _steps > Most;
    }

    /// <summary>The loss before the first step.</summary>
    private double First { get; set; } = double.NaN;

    /// <summary>The lowest loss, in training or in evaluation mode: dropout keeps the one high, young running statistics the other.</summary>
    private double Lowest { get; set; } = double.PositiveInfinity;

    private int Taken { get; set; }

    /// <summary>Whether it has too few weights to know every answer by heart, as a logistic regression has.</summary>
    private bool IsTooSmall => _network.Parameters.Where(parameter => !parameter.Frozen).Sum(parameter => (long)parameter.Length) < ParametersPerTarget * (long)_samples * _network.Network.TargetSize;

    private ReadOnlySpan<TInput> Inputs => _sample.FirstInputs.AsSpan(0, _samples * _network.Network.InputSize);

    private ReadOnlySpan<TTarget> Targets => _sample.FirstTargets.AsSpan(0, _samples * _network.Network.TargetSize);

    /// <exception cref="OperationCanceledException">The token was cancelled; the network is as it was.</exception>
    public void Run(DiagnosisNotes notes, CancellationToken cancellation)
    {
        var info = _network.Network;
        string? obstacle = _samples < info.SmallestTrainingBatch ? "it has too few samples"
            : _network.Parameters.All(parameter => parameter.Frozen) ? "all parameters are frozen"
            : _isTooLarge ? "it takes long with so large a network"
            : null;
        if (obstacle is not null)
        {
            notes.LeaveOut("learning one batch: " + obstacle);
            return;
        }

        First = _network.Loss(Inputs, Targets);
        var verdict = new OneBatchVerdict(info, First, InitialLoss.Expected(info, _sample));
        foreach (double rate in Rates)
        {
            if (!verdict.IsLearned(Lowest))
            {
                Attempt(rate, verdict, cancellation);
            }
        }

        notes.Measure("one_batch_loss", Lowest);
        notes.Measure("one_batch_steps", Taken);
        verdict.Note(_samples, Taken, Lowest, IsTooSmall, notes);
    }

    private void Attempt(double rate, OneBatchVerdict verdict, CancellationToken cancellation)
    {
        var before = new NetworkSnapshot(_network);
        try
        {
            var optimizer = new Adam(rate);
            for (Taken = 1; Taken <= _steps && !verdict.IsLearned(Lowest); Taken++)
            {
                cancellation.ThrowIfCancellationRequested();
                double loss = _network.Step(Inputs, Targets, optimizer);
                if (!double.IsFinite(loss))
                {
                    return;
                }

                Lowest = Math.Min(Lowest, loss);
                if (Taken % StepsPerMeasurement == 0 || Taken == _steps)
                {
                    Lowest = Math.Min(Lowest, _network.Loss(Inputs, Targets));
                }
            }

            Taken--;
        }
        finally
        {
            before.Restore();
        }
    }
}
