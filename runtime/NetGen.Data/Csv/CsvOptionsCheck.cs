namespace NetGen;

/// <summary>What options can say at all.</summary>
internal static class CsvOptionsCheck
{
    /// <exception cref="ArgumentException">The options contradict themselves.</exception>
    public static void Require(CsvOptions options)
    {
        if (options.DecimalSeparator is not ('.' or ','))
        {
            throw Refused($"The decimal separator is a point or a comma, not '{options.DecimalSeparator}'.");
        }

        if (options.Separator is { } separator)
        {
            if (separator is >= '\x7f' or '"' or '\r' or '\n' or '\0' || char.IsAsciiLetterOrDigit(separator))
            {
                throw Refused($"The separator is an ASCII character that is neither letter, digit, quote nor line break, not '{separator}' (U+{(int)separator:X4}).");
            }

            if (separator == options.DecimalSeparator)
            {
                throw Refused($"'{separator}' separates fields and decimals both. Files with decimal commas mostly have ';' between fields: set CsvOptions.Separator.");
            }
        }

        if (options.SkipRows < 0 || options.MaxRows < 1)
        {
            throw Refused($"SkipRows is at least 0 and MaxRows at least 1; they are {options.SkipRows} and {options.MaxRows}.");
        }

        var declared = new HashSet<string>();
        foreach (var column in options.Columns)
        {
            if (!declared.Add(column.Name))
            {
                throw Refused($"CsvOptions.Columns declares '{column.Name}' twice.");
            }
        }
    }

    private static ArgumentException Refused(string problem) => new(problem);
}
