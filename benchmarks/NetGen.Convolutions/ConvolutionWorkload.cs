using NetGen.Benchmarks;
using NetGen.Benchmarks.Peers;

namespace NetGen.Convolutions;

internal delegate void PredictCall(ReadOnlySpan<float> inputs, Span<float> outputs);

internal delegate void BackwardCall(ReadOnlySpan<float> inputs, ReadOnlySpan<float> outputGradients, Span<float> gradients, Span<float> inputGradients);

/// <summary>What a network without a loss offers, which no interface has.</summary>
internal sealed record ConvolutionCalls(NetworkInfo Info, ParameterSet Parameters, PredictCall Predict, BackwardCall Backward);

/// <summary>A convolution of a batch, or its gradients by inputs and parameters; from and to the user's rows.</summary>
internal sealed class ConvolutionWorkload : IWorkload
{
    private const int Rows = 64;
    private const int Samples = 60;

    private readonly Func<ConvolutionCalls> _create;
    private readonly ConvolutionCalls _calls;
    private readonly bool _gradient;
    private readonly float[] _inputs;
    private readonly float[] _outputs;
    private readonly float[] _outputGradients;
    private readonly float[] _inputGradients;
    private readonly float[] _gradients;

    public ConvolutionWorkload(Func<ConvolutionCalls> create, bool gradient)
    {
        var calls = create();
        (_create, _calls, _gradient) = (create, calls, gradient);
        HashedNumbers.Fill((ParameterSet<float>)calls.Parameters);
        _inputs = HashedNumbers.Inputs(calls.Info, Rows);
        _outputs = new float[Rows * calls.Info.OutputSize];
        _outputGradients = HashedNumbers.OutputGradients(calls.Info, Rows);
        _inputGradients = new float[_inputs.Length];
        _gradients = new float[calls.Parameters.Length];
    }

    public void Reset()
    {
    }

    public void Repeat(int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (_gradient)
            {
                _calls.Backward(_inputs, _outputGradients, _gradients, _inputGradients);
            }
            else
            {
                _calls.Predict(_inputs, _outputs);
            }
        }
    }

    public (string Kind, float[] Numbers) Check()
    {
        Repeat(1);
        var bias = _calls.Parameters[1].Offset;
        return ("values", _gradient ? [.. Some(_inputGradients), .. Some(_gradients[..bias]), .. Some(_gradients[bias..])] : [.. Some(_outputs)]);
    }

    public long Memory()
    {
        Repeat(1);
        var fresh = new ConvolutionWorkload(_create, _gradient);
        var before = GC.GetAllocatedBytesForCurrentThread();
        fresh.Repeat(1);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>As many as every side of the comparison shows.</summary>
    private static IEnumerable<float> Some(float[] values)
    {
        var step = values.Length > Samples ? values.Length / Samples : 1;
        for (var i = 0; i < values.Length; i += step)
        {
            yield return values[i];
        }
    }
}
