namespace NetGen;

/// <summary>A copy of a set, some of whose inputs can be moved to other samples and back.</summary>
internal sealed class PermutedSet<TInput, TTarget>
    where TInput : unmanaged
    where TTarget : unmanaged
{
    private readonly Dataset<TInput, TTarget> _original;
    private readonly TInput[] _inputs;
    private readonly int[] _order;

    public PermutedSet(Dataset<TInput, TTarget> original)
    {
        _original = original;
        _order = new int[original.Count];
        _inputs = new TInput[checked(original.Count * original.InputSize)];
        var targets = new TTarget[checked(original.Count * original.TargetSize)];
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        original.Gather(_order, _inputs, targets);
        Set = new Dataset<TInput, TTarget>(_inputs, targets, original.Count, [.. original.InputShape]);
    }

    /// <summary>The samples as they are now; its values change.</summary>
    public Dataset<TInput, TTarget> Set { get; }

    /// <summary>Gives each sample the inputs of another one, drawn from the seed.</summary>
    public void Permute(IReadOnlyList<int> inputs, ulong seed, ulong stream)
    {
        Permutation.Draw(_order, seed, stream);
        Copy(inputs, _order);
    }

    public void Restore(IReadOnlyList<int> inputs)
    {
        for (int i = 0; i < _order.Length; i++)
        {
            _order[i] = i;
        }

        Copy(inputs, _order);
    }

    private void Copy(IReadOnlyList<int> inputs, int[] order)
    {
        for (int sample = 0; sample < order.Length; sample++)
        {
            var source = _original.Input(order[sample]);
            foreach (int input in inputs)
            {
                _inputs[(sample * _original.InputSize) + input] = source[input];
            }
        }
    }
}
