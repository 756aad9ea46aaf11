using NetGen.Compiler.Elaboration;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Layers.Sequences;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Shapes;

namespace NetGen.Compiler.Steps;

/// <summary>Matrix products and what is made of them.</summary>
internal static class ProductSteps
{
    public static IEnumerable<(string Name, Func<StepContext, Node> Build)> All =>
        [("MatMul", MatMul), ("Gather", Gather), ("Attention", Attention), ("Rotary", Rotary)];

    private static Node MatMul(StepContext context)
    {
        var (left, right) = (context.Inputs[0], context.Inputs[1]);
        var (leftShape, rightShape) = (left.Type.Shape, right.Type.Shape);
        if (leftShape.Rank == 0 || rightShape.Rank == 0)
        {
            throw new StepRefused("NG1002", $"MatMul multiplies matrices or vectors; it has {context.Texts[0]} and {context.Texts[1]}");
        }

        var inner = rightShape.Rank == 1 ? rightShape[0] : rightShape[rightShape.Rank - 2];
        if (leftShape.Last != inner)
        {
            throw new StepRefused(Inv($"MatMul sums over the last axis of {context.Texts[0]} and over {(rightShape.Rank == 1 ? "the axis" : "the last but one")} of {context.Texts[1]}, which must be equally long: {leftShape.Last} is not {inner}"));
        }

        // A vector is a row on the left and a column on the right; that axis goes again.
        var graph = context.Graph;
        var column = rightShape.Rank == 1;
        right = column ? graph.Reshape(right, new Shape(inner, 1)) : right;
        var product = Product(graph, left, right, context);
        return column ? graph.Reshape(product, new Shape(product.Type.Shape.Dims.Take(product.Type.Shape.Rank - 1).ToArray())) : product;
    }

    /// <summary>Rows by an unbatched matrix where that is what it is: those products are the fastest and need no batch of matrices for the gradient.</summary>
    private static Node Product(GraphBuilder graph, Node left, Node right, StepContext context)
    {
        if (left.Type.Batched && !right.Type.Batched && right.Type.Shape.Rank == 2)
        {
            return right.Operation is TransposeOperation && graph.MayBypass(right)
                ? graph.MatMul(left, right.Inputs[0], transposeRight: true)
                : graph.MatMul(left, right);
        }

        var row = left.Type.Shape.Rank == 1;
        left = row ? graph.Reshape(left, new Shape(1, left.Type.Last)) : left;
        if (Broadcasting.Find(Before(left.Type), Before(right.Type)) is null)
        {
            throw new StepRefused($"the axes before the matrices must be equal, or 1 or missing where they differ; MatMul has {context.Texts[0]} and {context.Texts[1]}");
        }

        var product = graph.BatchMatMul(left, right);
        var shape = product.Type.Shape;
        return row ? graph.Reshape(product, new Shape(shape.Dims.Where((_, axis) => axis != shape.Rank - 2).ToArray())) : product;
    }

    private static TensorType Before(TensorType type) => type with { Shape = new Shape(type.Shape.Dims.Take(type.Shape.Rank - 2).ToArray()) };

    /// <summary>
    /// Rows by their numbers. One table for all samples is read where it lies; rows of each sample's own are a product with one-hot rows, whose gradient adds up what was
    /// picked more than once.
    /// </summary>
    private static Node Gather(StepContext context)
    {
        var (graph, x, indices) = (context.Graph, context.Inputs[0], context.Inputs[1]);
        if (x.Type.Shape.Rank == 0 || indices.Type.Shape.Rank != 1)
        {
            throw new StepRefused("NG1002", $"Gather picks rows of a tensor by a vector of numbers; it has {context.Texts[0]} and {context.Texts[1]}");
        }

        var (count, picked) = (x.Type.Shape[0], indices.Type.Shape[0]);
        var rest = x.Type.Shape.Dims.Skip(1).ToArray();
        var table = graph.Reshape(x, new Shape(count, (int)new Shape(rest).Count));
        if (!x.Type.Batched && indices.Type.Batched)
        {
            return graph.Reshape(graph.Gather(table, graph.Detach(indices)), new Shape([picked, .. rest]));
        }

        var numbers = graph.Detach(graph.Reshape(indices, new Shape(picked, 1)));
        var hit = new Select(Comparison.Equal, Scalar.X, Scalar.Variable(1), Scalar.Constant(1), Scalar.Constant(0));
        var rows = graph.Map(hit, graph.Iota(new TensorType(false, new Shape(count))), numbers);
        return graph.Reshape(Product(graph, rows, table, context), new Shape([picked, .. rest]));
    }

