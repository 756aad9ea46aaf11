using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Tests.Reference;

/// <summary>Positions of single numbers in a value: the sample first (0 in what is not batched), then one index per axis.</summary>
internal sealed class Positions
{
    private readonly int[] _extents;

    public Positions(TensorType type, int batch) => _extents = [type.Batched ? batch : 1, .. type.Shape.Dims];

    /// <summary>All of them in row-major order.</summary>
    public IEnumerable<int[]> All()
    {
        var count = _extents.Aggregate(1, (product, extent) => product * extent);
        for (var flat = 0; flat < count; flat++)
        {
            var position = new int[_extents.Length];
            for (int axis = _extents.Length - 1, rest = flat; axis >= 0; rest /= _extents[axis], axis--)
            {
                position[axis] = rest % _extents[axis];
            }

            yield return position;
        }
    }

    /// <summary>Where in memory a value has what stands at <paramref name="position"/> of one that it broadcasts to: axes are aligned at the last.</summary>
    public int Flat(ReadOnlySpan<int> position)
    {
        var flat = _extents[0] == 1 ? 0 : position[0];
        for (var axis = 1; axis < _extents.Length; axis++)
        {
            var index = position[position.Length - _extents.Length + axis];
            flat = (flat * _extents[axis]) + (_extents[axis] == 1 ? 0 : index);
        }

        return flat;
    }
}
