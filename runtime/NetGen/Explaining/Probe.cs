namespace NetGen;

/// <summary>One number that a network answers, a function f(y) of an output y, and its gradient, at any number of points.</summary>
internal sealed class Probe
{
    /// <summary>Below it, probabilities are as good as zero: single precision ends near 1e-38, and 1 / p must be finite.</summary>
    private const float Least = 1e-30f;

    private readonly IExplainable _network;
    private readonly NetworkInfo _info;
    private readonly int _output;
    private readonly ExplainOptions _options;
    private readonly bool _isSoftmax;
    private readonly int _first;
    private readonly int _row;
    private float[] _outputs = [];
    private float[] _weights = [];

    /// <exception cref="ArgumentException">The input has another size than the network takes, or is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such output.</exception>
    public Probe(IExplainable network, ReadOnlySpan<float> input, int output, ExplainOptions options)
    {
        ArgumentNullException.ThrowIfNull(network);
        (_network, _info, _output, _options) = (network, network.Network, output, options);
        if (input.Length != _info.InputSize)
        {
            throw new ArgumentException($"One input of {_info.Name} is {_info.InputSize} values ({Shapes.Format(_info.InputShape)}), but {input.Length} were given. Explain samples one by one.", nameof(input));
        }

        if ((uint)output >= (uint)_info.OutputSize)
        {
            throw new ArgumentOutOfRangeException(nameof(output), output, $"{_info.Name} has the outputs 0 to {_info.OutputSize - 1}.");
        }

        var (index, start) = Find(output);
        var shape = _info.Outputs[index].Shape;
        _isSoftmax = IsSoftmax(index);
        _row = shape.Count == 0 ? 1 : shape[^1];
        _first = start + ((output - start) / _row * _row);
    }

    public int BatchSize => _options.BatchSize;

    /// <summary>f at points that fit into a batch.</summary>
    public void Values(ReadOnlySpan<float> points, Span<double> values)
    {
        Predict(points);
        for (int point = 0; point < values.Length; point++)
        {
            values[point] = Value(_outputs.AsSpan(point * _info.OutputSize, _info.OutputSize));
        }
    }

    public double ValueAt(ReadOnlySpan<float> point)
    {
        Span<double> value = stackalloc double[1];
        Values(point, value);
        return value[0];
    }

    /// <summary>The gradients of f at points that fit into a batch.</summary>
    public void Gradients(ReadOnlySpan<float> points, Span<float> gradients)
    {
        int length = points.Length / _info.InputSize * _info.OutputSize;
        Grow(ref _weights, length);
        _weights.AsSpan(0, length).Clear();
        if (_options.Of != Explained.Output)
        {
            Predict(points);
        }

        for (int at = 0; at < length; at += _info.OutputSize)
        {
            Weigh(at);
        }

        _network.InputGradient(points, _weights.AsSpan(0, length), gradients);
    }

    /// <summary>Which of several outputs a value is in, and where that output begins.</summary>
    private (int Index, int Start) Find(int value)
    {
        var (index, start) = (0, 0);
        while (value >= start + _info.Outputs[index].Size)
        {
            start += _info.Outputs[index++].Size;
        }

        return (index, start);
    }

    /// <summary>Whether an output goes through a softmax: the last lines of an architecture are the outputs with their link functions, in graph form followed by a number.</summary>
    private bool IsSoftmax(int index)
    {
        var (lines, count) = (_info.Architecture, _info.Outputs.Count);
        return lines.Count >= count && (lines[^(count - index)] + " ").StartsWith("output Softmax ", StringComparison.Ordinal);
    }

    /// <summary>To be called after each batch.</summary>
    public void Report(double done)
    {
        _options.Progress?.Report(done);
        if (done < 1)
        {
            _options.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private double Value(ReadOnlySpan<float> outputs) => _options.Of switch
    {
        Explained.Output => outputs[_output],
        Explained.Logarithm => Math.Log(Positive(outputs[_output])),
        Explained.LogOdds => Math.Log(Probability(outputs[_output])) - Math.Log(Complement(outputs)),
        _ => throw new InvalidOperationException($"There is no {nameof(Explained)}.{_options.Of}."),
    };

    /// <summary>∂f / ∂y for the sample whose outputs begin at <paramref name="at"/>.</summary>
    private void Weigh(int at)
    {
        switch (_options.Of)
        {
            case Explained.Output:
                _weights[at + _output] = 1;
                break;
            case Explained.Logarithm:
                _weights[at + _output] = 1 / Positive(_outputs[at + _output]);
                break;
            case Explained.LogOdds:
                WeighOdds(at);
                break;
            default:
                throw new InvalidOperationException($"There is no {nameof(Explained)}.{_options.Of}.");
        }
    }

    // Through the softmax itself the derivative is 1 for the class and -p_j / Σ_{i≠k} p_i for another: the sum of weight times probability that the
    // softmax's gradient subtracts is 1 - 1, so that nothing cancels however sure the network is.
    private void WeighOdds(int at)
    {
        float complement = Complement(_outputs.AsSpan(at, _info.OutputSize));
        float probability = Probability(_outputs[at + _output]);
        if (!_isSoftmax)
        {
            _weights[at + _output] = 1 / (probability * complement);
            return;
        }

        _weights.AsSpan(at + _first, _row).Fill(-1 / complement);
        _weights[at + _output] = 1 / probability;
    }

    /// <summary>1 − p; of a softmax the sum of the others, which is exact where p is close to 1.</summary>
    private float Complement(ReadOnlySpan<float> outputs)
    {
        if (!_isSoftmax)
        {
            // The distance of 1 to the number before it: a sigmoid that is 1 is at least so sure.
            return Math.Max(1 - Probability(outputs[_output]), 5.9604645e-8f);
        }

        float sum = 0;
        for (int i = _first; i < _first + _row; i++)
        {
            sum += i == _output ? 0 : outputs[i];
        }

        return Math.Max(sum, Least);
    }

    private float Positive(float output) => output >= 0
        ? Math.Max(output, Least)
        : throw new InvalidOperationException(FormattableString.Invariant($"Output {_output} of {_info.Name} is {output}: there is no logarithm of it. Explain the output itself (Explained.Output)."));

    private float Probability(float output) => output is >= 0 and <= 1.000001f
        ? Math.Clamp(output, Least, 1)
        : throw new InvalidOperationException(FormattableString.Invariant($"Output {_output} of {_info.Name} is {output}, which is no probability: it has no odds. Explain the output itself (Explained.Output)."));

    private void Predict(ReadOnlySpan<float> points)
    {
        int length = points.Length / _info.InputSize * _info.OutputSize;
        Grow(ref _outputs, length);
        _network.Predict(points, _outputs.AsSpan(0, length));
    }

    private static void Grow(ref float[] buffer, int length)
    {
        if (buffer.Length < length)
        {
            buffer = new float[length];
        }
    }
}
