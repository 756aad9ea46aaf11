using NetGen.Compiler.Model;

namespace NetGen.Compiler.Graph;

/// <summary>NumPy's rule: axes are aligned at the last; extents are equal, or one of them is 1 or missing. The batch stands in front of all axes.</summary>
public static class Broadcasting
{
    /// <summary>The type that both fit, or null.</summary>
    public static TensorType? Find(TensorType x, TensorType y)
    {
        var rank = Math.Max(x.Shape.Rank, y.Shape.Rank);
        var dims = new int[rank];
        for (var i = 0; i < rank; i++)
        {
            var (left, right) = (Extent(x.Shape, rank, i), Extent(y.Shape, rank, i));
            if (left != right && left != 1 && right != 1)
            {
                return null;
            }

            dims[i] = left == 1 ? right : left;
        }

        return new TensorType(x.Batched || y.Batched, new Shape(dims));
    }

    public static TensorType Of(TensorType x, TensorType y) =>
        Find(x, y) ?? throw new InvalidOperationException($"Shapes {x} and {y} do not broadcast.");

    /// <summary>Whether a value of one type can be read as one of another.</summary>
    public static bool Fits(TensorType narrow, TensorType wide) => Find(narrow, wide) == wide;

    /// <summary>The extent along axis <paramref name="axis"/> of a shape with <paramref name="rank"/> axes that <paramref name="shape"/> is aligned with.</summary>
    public static int Extent(Shape shape, int rank, int axis) => axis < rank - shape.Rank ? 1 : shape[axis - (rank - shape.Rank)];
}
