namespace NetGen.Runtime.Tests.Data.Encoders;

public sealed class TableEncoderTests
{
    private static readonly CsvTable Shop = CsvTable.Parse("id,price,size,color,sold\n1,3.5,1,red,yes\n2,-1.25,,blue,no\n3,0.75,5,,yes\n4,10,2,red,no\n5,2,4,green,yes\n");

    private static TableEncoder Fit(EncodingOptions options) => TableEncoder.Fit(Shop, options with { Target = "sold", Ignore = ["id"] });

    [Fact]
    public void Inputs_are_named_in_the_order_of_the_columns()
    {
        var encoder = Fit(new());

        Assert.Equal(["price", "size", "color=blue", "color=green", "color=red", "color is missing"], encoder.InputNames);
        Assert.Equal(6, encoder.InputSize);
        Assert.Equal(["no", "yes"], encoder.ClassNames);
    }

    [Fact]
    public void Inputs_of_a_column_are_a_group()
    {
        var groups = Fit(new()).FeatureGroups;

        Assert.Equal(["price", "size", "color"], groups.Select(group => group.Name));
        Assert.Equal([0], groups[0].Inputs);
        Assert.Equal([1], groups[1].Inputs);
        Assert.Equal([2, 3, 4, 5], groups[2].Inputs);
    }

    // The values of tests/reference/tables.py.
    [Theory]
    [InlineData(Scaling.Standardize, new[] { 0.13052116f, -1.10943f, -0.58734524f, 1.8272964f, -0.26104233f })]
    [InlineData(Scaling.MinMax, new[] { 0.42222223f, 0, 0.17777778f, 1, 0.2888889f })]
    [InlineData(Scaling.None, new[] { 3.5f, -1.25f, 0.75f, 10, 2 })]
    public void Numbers_are_scaled_as_by_scikit_learn(Scaling scaling, float[] expected)
    {
        float[] inputs = Fit(new() { Numbers = scaling }).Inputs(Shop);
        Assert.All(Enumerable.Range(0, 5), row => Assert.Equal(expected[row], inputs[row * 6], 1e-6f));
    }

    [Fact]
    public void Category_is_one_hot_or_a_number_from_one()
    {
        Assert.Equal([0, 0, 1, 0], Fit(new()).Labels(Shop).Input(0)[2..].ToArray());
        Assert.Equal([0, 0, 0, 1], Fit(new()).Labels(Shop).Input(2)[2..].ToArray());
        float[] indices = Fit(new() { Categories = CategoryEncoding.Index, Numbers = Scaling.None }).Inputs(Shop);
        Assert.Equal([3, 1, 4, 3, 2], Enumerable.Range(0, 5).Select(row => indices[(row * 3) + 2]));
    }

    [Theory]
    [InlineData("Mean", 3)]
    [InlineData("Median", 3)]
    [InlineData("Constant", -7)]
    public void Missing_number_is_filled_and_told(string policy, float expected)
    {
        var missing = policy switch { "Mean" => Missing.Mean, "Median" => Missing.Median, _ => Missing.Constant(-7) };
        var encoder = Fit(new() { Numbers = Scaling.None, MissingNumbers = missing, MissingIndicator = true });

        Assert.Equal(["price", "size", "size is missing"], encoder.InputNames.Take(3));
        Assert.Equal([-1.25f, expected, 1], encoder.Labels(Shop).Input(1)[..3].ToArray());
        Assert.Equal([3.5f, 1, 0], encoder.Labels(Shop).Input(0)[..3].ToArray());
    }

    [Fact]
    public void Missing_category_becomes_the_most_frequent_one_if_asked() =>
        Assert.Equal([0, 0, 1], Fit(new() { MissingCategories = MissingCategory.MostFrequent }).Labels(Shop).Input(2)[2..].ToArray());

    [Fact]
    public void One_column_may_differ_from_the_others()
    {
        var encoder = Fit(new() { Numbers = Scaling.None, Columns = [new("size") { Scaling = Scaling.MinMax, MissingNumbers = Missing.Constant(1) }, new("color") { Category = CategoryEncoding.Index }] });

        Assert.Equal(3, encoder.InputSize);
        Assert.Equal([-1.25f, 0, 1], encoder.Labels(Shop).Input(1).ToArray());
    }

