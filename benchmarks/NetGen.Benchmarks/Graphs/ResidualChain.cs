using System.Numerics.Tensors;

namespace NetGen.Benchmarks.Graphs;

/// <summary><see cref="ResidualGraph"/> in parts: the sums between its networks, and the chain rule through them, written by hand.</summary>
internal sealed class ResidualChain
{
    private const int Width = 256;

    private readonly StemPart _stem = new(1);
    private readonly BranchPart[] _branches = [new(2), new(3)];
    private readonly HeadPart _head = new(4);
    private readonly Optimizer[] _optimizers;
    private readonly float[] _inputs;
    private readonly int[] _labels;
    private readonly float[][] _values;
    private readonly float[] _branch;
    private readonly float[] _gradient;
    private readonly float[] _parameterGradients;

    public ResidualChain(int rows, Func<Optimizer> optimizer)
    {
        _optimizers = [optimizer(), optimizer(), optimizer(), optimizer()];
        _inputs = HashedNumbers.Inputs(ResidualGraph.Info, rows);
        _labels = HashedNumbers.Labels(ResidualGraph.Info, rows);
        _values = [new float[rows * Width], new float[rows * Width], new float[rows * Width]];
        (_branch, _gradient) = (new float[rows * Width], new float[rows * Width]);
        _parameterGradients = new float[_stem.Parameters.Length];
    }

    public float Step()
    {
        _stem.Predict(_inputs, _values[0]);
        for (var i = 0; i < _branches.Length; i++)
        {
            _branches[i].Predict(_values[i], _branch);
            TensorPrimitives.Add(_values[i], _branch, _values[i + 1]);
        }

        var loss = _head.Gradient(_values[^1], _labels, Of(_head.Parameters), _gradient);
        _head.Update(Of(_head.Parameters), _optimizers[^1]);
        for (var i = _branches.Length - 1; i >= 0; i--)
        {
            _branches[i].Backward(_values[i], _gradient, Of(_branches[i].Parameters), _branch);
            TensorPrimitives.Add(_gradient, _branch, _gradient);
            _branches[i].Update(Of(_branches[i].Parameters), _optimizers[i + 1]);
        }

        _stem.Backward(_inputs, _gradient, Of(_stem.Parameters), []);
        _stem.Update(Of(_stem.Parameters), _optimizers[0]);
        return loss;
    }

    private Span<float> Of(ParameterSet parameters) => _parameterGradients.AsSpan(0, parameters.Length);
}
