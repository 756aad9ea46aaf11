namespace NetGen.Runtime.Tests.Data.Tables;

public sealed class TablePartsTests
{
    /// <summary>Rows 0 … count-1; every fourth is of class b.</summary>
    private static CsvTable Numbered(int count) =>
        CsvTable.Parse("i,class\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"{i},{(i % 4 == 0 ? "b" : "a")}\n")));

    private static int Rare(CsvTable table) => table.Texts("class").Count(text => text == "b");

    [Fact]
    public void Split_divides_all_rows_the_same_way_for_a_seed()
    {
        var (first, second) = Numbered(100).Split(0.8, seed: 1);

        Assert.Equal((80, 20), (first.Count, second.Count));
        Assert.Equal(Enumerable.Range(0, 100).Select(i => (double)i), first.Numbers("i").Concat(second.Numbers("i")).Order());
        Assert.Equal(first.Numbers("i"), Numbered(100).Split(0.8, seed: 1).First.Numbers("i"));
        Assert.NotEqual(first.Numbers("i"), Numbered(100).Split(0.8, seed: 2).First.Numbers("i"));
    }

    [Fact]
    public void Stratified_split_keeps_the_proportions()
    {
        var (first, second) = Numbered(200).Split(0.7, seed: 3, stratifyBy: "class");
        Assert.Equal((35, 15), (Rare(first), Rare(second)));
    }

    [Fact]
    public void Stratifying_by_a_measurement_is_refused() =>
        Assert.Contains("column of classes", Assert.Throws<ArgumentException>(() => Numbered(100).Split(0.5, stratifyBy: "i")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_row_is_in_the_validation_part_of_one_fold()
    {
        var folds = Numbered(103).KFold(5, seed: 1, stratifyBy: "class").ToList();

        Assert.Equal(Enumerable.Range(0, 103).Select(i => (double)i), folds.SelectMany(fold => fold.Validation.Numbers("i")).Order());
        Assert.All(folds, fold =>
        {
            Assert.Empty(fold.Train.Numbers("i").Intersect(fold.Validation.Numbers("i")));
            Assert.Equal(103, fold.Train.Count + fold.Validation.Count);
            Assert.InRange(fold.Validation.Count, 20, 21);
            Assert.InRange(Rare(fold.Validation), 5, 6);
        });
    }

    [Fact]
    public void Split_in_order_takes_the_first_rows()
    {
        var (past, future) = Numbered(10).SplitInOrder(0.7);
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], past.Numbers("i"));
        Assert.Equal([7, 8, 9], future.Numbers("i"));
    }

    [Theory]
    [InlineData("date")]
    [InlineData("when")]
    [InlineData("year")]
    public void No_row_of_the_past_is_later_than_one_of_the_future(string by)
    {
        var random = new Random(1);
        string rows = string.Concat(Enumerable.Range(0, 60).Select(_ => random.Next(12)).Select((month, i) => $"{i},20{10 + month}-03-01,20{10 + month}-03-01T0{month % 10}:00:00Z,{2010 + month}\n"));
        var (past, future) = CsvTable.Parse("i,date,when,year\n" + rows).SplitInOrder(0.75, by);

        Assert.Equal(60, past.Count + future.Count);
        Assert.InRange(past.Count, 38, 52);
        Assert.True(past.Numbers("year").Max() < future.Numbers("year").Min());
        Assert.Equal(past.Numbers("year").Order(), past.Numbers("year"));
    }

    [Fact]
    public void Rows_of_the_same_time_stay_together_at_the_nearest_change()
    {
        var table = CsvTable.Parse("t\n1\n1\n2\n2\n2\n2\n2\n3\n3\n3\n");

        Assert.Equal(2, table.SplitInOrder(0.4, "t").Past.Count);
        Assert.Equal(7, table.SplitInOrder(0.5, "t").Past.Count);
        Assert.Equal(7, table.SplitInOrder(0.9, "t").Past.Count);
        Assert.Equal(2, table.SplitInOrder(0.1, "t").Past.Count);
    }

    [Theory]
    [InlineData("2024-05-31 08:30:00.0000001", "2024-05-31 08:30:00.0000002")]
    [InlineData("2024-05-31 08:30:00.25+02:00", "2024-05-31 06:30:00.26Z")]
    [InlineData("2024-05-31 10:30:00+02", "2024-05-31T08:30:00.1+00")]
    [InlineData("2024-05-31 10:30+02", "2024-05-31 09:30")]
    public void Times_are_told_apart_to_the_tick_and_across_zones(string earlier, string later)
    {
        var (past, future) = CsvTable.Parse($"t\n{later}\n{earlier}\n").SplitInOrder(0.5, "t");
        Assert.Equal((earlier, later), (past[0]["t"], future[0]["t"]));
    }

    [Fact]
    public void Numbers_are_in_order_below_zero_too() =>
        Assert.Equal([-1e300, -2, -0.5, 0, 0.25], CsvTable.Parse("t\n0.25\n-0.5\n7\n-2\n-0\n-1e300\n").SplitInOrder(0.8, "t").Past.Numbers("t"));

    [Theory]
    [InlineData("t\n2020-01-01\n31.12.2020\n", "row 2")]
    [InlineData("t\n1\n1\n1\n", "same time")]
    [InlineData("t,u\n1,1\n,1\n2,1\n", "Leave such rows out")]
    [InlineData("t\n2020-01-01\n31.12.2020\n", "'31.12.2020' is not a date")]
    public void Rows_without_an_order_in_time_are_refused(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => CsvTable.Parse(text).SplitInOrder(0.5, "t")).Message, StringComparison.Ordinal);
}
