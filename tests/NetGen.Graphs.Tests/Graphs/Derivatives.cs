using static NetGen.Ops;

namespace NetGen.Graphs.Tests;

/// <summary>Derivatives by values that the graph could do without: arranged anew and arranged back.</summary>
[Network(Precision = Tested.Precision), Input(6), MeanSquaredError]
public partial class DerivativeByPartsNet
{
    [Dense(3), Tanh] Layer body;
    [Parameter(4, 6)] Tensor w;
    Slopes slopes;

    Tensor Forward(Tensor x)
    {
        var grid = Reshape(x, 2, 3);
        var byGrid = Gradient(body(Flatten(grid)), grid);
        var turned = Transpose(grid);
        var byTurned = Gradient(Square(Transpose(turned)) * grid, turned);
        var columns = Transpose(w);
        var byColumns = Gradient(Tanh(MatMul(x, columns)), columns);
        var byPart = slopes.Forward(Sin(Flatten(turned)), turned);
        return Concat(Flatten(byGrid), Flatten(byTurned), Flatten(byPart), Sum(Square(byColumns), 1) * x[0]);
    }
}

[Block]
public partial class Slopes
{
    internal Tensor Forward(Tensor y, Tensor x) => Gradient(Square(y), x);
}

/// <summary>Stacks that undo the shape in which they get their input.</summary>
[Network(Precision = Tested.Precision), Input(6), MeanSquaredError]
public partial class RefoldedNet
{
    [Flatten, Dense(4), Tanh] Layer flat;
    [Reshape(3, 2), Dense(2), Flatten] Layer folded;
    [Block<Folded>, Flatten, Dense(2)] Layer part;

    Tensor Forward(Tensor x)
    {
        var grid = Reshape(x, 2, 3);
        return Concat(flat(grid), folded(Transpose(Transpose(grid))), part(x));
    }
}

[Block, Dense(6), Tanh, Reshape(2, 3)]
public partial class Folded;
