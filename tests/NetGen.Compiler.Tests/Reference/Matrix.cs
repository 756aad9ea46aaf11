namespace NetGen.Compiler.Tests.Reference;

/// <summary>Rows of numbers, row-major.</summary>
internal sealed record Matrix(int Rows, int Columns, double[] Values)
{
    public Matrix(int rows, int columns) : this(rows, columns, new double[rows * columns])
    {
    }

    public double this[int row, int column]
    {
        get => Values[(row * Columns) + column];
        set => Values[(row * Columns) + column] = value;
    }

    /// <summary>The element that meets element (row, column) of a wider tensor: what has one row or one column is repeated.</summary>
    public double Broadcast(int row, int column) => this[Rows == 1 ? 0 : row, Columns == 1 ? 0 : column];

    public double Dot(Matrix other) => Values.Zip(other.Values, (x, y) => x * y).Sum();

    public static Matrix Fill(int rows, int columns, Func<double> next)
    {
        var tensor = new Matrix(rows, columns);
        for (var i = 0; i < tensor.Values.Length; i++)
        {
            tensor.Values[i] = next();
        }

        return tensor;
    }
}