    /// <summary>softmax(q kᵀ / √d) v in each head; Vaswani et al. 2017, <c>torch.nn.functional.scaled_dot_product_attention</c>.</summary>
    private static Node Attention(StepContext context)
    {
        var graph = context.Graph;
        Node q = context.Inputs[0], k = context.Inputs[1], v = context.Inputs[2];
        var heads = context.Step.Int("Heads", 1);
        if (new[] { q, k, v }.Any(each => each.Type.Shape.Rank != 2) || q.Type.Last != k.Type.Last || k.Type.Shape[0] != v.Type.Shape[0])
        {
            throw new StepRefused($"Attention takes q [L, D], k [S, D] and v [S, E]; it has {string.Join(", ", context.Texts)}");
        }

        if (heads < 1 || q.Type.Last % heads != 0 || v.Type.Last % heads != 0)
        {
            throw new StepRefused("NG1007", Inv($"Attention divides its features among {heads} heads; {q.Type.Last} and {v.Type.Last} features cannot be"));
        }

        var mask = context.Inputs.Count > 3 ? context.Inputs[3] : null;
        if (mask is not null && mask.Type.Shape != new Shape(k.Type.Shape[0]) && mask.Type.Shape != new Shape(q.Type.Shape[0], k.Type.Shape[0]))
        {
            throw new StepRefused(Inv($"the mask of Attention says which of {k.Type.Shape[0]} keys may be seen, [{k.Type.Shape[0]}] for all queries or [{q.Type.Shape[0]}, {k.Type.Shape[0]}] for each of {q.Type.Shape[0]}; it is {context.Texts[3]}"));
        }

        // Processors never have all scores at once; devices do.
        var scores = (long)heads * q.Type.Shape[0] * k.Type.Shape[0];
        if (scores > ShapeFold.MaxValues)
        {
            throw new StepRefused("NG0005", Inv($"Attention makes {new Shape(heads, q.Type.Shape[0], k.Type.Shape[0])}, {scores} values per sample; at most {ShapeFold.MaxValues} are supported"));
        }

        return ScaledDotProduct.OfJoined(graph, q, k, v, mask, heads, context.Step.Flag("Causal", false));
    }

    /// <summary>Features turned by angles that grow with the position, head by head.</summary>
    private static Node Rotary(StepContext context)
    {
        var (graph, x, heads, theta) = (context.Graph, context.X, context.Step.Int("Heads", 1), context.Step.Number("Theta", Positions.Theta));
        if (x.Type.Shape.Rank != 2)
        {
            throw new StepRefused("NG1002", $"Rotary turns the features of a sequence [length, width]; it has {context.Texts[0]}");
        }

        if (heads < 1 || x.Type.Last % (2 * heads) != 0)
        {
            throw new StepRefused("NG1007", Inv($"Rotary turns pairs of features in each of {heads} heads; {x.Type.Last} features of {context.Texts[0]} cannot be divided so"));
        }

        if (!(theta > 0) || double.IsInfinity(theta))
        {
            throw new StepRefused("NG0005", Inv($"the base of Rotary's wave lengths is a positive number, not {theta}"));
        }

        return Positions.RotateHeads(graph, x, heads, theta);
    }
}
