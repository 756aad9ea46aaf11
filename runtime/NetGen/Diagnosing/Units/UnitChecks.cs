using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// Units of rectifiers that are zero for every sample and so learn no more (Lu et al. 2019, Dying ReLU and Initialization), and units of sigmoids that are always at their ends, where the
/// derivative is nearly zero (Glorot and Bengio 2010). Found by tracing some samples.
/// </summary>
internal static class UnitChecks
{
    /// <summary>Parts of a layer's units from which on it is told, and from which on it is a warning.</summary>
    private const double Told = 0.4;
    private const double Warned = 0.5;

    private const int MostSamples = 64;
    private const int LeastSamples = 16;

    /// <summary>The plain way takes about a second for as many operations.</summary>
    private const double Budget = 4e8;

    public static void Run<TInput, TTarget>(ITrainable<TInput, TTarget> network, SampleOfSet<TInput, TTarget> sample, string when, DiagnosisNotes notes)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        var info = network.Network;
        if (!info.Layers.Any(layer => IsWatched(layer.Kind)))
        {
            return;
        }

        if (sample.FirstCount < LeastSamples)
        {
            notes.LeaveOut($"dead and saturated units: {LeastSamples} samples or more say something about units");
            return;
        }

        int samples = Math.Min(sample.FirstCount, (int)Math.Min(Budget / Math.Max(info.Flops, 1), MostSamples));
        if (network is not ITraced traced || samples < LeastSamples)
        {
            notes.LeaveOut(network is ITraced ? "dead and saturated units: looking at single values of so large a network takes long" : "dead and saturated units: the network is on a device; diagnose the one that it was made from");
            return;
        }

        var trace = traced.Trace(InputTensors.Of(info, sample.FirstInputs.AsSpan(0, samples * info.InputSize)));
        foreach (var units in Count(info, trace))
        {
            Judge(units, samples, when, notes);
        }
    }

    private static IEnumerable<UnitCounts> Count(NetworkInfo info, PredictionTrace trace)
    {
        List<UnitCounts> all = [];
        foreach (var (name, value) in trace)
        {
            int order = info.Layers.TakeWhile(layer => layer.Name != name).Count();
            if (order == info.Layers.Count || !IsWatched(info.Layers[order].Kind) || !value.IsBatched || value.Shape.Count == 0)
            {
                continue;
            }

            int axis = UnitAxis(info, order, value.Shape);
            var units = all.Find(units => units.Name == name);
            if (units is null)
            {
                all.Add(units = new UnitCounts(name, info.Layers[order].Kind, value.Shape[axis]));
            }

            // The same layer may be called on other shapes.
            if (units.Units == value.Shape[axis])
            {
                units.Add(value, axis);
            }
        }

        return all;
    }

    private static void Judge(UnitCounts units, int samples, string when, DiagnosisNotes notes)
    {
        bool isRectifier = units.Kind is "ReLU" or "HardSwish";
        int bad = isRectifier ? units.Dead : units.AtTheirEnds;
        double part = (double)bad / units.Units;
        string number = isRectifier ? "dead_units" : "saturated_units";
        notes.Measure(number, Math.Max(part, notes.TryMeasured(number, out double before) ? before : 0));
        if (part < Told)
        {
            return;
        }

        var severity = part < Warned ? FindingSeverity.Info : FindingSeverity.Warning;
        if (isRectifier)
        {
            notes.Find(
                "NG7104", severity, units.Name, $"{bad} of {units.Units} units are zero for all of {samples} samples {when}",
                "They get no gradient any more. A lower learning rate, centred inputs, HeNormal with biases of zero, or LeakyReLU, ELU or GELU in place of ReLU keep units alive.");
        }
        else
        {
            notes.Find(
                "NG7105", severity, units.Name, $"{bad} of {units.Units} units are at an end of {units.Kind} for nearly all of {samples} samples {when}",
                "Their derivative is nearly zero. Bring the inputs to unit variance, initialise with GlorotUniform, normalise before the activation, or take a rectifier.");
        }
    }

    private static bool IsWatched(string kind) => kind is "ReLU" or "HardSwish" or "Tanh" or "Sigmoid" or "HardSigmoid";

    /// <summary>The axis of features or channels: the first of images and of what Conv1D yields, as in the declaration; otherwise the last.</summary>
    private static int UnitAxis(NetworkInfo info, int order, IReadOnlyList<int> shape)
    {
        bool isAsDeclared = shape.SequenceEqual(info.Layers[order].OutputShape);
        string maker = info.Layers.Take(order).LastOrDefault(layer => layer.ParameterCount > 0 && layer.Kind != "BatchNorm")?.Kind ?? "";
        return shape.Count > 1 && isAsDeclared && maker.StartsWith("Conv", StringComparison.Ordinal) ? 0 : shape.Count - 1;
    }
}
