using static NetGen.Ops;

namespace NetGen.Runtime.Tests.Tensors;

public sealed class ShapeErrorTests
{
    public static TheoryData<string, string> Errors() => new()
    {
        { "add", "the shapes [B, 2, 3] and [2] do not fit together: aligned at the right, 3 stands against 2; extents must be equal, or one of them 1" },
        { "batch", "[B, 2, 3] has 2 samples and [B] has 3; all batches of a network are of one size" },
        { "matmul", "MatMul of [B, 2, 3] and [2]: rows of 3 do not meet columns of 2" },
        { "matmul-number", "MatMul of [B, 2, 3] and []: a single number is no matrix; multiply with *" },
        { "reshape", "[B, 2, 3] has 6 values per sample and cannot be reshaped to [4, -1]" },
        { "reshape-twice", "[B, 2, 3] has 6 values per sample and cannot be reshaped to [-1, -1]" },
        { "transpose", "[2] cannot be transposed: it has not two axes" },
        { "concat", "the shapes [B, 2, 3] and [2] cannot be concatenated along axis 0: all other axes must be equal" },
        { "concat-axis", "the shapes [B, 2, 3] and [B, 3, 2] cannot be concatenated along axis 1: all other axes must be equal" },
        { "concat-nothing", "nothing to concatenate: expected at least one tensor (Parameter 'tensors')" },
        { "axis", "the shape [B, 2, 3] has the axes 0 to 1, or counted from the end -1 to -2 (Parameter 'axis')\nActual value was 2." },
        { "no-axis", "the shape [B] has no axis (Parameter 'axis')\nActual value was -1." },
        { "gather", "Gather takes rows along axis 0, and [B] has no axes (Parameter 'x')" },
        { "attention", "Attention of queries [B, 2, 3], keys [B, 3, 2] and values [B, 2, 3]: expected [L, D], [S, D] and [S, E]" },
        { "heads", "2 heads do not divide 3 features of queries and 3 of values (Parameter 'heads')" },
        { "dropout", "a dropout rate is at least 0 and below 1 (Parameter 'rate')\nActual value was 1." },
        { "index", "[2] on axis 0 of [B, 2, 3]: the axis has the positions 0 to 1" },
        { "index-from-end", "[^3] on axis 0 of [B, 2, 3]: the axis has the positions 0 to 1" },
        { "index-negative", "[-1] on axis 0 of [B, 2, 3]: positions count from 0; from the end, write ^1" },
        { "range", "[1..4] on axis 1 of [B, 2, 3]: the axis has the positions 0 to 2" },
        { "range-empty", "[1..1] on axis 0 of [B, 2, 3]: an axis keeps at least one position" },
        { "index-rank", "an index with 3 axes into [B, 2, 3], which has 2" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void What_does_not_fit_is_refused_with_the_shapes(string name, string message)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => Compute(name));

        Assert.Equal(message, error.Message.ReplaceLineEndings("\n"));
    }

    private static Tensor Compute(string name)
    {
        var x = Tensor.From(new float[12], 2, 3);
        var vector = Tensor.Unbatched([1f, 2], 2);
        var numbers = Tensor.From([1f, 2, 3]);
        return name switch
        {
            "add" => x + vector,
            "batch" => x * numbers,
            "matmul" => MatMul(x, vector),
            "matmul-number" => MatMul(x, 2),
            "reshape" => Reshape(x, 4, -1),
            "reshape-twice" => Reshape(x, -1, -1),
            "transpose" => Transpose(vector),
            "concat" => Concat(x, vector),
            "concat-axis" => Concat(1, x, Transpose(x)),
            "concat-nothing" => Concat(),
            "axis" => Sum(x, 2),
            "no-axis" => Softmax(numbers),
            "gather" => Gather(numbers, vector),
            "attention" => Attention(x, Transpose(x), x),
            "heads" => Attention(x, x, x, heads: 2),
            "dropout" => Dropout(x, 1),
            "index" => x[2],
            "index-from-end" => x[^3],
            "index-negative" => x[-1],
            "range" => x[.., 1..4],
            "range-empty" => x[1..1],
            "index-rank" => x[0, 0, 0],
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }
}
