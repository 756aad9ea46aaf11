namespace NetGen.Runtime.Tests.Data.Encoders;

public sealed class EncoderRefusalTests
{
    private static readonly CsvTable Table = CsvTable.Parse("n,c,gap,empty,y\n1,a,1,,yes\n2,b,,,no\n3,c,3,,no\n");

    public static TheoryData<string, EncodingOptions> Wrong => new()
    {
        { "no column 'Y'. Is 'y' meant?", new() { Target = "Y" } },
        { "'n', 'c', 'gap', 'empty', 'y'", new() { Ignore = ["size"] } },
        { "no column 'x'", new() { Ignore = ["empty"], Columns = [new("x")] } },
        { "has 'n' twice", new() { Ignore = ["empty"], Columns = [new("n"), new("n")] } },
        { "column 'empty' has no value in any row", new() { Target = "y" } },
        { "column 'gap' has 1 missing numbers", new() { Ignore = ["empty"], MissingNumbers = Missing.Refuse } },
        { "column 'c' has 3 different values, 2 are allowed", new() { Ignore = ["empty", "y"], MostCategories = 2 } },
        { "EncodingOptions.Ignore if it identifies rows, or encode it by CategoryEncoding.Index", new() { Ignore = ["empty", "y"], MostCategories = 2 } },
        { "ColumnType.Category(\"n\")", new() { Target = "n", TargetKind = TargetKind.Labels, Ignore = ["empty"] } },
        { "has categories, not numbers", new() { Target = "c", TargetKind = TargetKind.Values, Ignore = ["empty"] } },
        { "PositiveClass tells which is 1", new() { Target = "c", TargetKind = TargetKind.Binary, Ignore = ["empty"] } },
        { "no class 'maybe'", new() { Target = "y", TargetKind = TargetKind.Binary, PositiveClass = "maybe", Ignore = ["empty"] } },
        { "set TargetKind", new() { Target = "y", PositiveClass = "yes", Ignore = ["empty"] } },
        { "go from 1 to 3", new() { Target = "n", TargetKind = TargetKind.Binary, Ignore = ["empty"] } },
        { "not both", new() { Target = "y", Targets = ["n"] } },
        { "would be a label", new() { Targets = ["y", "n"], Ignore = ["empty"] } },
        { "no column left for inputs", new() { Target = "y", Ignore = ["n", "c", "gap", "empty"] } },
        { "is a target or ignored", new() { Target = "y", Ignore = ["empty"], Groups = [new("a", "y")] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Options_that_a_table_does_not_allow_are_refused(string expected, EncodingOptions options) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => TableEncoder.Fit(Table, options)).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_without_a_finite_mean_are_refused_though_they_are_not_scaled()
    {
        var table = CsvTable.Parse("n,y\n1e308,1\n1.7e308,1\n-1.7e308,1\n");
        Assert.Contains("too large", Assert.Throws<ArgumentException>(() => TableEncoder.Fit(table, new() { Target = "y", Numbers = Scaling.None })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Targets_of_another_kind_are_refused()
    {
        var labels = TableEncoder.Fit(Table, new() { Target = "y", Ignore = ["empty"] });
        var none = TableEncoder.Fit(Table, new() { Ignore = ["empty"] });

        Assert.Contains("ask for Labels", Assert.Throws<InvalidOperationException>(() => labels.Values(Table)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => labels.ToOriginal(1));
        Assert.Contains("set EncodingOptions.Target", Assert.Throws<InvalidOperationException>(() => none.Labels(Table)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("n,c,gap\n1,a,1\n", "no column 'y'", typeof(ArgumentException))]
    [InlineData("n,c,gap,y\nx,a,1,yes\n", "column 'n' is Category here and was Number", typeof(ArgumentException))]
    [InlineData("n,c,gap,y\n1,a,1,yes\n1,a,1,\n", "row 1 of the table (the first is 0), column 'y': the target is missing", typeof(InvalidDataException))]
    [InlineData("n,c,gap,y\n1,a,1,perhaps\n", "'perhaps' is not among the 2 classes learned: 'no', 'yes'", typeof(InvalidDataException))]
    [InlineData("n,c,gap,y\n1e300,a,1,no\n", "too large for a float", typeof(InvalidDataException))]
    public void Table_that_does_not_fit_is_refused(string text, string expected, Type type)
    {
        var encoder = TableEncoder.Fit(Table, new() { Target = "y", Ignore = ["empty"], Numbers = Scaling.None });
        var refusal = Assert.ThrowsAny<Exception>(() => encoder.Labels(CsvTable.Parse(text)));
        Assert.IsType(type, refusal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Single_row_that_lacks_a_column_or_has_a_text_for_a_number_is_refused()
    {
        var encoder = TableEncoder.Fit(Table, new() { Target = "y", Ignore = ["empty"] });

        Assert.Contains("lacks 'c', 'gap'", Refused(new() { ["n"] = "1" }), StringComparison.Ordinal);
        Assert.Contains("Column 'n': 'one' is not a finite number", Refused(new() { ["n"] = "one", ["c"] = "a", ["gap"] = "" }), StringComparison.Ordinal);

        string Refused(Dictionary<string, string?> row) => Assert.Throws<ArgumentException>(() => encoder.Encode(row)).Message;
    }
}
