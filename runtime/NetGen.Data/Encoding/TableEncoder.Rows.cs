using System.Text;

namespace NetGen;

public sealed partial class TableEncoder
{
    /// <summary>Encodes one row, for example to predict: the same numbers as for the same row of a table.</summary>
    /// <param name="row">
    /// A text for each input column; null or one of the texts for missing values: missing. Numbers have a decimal point. Further columns do not matter.
    /// </param>
    /// <returns><see cref="InputSize"/> inputs.</returns>
    /// <exception cref="ArgumentException">A column is not there, or its text cannot be encoded.</exception>
    public float[] Encode(IReadOnlyDictionary<string, string?> row)
    {
        var inputs = new float[InputSize];
        Encode(row, inputs);
        return inputs;
    }

    /// <summary>Encodes one row into given memory.</summary>
    /// <param name="row">A text for each input column; null or one of the texts for missing values: missing.</param>
    /// <param name="inputs">Receives <see cref="InputSize"/> inputs.</param>
    /// <exception cref="ArgumentException">A column is not there, its text cannot be encoded, or <paramref name="inputs"/> has another length.</exception>
    public void Encode(IReadOnlyDictionary<string, string?> row, Span<float> inputs)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (inputs.Length != InputSize)
        {
            throw new ArgumentException($"A row has {InputSize} inputs, there is room for {inputs.Length}.", nameof(inputs));
        }

        string[] absent = [.. _all.Columns.Select(column => column.Name).Where(name => !row.ContainsKey(name))];
        if (absent.Length > 0)
        {
            throw new ArgumentException($"The row lacks {ColumnNames.List(absent)}. A value that is not known is null.", nameof(row));
        }

        foreach (var column in _all.Columns)
        {
            string? text = row[column.Name];
            byte[] bytes = text is null ? [] : Encoding.UTF8.GetBytes(text.Trim(' ', '\t', '\r', '\n'));
            bool isMissing = text is null || _missing.Contains(bytes);
            if (column.Write(new CsvField(bytes, isMissing, (byte)'.'), inputs[..column.Width]) is { } problem)
            {
                throw new ArgumentException($"Column '{column.Name}': {problem}.", nameof(row));
            }

            inputs = inputs[column.Width..];
        }
    }
}
