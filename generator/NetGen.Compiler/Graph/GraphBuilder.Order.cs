using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Graph;

/// <content>
/// Axes in another order than the user's. What changes each value by itself, or takes and puts parts, is done beneath a transposition rather than on top of it: so
/// transpositions move towards the outputs until they meet their inverse. In a network of convolutions, which want channels last, nothing is left of them between the first
/// layer and the last.
/// </content>
public sealed partial class GraphBuilder
{
    /// <summary>Applies <paramref name="function"/>, which treats all values alike, in the order of axes that <paramref name="x"/> was computed in.</summary>
    public Node Beneath(Node x, Func<Node, Node> function) => Order(x) is { } order ? Transpose(function(x.Inputs[0]), order) : function(x);

    /// <summary>The permutation by which a value was made of its input, if it may be computed beneath it.</summary>
    private int[]? Order(Node x) => x.Operation is TransposeOperation transpose && MayBypass(x) ? [.. transpose.Permutation] : null;

    /// <summary>Whether a transposition moves no value: it changes the places of axes of extent 1 alone.</summary>
    private static bool KeepsOrder(Shape shape, IEnumerable<int> permutation)
    {
        var axes = permutation.Where(axis => shape[axis] > 1).ToList();
        return axes.SequenceEqual(axes.OrderBy(axis => axis));
    }

    private Node? BeneathOrder(Expr function, IReadOnlyList<Node> arguments, TensorType type)
    {
        var order = arguments.Where(argument => argument.Type == type).Select(Order).FirstOrDefault(found => found is not null);
        if (order is null)
        {
            return null;
        }

        var beneath = new List<Node>();
        foreach (var argument in arguments)
        {
            if (Order(argument) is { } own && own.SequenceEqual(order) && argument.Type == type)
            {
                beneath.Add(argument.Inputs[0]);
            }
            else if (argument.Type.Shape.Dims.Count(extent => extent > 1) <= 1)
            {
                beneath.Add(Moved(argument, order, type.Shape.Rank));
            }
            else
            {
                return null;
            }
        }

        var shape = Enumerable.Range(0, order.Length).Select(axis => type.Shape[Array.IndexOf(order, axis)]).ToArray();
        return Transpose(Map(function, beneath, type with { Shape = new Shape(shape) }), order);
    }

    /// <summary>A value along one axis, or a single number, with its axis where a value before the transposition has it.</summary>
    private Node Moved(Node argument, int[] order, int rank)
    {
        var shape = argument.Type.Shape;
        var axis = shape.Dims.ToList().FindIndex(extent => extent > 1);
        return axis < 0 ? argument
            : Reshape(argument, new Shape(Enumerable.Range(0, rank).Select(index => index == order[axis + rank - shape.Rank] ? shape[axis] : 1).ToArray()));
    }
}
