using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Tests.Graph;

/// <summary>One broken graph per rule; each is right but for that rule.</summary>
public sealed class GraphVerifierTests
{
    private static readonly Node Row = Make(0, new InputOperation(0), new TensorType(true, new Shape(3)));
    private static readonly Node Pair = Make(1, new InputOperation(1), new TensorType(true, new Shape(2, 3)));
    private static readonly Node Matrix = Make(2, new ParameterOperation(0), new TensorType(false, new Shape(3, 4)));
    private static readonly Node Vector = Make(3, new ParameterOperation(1), new TensorType(false, new Shape(3)));
    private static readonly Node Four = Make(4, new ParameterOperation(2), new TensorType(false, new Shape(4)));

    [Fact]
    public void Sound_graph_passes() => Verify(
        Batched(new MatMulOperation(false, false), new Shape(4), Row, Matrix),
        Batched(new MapOperation(Scalar.Variable(0) * Scalar.Variable(1)), new Shape(2, 3), Pair, Vector));

    [Fact]
    public void Input_that_is_computed_later_is_rejected()
    {
        var later = Batched(new DetachOperation(), new Shape(3), Row);
        var program = new TensorProgram("test", [Row, Make(6, new DetachOperation(), later.Type, later), later], []);

        Assert.Contains("before it is computed", Assert.Throws<InvalidOperationException>(() => GraphVerifier.Verify(program)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_outside_the_program_is_rejected()
    {
        var program = new TensorProgram("test", [Row], [new ProgramOutput(OutputRole.Prediction, 0, Pair)]);

        Assert.Contains("not part of the program", Assert.Throws<InvalidOperationException>(() => GraphVerifier.Verify(program)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_axis_is_rejected() => Rejects("empty axis", Batched(new IotaOperation(), new Shape(2, 0)));

    [Fact]
    public void Product_of_shapes_that_do_not_fit_is_rejected() =>
        Rejects("do not fit", Batched(new MatMulOperation(false, true), new Shape(3), Row, Matrix));

    [Fact]
    public void Product_by_a_vector_is_rejected() => Rejects("not a matrix", Batched(new MatMulOperation(false, false), new Shape(3), Row, Vector));

    [Fact]
    public void Product_over_different_rows_is_rejected() =>
        Rejects("different numbers of rows", Make(5, new MatMulOperation(true, false), new TensorType(false, new Shape(3, 3)), Row, Pair));

    [Fact]
    public void Sum_over_the_rows_of_a_parameter_is_rejected() =>
        Rejects("rows of something that has none", Make(5, new MatMulOperation(true, false), new TensorType(false, new Shape(4, 3)), Matrix, Row));

    [Fact]
    public void Map_that_reads_too_many_arguments_is_rejected() =>
        Rejects("argument that it does not have", Batched(new MapOperation(Scalar.Variable(1)), new Shape(3), Row));

    [Fact]
    public void Map_of_a_wrong_width_is_rejected() =>
        Rejects("cannot broadcast", Batched(new MapOperation(Scalar.Variable(0) + Scalar.Variable(1)), new Shape(3), Row, Four));

    [Fact]
    public void Map_over_different_rows_is_rejected() =>
        Rejects("cannot broadcast", Batched(new MapOperation(Scalar.Variable(0) + Scalar.Variable(1)), new Shape(3), Row, Pair));

    [Fact]
    public void Parameter_that_depends_on_the_batch_is_rejected() =>
        Rejects("cannot broadcast", Make(5, new MapOperation(Scalar.Variable(0)), new TensorType(false, new Shape(3)), Row));

    [Fact]
    public void Reshape_to_another_count_is_rejected() => Rejects("number of values", Batched(new ReshapeOperation(), new Shape(2, 4), Pair));

    private static void Rejects(string reason, Node node) =>
        Assert.Contains(reason, Assert.Throws<InvalidOperationException>(() => Verify(node)).Message, StringComparison.Ordinal);

    private static void Verify(params Node[] nodes) => GraphVerifier.Verify(new TensorProgram("test", [Row, Pair, Matrix, Vector, Four, .. nodes], []));

    private static Node Batched(Operation operation, Shape shape, params Node[] inputs) => Make(5, operation, new TensorType(true, shape), inputs);

    private static Node Make(int id, Operation operation, TensorType type, params Node[] inputs) => new(id, operation, inputs, type, "", false);
}
