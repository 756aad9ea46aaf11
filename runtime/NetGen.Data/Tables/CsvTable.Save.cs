using System.Buffers;
using System.Text;

namespace NetGen;

public sealed partial class CsvTable
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Writes the table as CSV in UTF-8: commas, a header, LF, quotes where they are needed. A missing value is an empty field, or,
    /// where <see cref="CsvOptions.MissingValues"/> had no empty text, the first text they had: loaded with the same options it is missing again.</summary>
    /// <param name="path">The file; one that exists is replaced once the new one is complete.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="InvalidOperationException">A value is missing, and the table was loaded with no text for that.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, this, static (stream, table) =>
        {
            using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
            table.Write(writer);
        });
    }

    /// <summary>The table as the text of a CSV file, written as by <see cref="Save"/>.</summary>
    /// <exception cref="InvalidOperationException">A value is missing, and the table was loaded with no text for that.</exception>
    public string ToCsv()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        Write(writer);
        return writer.ToString();
    }

    private void Write(TextWriter writer)
    {
        for (int row = -1; row < Count; row++)
        {
            for (int i = 0; i < Columns.Count; i++)
            {
                if (i > 0)
                {
                    writer.Write(',');
                }

                string text = (row < 0 ? Columns[i].Name : Columns[i].TextAt(row)) ?? MissingText(row, i);

                // A row of one empty field would be an empty line, and white space at an end would be trimmed.
                bool quoted = text.AsSpan().ContainsAny(Special) || text.AsSpan().Trim().Length < text.Length || (text.Length == 0 && Columns.Count == 1);
                writer.Write(quoted ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);
            }

            writer.WriteLine();
        }
    }

    private string MissingText(int row, int column) =>
        Missing.Contains("") ? ""
        : Missing.Texts.Count > 0 ? Missing.Texts[0]
        : throw new InvalidOperationException(
            $"Column '{Columns[column].Name}' has no value in row {row + 1}, and no text stands for that: CsvOptions.MissingValues was empty when '{Source}' was loaded.");
}
