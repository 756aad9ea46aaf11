using NetGen;

namespace Churn;

/// <summary>The table of customers: where it comes from, which columns it has, and how they become inputs.</summary>
internal static class ChurnTable
{
    /// <summary>What identifies a customer, and therefore is no input: a network could only learn it by heart.</summary>
    public const string Id = "customerID";

    /// <summary>Whether the customer left.</summary>
    public const string Target = "Churn";

    /// <summary>What <see cref="Target"/> says of a customer who left.</summary>
    public const string Left = "Yes";

    private const string Stayed = "No";

    // Both sides must be large enough to be divided into three parts.
    private const int FewestOfEachKind = 50;

    // Declared, so that a column that is missing or a text among numbers is refused when the file is read, with a message that says where.
    private static readonly ColumnType[] Columns =
    [
        ColumnType.Category(Id),
        ColumnType.Category("gender"),
        ColumnType.Number("SeniorCitizen"),
        ColumnType.Category("Partner"),
        ColumnType.Category("Dependents"),
        ColumnType.Number("tenure"),
        ColumnType.Category("PhoneService"),
        ColumnType.Category("MultipleLines"),
        ColumnType.Category("InternetService"),
        ColumnType.Category("OnlineSecurity"),
        ColumnType.Category("OnlineBackup"),
        ColumnType.Category("DeviceProtection"),
        ColumnType.Category("TechSupport"),
        ColumnType.Category("StreamingTV"),
        ColumnType.Category("StreamingMovies"),
        ColumnType.Category("Contract"),
        ColumnType.Category("PaperlessBilling"),
        ColumnType.Category("PaymentMethod"),
        ColumnType.Number("MonthlyCharges"),
        ColumnType.Number("TotalCharges"),
        ColumnType.Category(Target),
    ];

    /// <summary>Reads the table, or generates one with the same columns if there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is no table, lacks a column, or has too few customers who left or stayed.</exception>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    public static CsvTable Load(string? file)
    {
        // Columns of the user's own are left out, and so is who is neither known to have left nor to have stayed.
        var table = (file is null ? GeneratedTables.Churn() : Read(file)).Select([.. Columns.Select(column => column.Name)]);
        var left = table.Texts(Target).Count(text => text == Left);
        var stayed = table.Texts(Target).Count(text => text == Stayed);
        return left >= FewestOfEachKind && stayed >= FewestOfEachKind
            ? table.Where(row => row[Target] is Left or Stayed)
            : throw new InvalidDataException(
                $"'{file}': {left} customers left (column {Target} says {Left}) and {stayed} stayed ({Stayed}); at least {FewestOfEachKind} of each are needed. "
                + $"The column's values are {string.Join(", ", table.Column(Target).Distinct.Take(5))}.");
    }

    /// <summary>
    /// Learns from the training part, and from nothing else, how rows become inputs: means and deviations of the numbers, the values of the categories.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// A column cannot become inputs (it is empty, has too many values or too large numbers), or all of them are not as many inputs as the network has.
    /// </exception>
    public static TableEncoder Encoder(CsvTable train)
    {
        var encoder = Learn(train, new EncodingOptions
        {
            Target = Target,
            TargetKind = TargetKind.Binary,
            PositiveClass = Left,
            Ignore = [Id],

            // Empty for customers in their first month: nothing was charged so far.
            Columns = [new ColumnOptions("TotalCharges") { MissingNumbers = Missing.Constant(0) }],
        });
        return encoder.InputSize == ChurnNet.Info.InputSize ? encoder : throw OtherWidth(train, encoder);
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
        var (found, expected) = (encoder.InputSize, ChurnNet.Info.InputSize);
        var columns = encoder.InputColumns.Select(name => train.Column(name)).Select(column => column.Kind == ColumnKind.Number
            ? $"  {column.Name}: a number"
            : $"  {column.Name}: {string.Join(", ", column.Distinct)}{(column.Missing > 0 ? " (some are missing)" : "")}");
        return new(
            $"The columns of this table make {found} inputs, and {nameof(ChurnNet)} takes {expected}: one for each number, one for each value of a category, and one for "
            + $"missing values of a category. If the table below is as it should be, write [Input({found})] in ChurnNet.cs and build again; "
            + $"otherwise correct the values in the file.\n{string.Join('\n', columns)}");
    }
}
