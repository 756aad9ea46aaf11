using System.Reflection;
using NetGen.Runtime;

namespace NetGen.Gpu.Tests;

/// <summary>A network, or its copy on a device, behind arrays: one per input, target and output.</summary>
internal sealed class Subject
{
    private readonly MemberCall _predict;
    private readonly MemberCall _loss;
    private readonly MemberCall _gradient;
    private readonly MemberCall _backward;
    private readonly MemberCall _step;

    public Subject(INetwork network, NetworkLayout layout)
    {
        Network = network;
        Layout = layout;
        var (inputs, outputs, targets) = (layout.Inputs.Length, layout.Outputs.Length, layout.Targets.Count(target => target.Size > 0));
        _predict = MemberCall.Of(network, "Predict", inputs + outputs);
        _loss = MemberCall.Of(network, "Loss", inputs + targets);
        _gradient = MemberCall.Of(network, "Gradient", inputs + targets + 1 + ValueInputs.Length);
        _backward = MemberCall.Of(network, "Backward", inputs + outputs + 1 + ValueInputs.Length);
        _step = MemberCall.Of(network, "Step", inputs + targets + 1);
    }

    public INetwork Network { get; }

    public NetworkLayout Layout { get; }

    /// <summary>Values per sample of the inputs that have gradients: nothing lies between two tokens.</summary>
    private int[] ValueInputs => [.. Layout.Info.Inputs.Where(input => input.Vocabulary == 0).Select(input => input.Size)];

    public Type Scalar => Layout.Info.Precision == Precision.Single ? typeof(float) : typeof(double);

    /// <summary>Parameters of a size that keeps activations near one, so that all branches of the functions are seen.</summary>
    public static Subject Create(string name, int seed)
    {
        var network = NetworkTypes.Create(name, 1);
        var core = network.GetType().GetField("_netgen", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(network)!;
        var layout = core.GetType().GetProperty("Layout", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)?.GetValue(core) as NetworkLayout
            ?? (NetworkLayout)core.GetType().GetField("Layout", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)!.GetValue(null)!;
        var random = new Random(seed);
        foreach (var parameter in network.Parameters)
        {
            var scale = parameter.Shape.Count >= 2 ? 1.2 / Math.Sqrt((double)parameter.Length / parameter.Shape[0]) : 0.3;
            var centre = parameter.Name.Contains("norm", StringComparison.Ordinal) && parameter.Name.EndsWith("weight", StringComparison.Ordinal) ? 1 : 0;
            Samples.Fill(network.Parameters, parameter, () => centre + (scale * Samples.Normal(random)));
        }

        return new(network, layout);
    }

    public Array[] Predict(Batch batch)
    {
        var outputs = Arrays(Layout.Outputs, batch.Size);
        _predict.Call([.. batch.Inputs, .. outputs]);
        return outputs;
    }

    public double Loss(Batch batch) => Convert.ToDouble(_loss.Call([.. batch.Inputs, .. batch.Targets]), null);

    /// <summary>The loss in training mode, its gradient by all parameters, and by each input.</summary>
    public (double Loss, Array Gradient, Array[] InputGradients) Gradient(Batch batch)
    {
        var (gradient, inputs) = (New(Network.Parameters.Length), Arrays(ValueInputs, batch.Size));
        return (Convert.ToDouble(_gradient.Call([.. batch.Inputs, .. batch.Targets, gradient, .. inputs]), null), gradient, inputs);
    }

    public (Array Gradient, Array[] InputGradients) Backward(Batch batch)
    {
        var (gradient, inputs) = (New(Network.Parameters.Length), Arrays(ValueInputs, batch.Size));
        _backward.Call([.. batch.Inputs, .. batch.OutputGradients, gradient, .. inputs]);
        return (gradient, inputs);
    }

    public double Step(Batch batch, Optimizer optimizer) => Convert.ToDouble(_step.Call([.. batch.Inputs, .. batch.Targets, optimizer]), null);

    private Array[] Arrays(int[] sizes, int batch) => Array.ConvertAll(sizes, size => New(size * batch));

    private Array New(int length) => Array.CreateInstance(Scalar, length);
}
