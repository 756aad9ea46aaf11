namespace NetGen.Runtime.Tests.Buffers;

/// <summary>What a generated class makes of <see cref="NormCore"/>.</summary>
internal sealed class NormNetwork(int features) : ITrainable<float, float>
{
    public static NetworkInfo Info => throw new NotSupportedException("There is one for each number of features.");

    public NormCore Core { get; } = new(features);

    public NetworkInfo Network => Core.Layout.Info;

    public ParameterSet<float> Parameters => Core.Storage.Parameters;

    ParameterSet INetwork.Parameters => Parameters;

    public BufferSet Buffers => Core.Buffers;

    public ModelMetadata Metadata => Core.Metadata;

    public RandomState Random => Core.Random;

    /// <summary>All that training changes, bit by bit.</summary>
    public string[] State =>
    [
        .. Parameters.ToArray().Select(value => BitConverter.SingleToInt32Bits(value).ToString("x8", null)),
        .. Mean.Concat(Variance).Select(value => BitConverter.SingleToInt32Bits(value).ToString("x8", null)),
        Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
    ];

    public float[] Mean => ((NetworkBuffer<float>)Buffers[NormLayouts.Mean]).ToArray();

    public float[] Variance => ((NetworkBuffer<float>)Buffers[NormLayouts.Variance]).ToArray();

    public long Count
    {
        get => ((NetworkCounter)Buffers[NormLayouts.Count]).Value;
        set => ((NetworkCounter)Buffers[NormLayouts.Count]).Value = value;
    }

    /// <summary>Samples whose features have means and spreads of their own.</summary>
    public static (float[] Inputs, float[] Targets) Batch(int features, int samples, int seed = 1)
    {
        var random = new Random(seed);
        var (inputs, targets) = (new float[features * samples], new float[samples]);
        for (int i = 0; i < inputs.Length; i++)
        {
            inputs[i] = (i % features % 7) - 3 + ((float)random.NextDouble() * (1 + (i % features % 5)));
            targets[i / features] += inputs[i] / features;
        }

        return (inputs, targets);
    }

    public static Dataset<float, float> Set(int features, int samples, int seed = 1)
    {
        var (inputs, targets) = Batch(features, samples, seed);
        return Dataset.From(inputs, targets, features);
    }

    public void Predict(ReadOnlySpan<float> inputs, Span<float> outputs) => Core.Predict(inputs, outputs);

    public float Loss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets) => Core.Loss(inputs, targets, []);

    public float Loss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights) => Core.Loss(inputs, targets, sampleWeights);

    public float Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradients) => Core.Gradient(inputs, targets, [], gradients, []);

    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Optimizer optimizer) => Core.Step(inputs, targets, [], optimizer);

    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> sampleWeights, Optimizer optimizer) =>
        Core.Step(inputs, targets, sampleWeights, optimizer);

    public void Save(string path) => Core.Save(path);

    public void Load(string path) => Core.Load(path);

    public void Load(string path, string pattern) => Core.Load(path, pattern);
}