    [Fact]
    public void Statistics_are_of_the_training_part_alone()
    {
        var table = CsvTable.Parse("x,c,y\n1,a,0\n3,a,1\n1000,b,0\n");
        var (past, future) = table.SplitInOrder(0.67);
        var encoder = TableEncoder.Fit(past, new() { Target = "y" });

        Assert.Equal([-1, 1, 1, 1], encoder.Values(past).Input(0).ToArray().Concat(encoder.Values(past).Input(1).ToArray()));
        Assert.Equal([998, 0], encoder.Values(future).Input(0).ToArray());
    }

    [Fact]
    public void Targets_are_labels_ones_and_zeros_or_scaled_numbers()
    {
        Assert.Equal([1, 0, 1, 0, 1], Enumerable.Range(0, 5).Select(i => Fit(new()).Labels(Shop).Target(i)[0]));
        Assert.Equal(2, Fit(new()).Labels(Shop).ClassCount);
        var binary = Fit(new() { TargetKind = TargetKind.Binary, PositiveClass = "no" });
        Assert.Equal([0, 1, 0, 1, 0], Enumerable.Range(0, 5).Select(i => binary.Values(Shop).Target(i)[0]));
        Assert.Equal(["yes", "no"], binary.ClassNames);
        Assert.Equal(["yes", "no"], binary.Values(Shop).Split(0.5).First.ClassNames);
        Assert.Null(binary.Values(Shop).ClassCount);
        var price = TableEncoder.Fit(Shop, new() { Target = "price", Ignore = ["id"], ScaleTarget = true });
        Assert.Equal(0.13052116f, price.Values(Shop).Target(0)[0], 1e-6f);
        Assert.Equal([3.5f, 10], price.ToOriginal(price.Values(Shop).Target(0)[0], price.Values(Shop).Target(3)[0]).Select(value => MathF.Round(value, 4)));
    }

    [Fact]
    public void Several_numbers_may_be_targets()
    {
        var encoder = TableEncoder.Fit(Shop, new() { Targets = ["price", "id"], ScaleTarget = true });
        var data = encoder.Values(Shop);

        Assert.Equal(2, data.TargetSize);
        Assert.Equal([10, 4], encoder.ToOriginal(data.Target(3)).Select(value => MathF.Round(value, 4)));
    }

    [Fact]
    public void Single_row_gives_the_numbers_of_the_table()
    {
        var encoder = Fit(new() { MissingIndicator = true });
        var data = encoder.Labels(Shop);
        Assert.All(Shop.Rows, row => Assert.Equal(data.Input(row.Index).ToArray(), encoder.Encode(Shop.Columns.ToDictionary(column => column.Name, column => row[column.Name]))));
    }

    [Fact]
    public void Category_never_seen_gives_zeros_or_is_refused()
    {
        var other = CsvTable.Parse("price,size,color\n1,1,violet\n");

        Assert.Equal([0, 0, 0, 0], Fit(new()).Inputs(other)[2..]);
        Assert.Equal(0, Fit(new() { Categories = CategoryEncoding.Index }).Inputs(other)[2]);
        var strict = Fit(new() { UnknownCategory = UnknownCategory.Refuse });
        Assert.Contains("column 'color': 'violet'", Assert.Throws<InvalidDataException>(() => strict.Inputs(other)).Message, StringComparison.Ordinal);
        Assert.Contains("'violet'", Assert.Throws<ArgumentException>(() => strict.Encode(new Dictionary<string, string?> { ["price"] = "1", ["size"] = null, ["color"] = "violet" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_are_inputs_of_their_own_with_distinct_tokens()
    {
        var encoder = TableEncoder.Fit(Shop, new()
        {
            Target = "price", Ignore = ["id"], Categories = CategoryEncoding.Index, Numbers = Scaling.None,
            Groups = [new("numbers", "size"), new("tokens", "color", "sold")],
        });

        Assert.Equal([1, 3, 5, 2, 4], encoder.Inputs(Shop, "numbers"));
        Assert.Equal(8, encoder.TokenCount("tokens"));
        Assert.Equal([3, 7, 1, 6, 4, 7, 3, 6, 2, 7], encoder.Tokens(Shop, "tokens"));
        Assert.Equal(2, encoder.TokenValues(Shop, "tokens").InputSize);
        Assert.Throws<InvalidOperationException>(() => encoder.Tokens(Shop, "numbers"));
        Assert.Throws<ArgumentException>(() => encoder.Inputs(Shop, "others"));
    }
}
