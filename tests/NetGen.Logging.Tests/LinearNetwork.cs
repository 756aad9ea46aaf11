using NetGen.Runtime;

namespace NetGen.Logging.Tests;

/// <summary>y = w x + b trained by squared error, with the parameters dense1.weight [1, 2] and dense1.bias [1]; only what logs ask for works.</summary>
internal sealed class LinearNetwork : ITrainable<float, float>
{
    private readonly ParameterStorage<float> _storage = new(
        "Line",
        [
            new ParameterLayout("dense1.weight", [1, 2], ParameterKind.Vector, 0, 0, 16, -1, Initializer.Zeros, 2, 1, 1, false),
            new ParameterLayout("dense1.bias", [1], ParameterKind.Vector, 2, 16, 16, -1, Initializer.Zeros, 2, 1, 1, false),
        ],
        seed: 0);

    public static NetworkInfo Info { get; } = new(
        "Line", Precision.Single, [2], [1], 1, "MeanSquaredError", [new LayerInfo("dense1", "Dense", "Dense(1)", [1], 3, 4)], 8, 16);

    public NetworkInfo Network => Info;

    public ParameterSet Parameters => _storage.Parameters;

    public BufferSet Buffers => throw new NotSupportedException();

    public ModelMetadata Metadata => field ??= new(Info);

    public RandomState Random { get; } = new(0);

    public void SetWeights(params ReadOnlySpan<float> weights)
    {
        _storage.Parameters[0].CopyFrom(weights[..2]);
        _storage.Parameters[1].CopyFrom(weights[2..]);
    }

    public float Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients)
    {
        gradients.Clear();
        float[] weight = _storage.Parameters[0].ToArray(), bias = _storage.Parameters[1].ToArray();
        float loss = 0;
        for (int i = 0; i < targets.Length; i++)
        {
            float error = (weight[0] * inputs[2 * i]) + (weight[1] * inputs[(2 * i) + 1]) + bias[0] - targets[i];
            gradients[0] += 2 * error * inputs[2 * i] / targets.Length;
            gradients[1] += 2 * error * inputs[(2 * i) + 1] / targets.Length;
            gradients[2] += 2 * error / targets.Length;
            loss += error * error / targets.Length;
        }

        return loss;
    }

    /// <summary>Plain gradient descent.</summary>
    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Optimizer optimizer)
    {
        Span<float> gradients = stackalloc float[3];
        float loss = Gradient(inputs, targets, gradients), rate = (float)optimizer.LearningRate;
        float[] weight = _storage.Parameters[0].ToArray(), bias = _storage.Parameters[1].ToArray();
        SetWeights(weight[0] - (rate * gradients[0]), weight[1] - (rate * gradients[1]), bias[0] - (rate * gradients[2]));
        return loss;
    }

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => throw new NotSupportedException();

    public float Loss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => throw new NotSupportedException();

    public float Loss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights) => throw new NotSupportedException();

    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights, Optimizer optimizer) => throw new NotSupportedException();

    public void Save(string path) => throw new NotSupportedException();

    public void Load(string path) => throw new NotSupportedException();

    public void Load(string path, string pattern) => throw new NotSupportedException();
}
