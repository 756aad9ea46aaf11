namespace NetGen.Compiler.Serialization;

/// <summary>The lines of a text behind its version, one after the other.</summary>
internal sealed class LineReader(string[] lines)
{
    private int _next = 1;

    public bool IsAtEnd => _next >= lines.Length;

    public bool Is(string kind) => !IsAtEnd && (lines[_next] == kind || lines[_next].StartsWith(kind + " ", StringComparison.Ordinal));

    /// <summary>The words of the next line behind its kind, which must be this.</summary>
    public List<string> Take(string kind)
    {
        if (!Is(kind))
        {
            throw new FormatException(IsAtEnd ? $"the text ends where '{kind}' is expected" : $"'{kind}' is expected, not '{lines[_next]}'");
        }

        var words = Words.Split(lines[_next]);
        _next++;
        words.RemoveAt(0);
        return words;
    }
}
