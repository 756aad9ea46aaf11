using System.Globalization;
using NetGen;

namespace Churn;

/// <summary>What in a customer's row speaks for leaving and what against it: each column in turn gets its usual value, and the answer changes by so much.</summary>
internal sealed class Reasons
{
    private readonly ChurnModel model;
    private readonly Dictionary<string, string?> usual;

    /// <summary>Takes the usual values, means and most frequent categories, from the training part.</summary>
    public Reasons(ChurnModel model, CsvTable train)
    {
        this.model = model;
        usual = model.Encoder.InputColumns.ToDictionary(name => name, name => Usual(train.Column(name), train.Texts(name)));
    }

    /// <summary>The reasons, those with the largest influence first.</summary>
    public IEnumerable<Reason> Of(TableRow customer)
    {
        var row = usual.Keys.ToDictionary(name => name, customer.Text);
        var probability = model.Probability(row);
        return row
            .Select(field => new Reason(field.Key, field.Value ?? "unknown", probability - model.Probability(WithUsual(row, field.Key))))
            .OrderByDescending(reason => Math.Abs(reason.Influence));
    }

    private Dictionary<string, string?> WithUsual(Dictionary<string, string?> row, string column) => new(row) { [column] = usual[column] };

    private static string? Usual(TableColumn column, string?[] texts) => column.Kind == ColumnKind.Number
        ? column.Mean.ToString("R", CultureInfo.InvariantCulture)
        : texts.OfType<string>().CountBy(text => text).MaxBy(count => count.Value).Key;
}

/// <summary>The influence of a column.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Value">What the customer has there.</param>
/// <param name="Influence">How much more probable leaving is by this value than by the usual one.</param>
internal sealed record Reason(string Column, string Value, float Influence)
{
    /// <summary>For example <c>+12.0 tenure 1</c>, in points of a hundred.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{100 * Influence:+0.0;-0.0;0.0} {Column} {Value}");
}
