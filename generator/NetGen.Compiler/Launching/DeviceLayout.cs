using NetGen.Compiler.Emission;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Launching;

/// <summary>Where on the device everything lies that host and kernels share. Lengths are in values, per sample where a batch stands in front.</summary>
/// <param name="ParameterOffsets">First value of each parameter, a multiple of 64.</param>
/// <param name="ParameterLength">Values of all parameters, with padding.</param>
/// <param name="BufferOffsets">First value of each buffer, behind the parameters; a multiple of 64.</param>
/// <param name="Inputs">Values per sample before each input.</param>
/// <param name="Targets">Values per sample before each target; −1 for labels.</param>
/// <param name="RowWeights">Values per sample before the row weights of each loss.</param>
/// <param name="OutputGradients">Values per sample before the gradient by each output.</param>
/// <param name="Given">Values per sample that the user gives.</param>
/// <param name="Labels">Labels per sample before those of each target; −1 for values.</param>
/// <param name="LabelCount">Labels per sample.</param>
/// <param name="Predictions">Values per sample before each prediction.</param>
/// <param name="InputGradients">Values per sample before the gradient by each input.</param>
/// <param name="Results">Values per sample that come back.</param>
public sealed record DeviceLayout(
    IReadOnlyList<int> ParameterOffsets, int ParameterLength, IReadOnlyList<int> BufferOffsets, IReadOnlyList<int> Inputs, IReadOnlyList<int> Targets, IReadOnlyList<int> RowWeights,
    IReadOnlyList<int> OutputGradients, int Given, IReadOnlyList<int> Labels, int LabelCount, IReadOnlyList<int> Predictions, IReadOnlyList<int> InputGradients, int Results)
{
    /// <summary>Blocks begin at multiples of this many values: 256 bytes of single precision.</summary>
    public const int Alignment = 64;

    /// <summary>Values before the results per sample: the losses.</summary>
    public const int LossSlots = 64;

    public static DeviceLayout Of(NetworkPlan plan)
    {
        var (offsets, length) = Prefixes(plan.Parameters.Select(parameter => (long)RoundUp(parameter.Spec.Shape.Count)), 0);
        var (buffers, _) = Prefixes(plan.Buffers.Select(buffer => buffer.Spec.Shape.Rank == 0 ? 0L : RoundUp(buffer.Spec.Shape.Count)), length);
        var inputShapes = plan.Spec.Inputs.Select(input => input.Shape.Count).ToList();
        var outputShapes = plan.Network.Outputs.Select(output => output.Count).ToList();
        var (inputs, afterInputs) = Prefixes(inputShapes, 0);
        var (targets, afterTargets) = Prefixes(plan.Network.Targets.Select(target => target.Labels ? 0 : target.Shape.Count), afterInputs);
        var (weights, afterWeights) = Prefixes(plan.Network.Targets.Select(target => (long)target.RowsPerSample), afterTargets);
        var (outputGradients, given) = Prefixes(outputShapes, afterWeights);
        var (labels, labelCount) = Prefixes(plan.Network.Targets.Select(target => target.Labels ? target.Shape.Count : 0), 0);
        var (predictions, afterPredictions) = Prefixes(outputShapes, 0);
        var (inputGradients, results) = Prefixes(inputShapes, afterPredictions);
        return new DeviceLayout(offsets, length, buffers, inputs, Only(targets, plan, labels: false), weights, outputGradients, given,
            Only(labels, plan, labels: true), labelCount, predictions, inputGradients, results);
    }

    /// <summary>The place of a value that the user gives or that is a parameter.</summary>
    public DevicePlace PlaceOf(Operation given) => given switch
    {
        InputOperation input => new(DeviceSpace.Given, Inputs[input.Index]),
        TargetOperation { Labels: true } target => new(DeviceSpace.Labels, Labels[target.Index]),
        TargetOperation target => new(DeviceSpace.Given, Targets[target.Index]),
        RowWeightOperation weight => new(DeviceSpace.Given, RowWeights[weight.Index]),
        OutputGradientOperation gradient => new(DeviceSpace.Given, OutputGradients[gradient.Index]),
        BufferOperation buffer => new(DeviceSpace.Parameters, BufferOffsets[buffer.Index]),
        ParameterOperation parameter => new(DeviceSpace.Parameters, ParameterOffsets[parameter.Index]),
        _ => throw new InvalidOperationException($"{given.Name} is not given by the user."),
    };

    /// <summary>The next multiple of <see cref="Alignment"/>.</summary>
    public static int RoundUp(long values) => checked((int)((values + Alignment - 1) / Alignment * Alignment));

    private static IReadOnlyList<int> Only(IReadOnlyList<int> prefixes, NetworkPlan plan, bool labels) =>
        prefixes.Zip(plan.Network.Targets, (prefix, target) => target.Labels == labels ? prefix : -1).ToList();

    private static (IReadOnlyList<int> Offsets, int End) Prefixes(IEnumerable<long> sizes, int start)
    {
        var offsets = new List<int>();
        foreach (var size in sizes)
        {
            offsets.Add(start);
            start = checked((int)(start + size));
        }

        return (offsets, start);
    }
}
