using NetGen;

namespace HousePrices;

/// <summary>The table of districts: where it comes from, which columns are computed from others, and how they become inputs.</summary>
internal static class HouseTable
{
    /// <summary>The median price of a house in units of 100,000 dollars.</summary>
    public const string Target = "price";

    /// <summary>How near the sea is: the one column of categories.</summary>
    public const string Sea = "ocean_proximity";

    private const string Dollars = "median_house_value";
    private const double Unit = 100_000;

    private const int FewestDistricts = 200;

    // Declared, so that a column that is missing or a text among numbers is refused when the file is read, with a message that says where.
    private static readonly ColumnType[] Columns =
    [
        ColumnType.Number("longitude"),
        ColumnType.Number("latitude"),
        ColumnType.Number("housing_median_age"),
        ColumnType.Number("total_rooms"),
        ColumnType.Number("total_bedrooms"),
        ColumnType.Number("population"),
        ColumnType.Number("households"),
        ColumnType.Number("median_income"),
        ColumnType.Number(Dollars),
        ColumnType.Category(Sea),
    ];

    /// <summary>Reads the table, or generates one with the same columns if there is no file, and adds the price in its unit.</summary>
    /// <exception cref="InvalidDataException">The file is no table, lacks a column, or has too few districts.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static CsvTable Load(string? file)
    {
        var table = (file is null ? GeneratedTables.Housing() : Read(file)).Select([.. Columns.Select(column => column.Name)]);
        var priced = table.Count - table.Column(Dollars).Missing;

        // Columns of the user's own are left out, and so is a district without a price: it teaches nothing.
        return priced >= FewestDistricts
            ? table.Where(row => !row.IsMissing(Dollars)).With(Target, row => row.Number(Dollars) / Unit)
            : throw new InvalidDataException($"'{file}' has {priced} districts with a {Dollars}; at least {FewestDistricts} are needed.");
    }

    /// <summary>
    /// Adds the columns that are computed from others, of which the encoder knows only the names: prices follow what one household has, not what a district has in
    /// all, and counts that go from 2 to 40,000 tell more by their logarithms.
    /// </summary>
    /// <param name="table">A table as it is in the file; a price is not needed.</param>
    public static CsvTable WithFeatures(CsvTable table) => table

        // NaN, the missing number, stays NaN through all of this. No row looks at another: nothing here has to be learned.
        .With("rooms_per_household", row => Log(row.Number("total_rooms") / row.Number("households")))
        .With("bedrooms_per_room", row => Log(row.Number("total_bedrooms") / row.Number("total_rooms")))
        .With("people_per_household", row => Log(row.Number("population") / row.Number("households")))
        .With("rooms_per_person", row => Log(row.Number("total_rooms") / row.Number("population")))
        .With("log_income", row => Log(row.Number("median_income")))
        .With("log_rooms", row => Log(row.Number("total_rooms")))
        .With("log_bedrooms", row => Log(row.Number("total_bedrooms")))
        .With("log_population", row => Log(row.Number("population")))
        .With("log_households", row => Log(row.Number("households")))
        .Drop("total_rooms", "total_bedrooms", "population", "households");

    /// <summary>
    /// Learns from the training part, and from nothing else, how rows become inputs: means and deviations of the numbers, what stands in for
    /// missing ones, the values of the categories, and how the target is scaled.
    /// </summary>
    /// <param name="train">The training part, <see cref="WithFeatures"/>.</param>
    /// <exception cref="InvalidDataException">
    /// A column cannot become inputs (it is empty, has too many values or too large numbers), or all of them are not as many inputs as the network has.
    /// </exception>
    public static TableEncoder Encoder(CsvTable train)
    {
        var encoder = Learn(train, new EncodingOptions
        {
            Target = Target,
            ScaleTarget = true,
            Ignore = [Dollars],
            MissingNumbers = Missing.Median,
            Columns = [new ColumnOptions("log_bedrooms") { MissingIndicator = true }],
        });
        return encoder.InputSize == HouseNet.Info.InputSize ? encoder : throw OtherWidth(train, encoder);
    }

    private static CsvTable Read(string file)
    {
        try
        {
            return CsvTable.Load(file, new CsvOptions { Columns = Columns });
        }
        catch (ArgumentException problem)
        {
            throw new InvalidDataException($"{problem.Message} This program needs {string.Join(", ", Columns.Select(column => column.Name))}.", problem);
        }
    }

    // A count of 0 in a table of the user's own is treated as unknown.
    private static double Log(double value) => value > 0 && double.IsFinite(value) ? Math.Log(value) : double.NaN;

    private static TableEncoder Learn(CsvTable train, EncodingOptions options)
    {
        try
        {
            return TableEncoder.Fit(train, options);
        }
        catch (ArgumentException problem)
        {
            // The options are right for the table that this program is made for: it is the file.
            throw new InvalidDataException(problem.Message, problem);
        }
    }

    private static InvalidDataException OtherWidth(CsvTable train, TableEncoder encoder)
    {
        var (found, expected) = (encoder.InputSize, HouseNet.Info.InputSize);
        return new(
            $"The columns of this table make {found} inputs, and {nameof(HouseNet)} takes {expected}. It was built for the five values of {Sea} in the California "
            + $"Housing table, and for some missing total_bedrooms; here {Sea} is {string.Join(", ", train.Column(Sea).Distinct)}, and {train.Column("log_bedrooms").Missing} "
            + $"of {train.Count} rows have no total_bedrooms. If that is as it should be, write [Input({found})] in HouseNet.cs and build again. "
            + $"The inputs are {string.Join(", ", encoder.InputNames)}.");
    }
}
