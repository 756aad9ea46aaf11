namespace NetGen.Runtime.Tests.Data.Tables;

public sealed class GeneratedTablesTests
{
    [Fact]
    public void Churn_table_has_the_classes_and_gaps_of_the_real_one()
    {
        var table = GeneratedTables.Churn();

        Assert.Equal((7043, 21), (table.Count, table.Columns.Count));
        Assert.InRange(table.Texts("Churn").Count(text => text == "Yes") / 7043.0, 0.25, 0.28);
        Assert.Equal(["Month-to-month", "One year", "Two year"], table.Column("Contract").Distinct);
        Assert.InRange(table.Column("TotalCharges").Missing, 3, 25);
        Assert.All(table.Rows, row => Assert.Equal(row.Number("tenure") == 0, row.IsMissing("TotalCharges")));
        Assert.Equal(7043, table.Column("customerID").DistinctCount);
    }

    [Fact]
    public void Housing_table_has_the_places_and_gaps_of_the_real_one()
    {
        var table = GeneratedTables.Housing();

        Assert.Equal((20_640, 10), (table.Count, table.Columns.Count));
        Assert.Equal(["<1H OCEAN", "INLAND", "ISLAND", "NEAR BAY", "NEAR OCEAN"], table.Column("ocean_proximity").Distinct);
        Assert.InRange(table.Column("total_bedrooms").Missing, 150, 270);
        Assert.Equal(500_001, table.Column("median_house_value").Maximum);
        Assert.InRange(table.Column("longitude").Minimum, -124.5, -124);
        Assert.True(Mean("INLAND") < 0.7 * Mean("NEAR BAY"));

        double Mean(string place) => table.Where(row => row["ocean_proximity"] == place).Column("median_house_value").Mean;
    }

    [Fact]
    public void Row_depends_on_seed_and_number_alone()
    {
        Assert.Equal(GeneratedTables.Churn(50).ToCsv(), GeneratedTables.Churn(80).Take(50).ToCsv());
        Assert.NotEqual(GeneratedTables.Housing(50, seed: 1).ToCsv(), GeneratedTables.Housing(50, seed: 2).ToCsv());
    }

    [Fact]
    public void Tables_are_the_same_on_every_machine()
    {
        Assert.Equal(ChurnRow, GeneratedTables.Churn(1).ToCsv().Split('\n')[1]);
        Assert.Equal(HousingRow, GeneratedTables.Housing(1).ToCsv().Split('\n')[1]);
    }

    private const string ChurnRow =
        "0868-CJQXW,Female,1,Yes,Yes,31,Yes,No,Fiber optic,Yes,No,Yes,Yes,No,No,One year,Yes,Electronic check,85.35,2688.05,No";
    private const string HousingRow = "-118.54,34.01,38,719,131,318,129,5.273,460000,NEAR OCEAN";
}
