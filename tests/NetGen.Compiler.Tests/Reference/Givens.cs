using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Tests.Reference;

/// <summary>Numbers for everything that a program is given, drawn once per place and kept, so that a program can be computed again at a moved point.</summary>
internal sealed class Givens(int batch, int seed)
{
    private readonly Dictionary<string, Matrix> _values = new(StringComparer.Ordinal);
    private readonly Random _random = new(seed);

    /// <summary>The largest label is the number of classes minus one.</summary>
    public int Classes { get; init; } = 2;

    /// <summary>Whether targets are a probability distribution over the row.</summary>
    public bool TargetsAreDistributions { get; init; }

    public Matrix Of(Node node)
    {
        if (!_values.TryGetValue(node.Operation.Name, out var value))
        {
            _values.Add(node.Operation.Name, value = Draw(node));
        }

        return value;
    }

    private Matrix Draw(Node node)
    {
        var (rows, columns) = (Interpreter.RowsOf(node.Type, batch), node.Type.Last);
        switch (node.Operation)
        {
            case TargetOperation { Labels: true }:
                return Matrix.Fill(rows, columns, () => _random.Next(Classes));
            case TargetOperation when TargetsAreDistributions:
                var shares = Matrix.Fill(rows, columns, () => 0.1 + _random.NextDouble());
                for (var row = 0; row < rows; row++)
                {
                    var total = Enumerable.Range(0, columns).Sum(column => shares[row, column]);
                    for (var column = 0; column < columns; column++)
                    {
                        shares[row, column] /= total;
                    }
                }

                return shares;
            case TargetOperation:
                return Matrix.Fill(rows, columns, () => _random.NextDouble());
            case RowWeightOperation:
                return Matrix.Fill(rows, columns, () => (0.5 + _random.NextDouble()) / rows);
            case RandomMaskOperation mask:
                return Matrix.Fill(rows, columns, () => _random.NextDouble() < mask.Rate ? 0 : 1 / (1 - mask.Rate));
            default:
                return Matrix.Fill(rows, columns, () => (2 * _random.NextDouble()) - 1);
        }
    }
}
