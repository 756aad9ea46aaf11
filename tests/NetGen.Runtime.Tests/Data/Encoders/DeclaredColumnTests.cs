namespace NetGen.Runtime.Tests.Data.Encoders;

/// <summary>Columns whose inputs do not depend on the rows learned on, as all folds of a cross-validation need them.</summary>
public sealed class DeclaredColumnTests
{
    private static readonly CsvTable Table = CsvTable.Parse("n,c,y\n1,red,low\n2,blue,high\n,,low\n4,red,high\n");

    private static readonly EncodingOptions Declared = new()
    {
        Target = "y", Columns = [new("n") { MissingIndicator = true }, new("c") { Values = ["red", "green", "blue"] }, new("y") { Values = ["low", "middle", "high"] }],
    };

    [Fact]
    public void Declared_column_has_the_same_inputs_for_any_rows()
    {
        string[] names = ["n", "n is missing", "c=red", "c=green", "c=blue", "c is missing"];
        Assert.Equal(names, TableEncoder.Fit(Table, Declared).InputNames);
        Assert.Equal(names, TableEncoder.Fit(Table.Subset(0, 3), Declared).InputNames);
        Assert.Equal(6, TableEncoder.FromJson(TableEncoder.Fit(Table.Subset(0), Declared).ToJson()).InputSize);
    }

    [Fact]
    public void Declared_values_stand_in_the_given_order()
    {
        var data = TableEncoder.Fit(Table.Subset(0, 3), Declared).Labels(Table);

        Assert.Equal(["low", "middle", "high"], data.ClassNames);
        Assert.Equal([0, 2, 0, 2], Enumerable.Range(0, 4).Select(i => data.Target(i)[0]));
        Assert.Equal([0, 0, 0, 1, 0], data.Input(1)[1..].ToArray());
        Assert.Equal([1, 0, 0, 0, 1], data.Input(2)[1..].ToArray());
    }

    [Fact]
    public void Indicator_of_categories_is_forced_or_left_out()
    {
        Assert.Equal(["c=red", "c is missing"], Names(new("c") { MissingIndicator = true }));
        Assert.Equal(["c=red", "c=blue"], Names(new("c") { Values = ["red", "blue"], MissingIndicator = false }));

        static IReadOnlyList<string> Names(ColumnOptions column) => TableEncoder.Fit(Table.Subset(0, 3), new() { Target = "y", Ignore = ["n"], Columns = [column] }).InputNames;
    }

    [Theory]
    [InlineData("c", new[] { "red" }, "column 'c' has 'blue', not among ColumnOptions.Values: 'red'")]
    [InlineData("c", new[] { "red", "blue", "red" }, "or one twice")]
    [InlineData("c", new[] { "red", "blue", "none" }, "has 'none', which stands for no value")]
    [InlineData("n", new[] { "1" }, "ColumnType.Category(\"n\")")]
    [InlineData("y", new[] { "low" }, "column 'y' has 'high'")]
    public void Values_that_do_not_fit_the_rows_are_refused(string column, string[] values, string expected) => Assert.Contains(
        expected, Assert.Throws<ArgumentException>(() => TableEncoder.Fit(Table, new() { Target = "y", Columns = [new(column) { Values = values }] })).Message, StringComparison.Ordinal);

    [Fact]
    public void Value_that_is_not_declared_is_zeros_where_asked()
    {
        var encoder = TableEncoder.Fit(Table, new() { Target = "y", Ignore = ["n"], Columns = [new("c") { Values = ["red"], UnknownCategory = UnknownCategory.Zeros }] });
        Assert.Equal([0, 0], encoder.Labels(Table).Input(1).ToArray());
    }
}
