using System.Text;

namespace NetGen;

/// <summary>
/// Tables that nobody collected, with the columns, values, gaps and main correlations of two well-known ones: stand-ins that need no download.
/// A row depends on the seed and its number alone: the same on every machine.
/// </summary>
public static class GeneratedTables
{
    private static readonly MissingSet Missing = new(new CsvOptions().MissingValues);

    /// <summary>
    /// Customers of a telephone company and whether they left: the columns of IBM's Telco Customer Churn. About 26.5 % left; who did can be told with an
    /// area under the ROC curve of about 0.84, and <c>TotalCharges</c> is missing where <c>tenure</c> is 0.
    /// </summary>
    /// <param name="rows">How many customers, 1 to 10,000,000.</param>
    /// <param name="seed">Other seeds give other customers.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many rows.</exception>
    public static CsvTable Churn(int rows = 7043, ulong seed = 1) => Build("generated churn table", ChurnRow.Header, rows, row => ChurnRow.Draw(seed, row));

    /// <summary>
    /// Districts of California and what houses in them cost: the columns of the California Housing table with <c>ocean_proximity</c>. The price depends on
    /// income, place and the sea; about 1 % of <c>total_bedrooms</c> is missing; prices end at 500,001.
    /// </summary>
    /// <param name="rows">How many districts, 1 to 10,000,000.</param>
    /// <param name="seed">Other seeds give other districts.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many rows.</exception>
    public static CsvTable Housing(int rows = 20_640, ulong seed = 1) => Build("generated housing table", HousingRow.Header, rows, row => HousingRow.Draw(seed, row));

    private static CsvTable Build(string name, string header, int rows, Func<int, string> draw)
    {
        const int most = 10_000_000;
        if (rows is < 1 or > most)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, $"A generated table has 1 to {most} rows.");
        }

        string[] names = header.Split(',');
        var columns = Array.ConvertAll(names, _ => new string?[rows]);
        Parallel.For(0, rows, row =>
        {
            string[] fields = draw(row).Split(',');
            for (int i = 0; i < fields.Length; i++)
            {
                columns[i][row] = Missing.Texts.Contains(fields[i]) ? null : fields[i];
            }
        });
        return new(name, [.. names.Select((column, i) => Column(column, columns[i]))], rows, Missing);
    }

    private static TableColumn Column(string name, string?[] texts)
    {
        var numbers = new double[texts.Length];
        bool all = true;
        for (int i = 0; i < texts.Length && all; i++)
        {
            numbers[i] = double.NaN;
            all = texts[i] is not { } text || DecimalText.TryParse(Encoding.UTF8.GetBytes(text), (byte)'.', out numbers[i]);
        }

        if (all)
        {
            return new NumberColumn(name, numbers);
        }

        var known = new Dictionary<string, int>();
        int[] codes = Array.ConvertAll(texts, text => text is null ? -1 : known.TryGetValue(text, out int code) ? code : known[text] = known.Count);
        return new CategoryColumn(name, codes, [.. known.Keys]);
    }
}
