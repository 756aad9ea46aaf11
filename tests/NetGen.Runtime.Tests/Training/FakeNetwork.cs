namespace NetGen.Runtime.Tests.Training;

/// <summary>
/// y = W x + b by plain loops and plain gradient descent, to test the loop around it: one output trained by squared error or
/// binary cross-entropy, or classes trained by cross-entropy. Counts what it is asked.
/// </summary>
internal abstract class FakeNetwork<TTarget>(string loss, int inputs, int outputs, double[]? labelWeights = null) : ITrainable<float, TTarget>
    where TTarget : unmanaged
{
    private readonly float[] _scores = new float[outputs];

    public static NetworkInfo Info => throw new NotSupportedException("A fake has an instance's description only.");

    public NetworkInfo Network { get; } = new("FakeNet", Precision.Single, [inputs], [outputs], 1, loss, [], 0, 0, labelWeights);

    public ParameterSet Parameters => throw new NotSupportedException();

    public BufferSet Buffers => throw new NotSupportedException();

    public ModelMetadata Metadata => field ??= new(Network);

    public RandomState Random { get; } = new(0);

    public float[] Weights { get; } = new float[(inputs + 1) * outputs];

    public int Steps { get; private set; }

    /// <summary>Called with the number of each step before it is done; what it returns replaces the loss unless null.</summary>
    public Func<int, float?>? BeforeStep { get; set; }

    public Action? BeforeLoss { get; set; }

    public List<float> FirstInputs { get; } = [];

    public void Predict(ReadOnlySpan<float> inputValues, Span<float> outputValues)
    {
        for (int row = 0; row < inputValues.Length / inputs; row++)
        {
            PredictRow(inputValues.Slice(row * inputs, inputs), outputValues.Slice(row * outputs, outputs));
        }
    }

    public float Loss(ReadOnlySpan<float> inputValues, ReadOnlySpan<TTarget> targets)
    {
        BeforeLoss?.Invoke();
        return Pass(inputValues, targets, rate: 0);
    }

    public float Step(ReadOnlySpan<float> inputValues, ReadOnlySpan<TTarget> targets, Optimizer optimizer)
    {
        Steps++;
        FirstInputs.Add(inputValues[0]);
        return BeforeStep?.Invoke(Steps) ?? Pass(inputValues, targets, (float)optimizer.LearningRate);
    }

    public float Loss(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights) => throw new NotSupportedException();

    public float Gradient(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, Span<float> gradients) => throw new NotSupportedException();

    public float Step(ReadOnlySpan<float> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<float> sampleWeights, Optimizer optimizer) => throw new NotSupportedException();

    public void Save(string path) => throw new NotSupportedException();

    public void Load(string path) => throw new NotSupportedException();

    public void Load(string path, string pattern) => throw new NotSupportedException();

    /// <summary>Turns scores into predictions in place.</summary>
    protected abstract void Link(Span<float> scores);

    /// <summary>The loss of one sample; predictions become the derivative by the scores.</summary>
    protected abstract float Differentiate(Span<float> predictions, TTarget target);

    private void PredictRow(ReadOnlySpan<float> input, Span<float> scores)
    {
        for (int output = 0; output < outputs; output++)
        {
            var row = Weights.AsSpan(output * (inputs + 1), inputs + 1);
            scores[output] = row[inputs];
            for (int i = 0; i < inputs; i++)
            {
                scores[output] += row[i] * input[i];
            }
        }

        Link(scores);
    }

    private float Pass(ReadOnlySpan<float> inputValues, ReadOnlySpan<TTarget> targets, float rate)
    {
        double loss = 0, weights = 0;
        for (int sample = 0; sample < targets.Length; sample++)
        {
            var input = inputValues.Slice(sample * inputs, inputs);
            PredictRow(input, _scores);
            double weight = labelWeights is null ? 1 : labelWeights[(int)(object)targets[sample]];
            loss += weight * Differentiate(_scores, targets[sample]);
            weights += weight;
            for (int output = 0; output < outputs && rate > 0; output++)
            {
                float change = rate * _scores[output] / targets.Length;
                var row = Weights.AsSpan(output * (inputs + 1), inputs + 1);
                row[inputs] -= change;
                for (int i = 0; i < inputs; i++)
                {
                    row[i] -= change * input[i];
                }
            }
        }

        return weights == 0 ? 0 : (float)(loss / weights);
    }
}

/// <summary>Linear regression with squared error.</summary>
internal sealed class Regression(int inputs, string loss = "MeanSquaredError") : FakeNetwork<float>(loss, inputs, 1)
{
    protected override void Link(Span<float> scores)
    {
    }

    protected override float Differentiate(Span<float> predictions, float target)
    {
        float error = predictions[0] - target;
        predictions[0] = 2 * error;
        return error * error;
    }
}

/// <summary>Logistic regression.</summary>
internal sealed class Logistic(int inputs) : FakeNetwork<float>("BinaryCrossEntropy", inputs, 1)
{
    protected override void Link(Span<float> scores) => scores[0] = 1 / (1 + MathF.Exp(-scores[0]));

    protected override float Differentiate(Span<float> predictions, float target)
    {
        float p = predictions[0];
        predictions[0] = p - target;
        return -((target * MathF.Log(p)) + ((1 - target) * MathF.Log(1 - p)));
    }
}

/// <summary>Softmax regression.</summary>
internal sealed class Classifier(int inputs, int classes, double[]? labelWeights = null) : FakeNetwork<int>("SoftmaxCrossEntropy", inputs, classes, labelWeights)
{
    protected override void Link(Span<float> scores)
    {
        float sum = 0;
        foreach (ref float score in scores)
        {
            score = MathF.Exp(score);
            sum += score;
        }

        foreach (ref float score in scores)
        {
            score /= sum;
        }
    }

    protected override float Differentiate(Span<float> predictions, int target)
    {
        float loss = -MathF.Log(predictions[target]);
        predictions[target] -= 1;
        return loss;
    }
}
