namespace NetGen;

/// <summary>One field of a row, valid until the next row is read.</summary>
/// <param name="text">UTF-8 without white space around it.</param>
/// <param name="isMissing">Whether the text stands for no value.</param>
/// <param name="decimalSeparator">A point or a comma.</param>
internal readonly ref struct CsvField(ReadOnlySpan<byte> text, bool isMissing, byte decimalSeparator)
{
    public ReadOnlySpan<byte> Text { get; } = text;

    public bool IsMissing => isMissing;

    public bool TryNumber(out double value) => DecimalText.TryParse(Text, decimalSeparator, out value);
}
