namespace NetGen;

public sealed partial class CsvTable
{
    /// <summary>Divides the rows at random, the same way on every machine for a seed.</summary>
    /// <param name="fraction">The part of the first table, between 0 and 1: <c>round(fraction · Count)</c> rows.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="stratifyBy">A column whose values both tables get in (as nearly as whole rows allow) the same proportion; null: not looked at.</param>
    /// <returns>Two tables without a row in common, each in random order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one of the tables without a row.</exception>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public (CsvTable First, CsvTable Second) Split(double fraction, ulong seed = 0, string? stratifyBy = null)
    {
        int first = Folds.First(fraction, Count);
        var order = new int[Count];
        Permutation.Draw(order, seed);
        if (stratifyBy is not null)
        {
            Stratification.Divide(order, ClassesOf(stratifyBy), first);
        }

        return (Subset(order.AsSpan(0, first)), Subset(order.AsSpan(first)));
    }

    /// <summary>Divides the rows into folds for cross-validation: every row is in the validation part of exactly one fold.</summary>
    /// <param name="folds">How many, from 2 to the number of rows.</param>
    /// <param name="seed">The seed, which gives the same folds on every machine.</param>
    /// <param name="stratifyBy">A column whose values every fold gets in the proportion of the whole; null: not looked at.</param>
    /// <returns>One pair for each fold; both parts keep the order of the table.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are less than 2 folds, or more than rows.</exception>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IEnumerable<(CsvTable Train, CsvTable Validation)> KFold(int folds, ulong seed = 0, string? stratifyBy = null) =>
        Folds.Draw(Count, folds, seed, stratifyBy is null ? [] : ClassesOf(stratifyBy)).Select(part => (Subset(part.Train), Subset(part.Validation)));

    /// <summary>
    /// Divides the rows in the order of time, so that nothing is learned from the future: no row of the first table is later than one of the second.
    /// Rows of the same time stay together: the cut is at the change of time nearest to the fraction, the earlier one if two are equally near.
    /// </summary>
    /// <param name="fraction">The part of the past, between 0 and 1.</param>
    /// <param name="by">A column with numbers or with dates as ISO 8601 has them (<c>2024-05-31</c>, <c>2024-05-31T08:30:00Z</c>); null: the rows are in order.</param>
    /// <returns>Two tables, each in the order of time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction leaves one of the tables without a row.</exception>
    /// <exception cref="ArgumentException">There is no such column, or it has a missing value, a text that is no date, or the same time in every row.</exception>
    public (CsvTable Past, CsvTable Future) SplitInOrder(double fraction, string? by = null)
    {
        int past = Folds.First(fraction, Count);
        int[] order = [.. Enumerable.Range(0, Count)];
        if (by is not null)
        {
            long[] times = TimeOrder.Times(Column(by), Source);
            order = [.. order.OrderBy(row => times[row])];
            past = TimeOrder.Cut(Array.ConvertAll(order, row => times[row]), past, by);
        }

        return (Subset(order.AsSpan(0, past)), Subset(order.AsSpan(past)));
    }

    /// <summary>A number for each row that tells its class; missing values are a class of their own.</summary>
    private int[] ClassesOf(string name)
    {
        var column = Column(name);
        if (column is CategoryColumn categories)
        {
            return Array.ConvertAll(categories.Codes, code => code + 1);
        }

        double[] numbers = Numbers(name);
        double[] distinct = [.. numbers.Distinct().Order()];
        return distinct.Length > Count / 2 && distinct.Length > 20
            ? throw new ArgumentException($"Column '{name}' has {distinct.Length} different numbers in {Count} rows; rows are stratified by a column of classes.", nameof(name))
            : Array.ConvertAll(numbers, number => Array.BinarySearch(distinct, number));
    }
}
