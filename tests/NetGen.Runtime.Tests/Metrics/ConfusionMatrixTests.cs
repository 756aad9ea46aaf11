namespace NetGen.Runtime.Tests.Metrics;

public sealed class ConfusionMatrixTests
{
    private static readonly ConfusionMatrix Matrix = Measured.Classes(
        3, [0.8f, 0.1f, 0.1f, 0.1f, 0.8f, 0.1f, 0.1f, 0.8f, 0.1f, 0.1f, 0.1f, 0.8f], [0, 0, 1, 2], new() { ClassNames = ["cat", "horse", "dog"] }).ConfusionMatrix!;

    [Fact]
    public void Rows_are_targets_and_columns_answers()
    {
        Assert.Equal(1, Matrix[0, 1]);
        Assert.Equal(0, Matrix[1, 0]);
        Assert.Equal(2, Matrix.RowSum(0));
        Assert.Equal(2, Matrix.ColumnSum(1));
        Assert.Equal(4, Matrix.Total);
    }

    [Fact]
    public void Text_is_a_table_with_names() => Assert.Equal(
        """
               cat  horse  dog
        cat      1      1    0
        horse    0      1    0
        dog      0      0    1

        """,
        Matrix.ToString());

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 3)]
    public void Class_that_is_not_there_is_refused(int actual, int predicted) =>
        Assert.Contains("classes 0 to 2", Assert.Throws<ArgumentOutOfRangeException>(() => Matrix[actual, predicted]).Message, StringComparison.Ordinal);
}
