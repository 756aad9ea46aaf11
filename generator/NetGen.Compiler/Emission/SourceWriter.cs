using System.Text;

namespace NetGen.Compiler.Emission;

/// <summary>Writes C# with indentation; blocks close themselves: <c>using (writer.Block("if (x)")) …</c></summary>
public sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _indent;

    /// <summary>One line, or several when <paramref name="text"/> holds line ends; empty lines carry no blanks.</summary>
    public void Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            _text.Append(' ', line.Length == 0 ? 0 : 4 * _indent).Append(line.TrimEnd('\r')).Append('\n');
        }
    }

    /// <summary>A header line and an indented body in braces, until the result is disposed of.</summary>
    public IDisposable Block(string header)
    {
        Open(header);
        return new Closing(this);
    }

    /// <summary>A header line, an opening brace, and one level more of indentation.</summary>
    public void Open(string header)
    {
        if (header.Length > 0)
        {
            Line(header);
        }

        Line("{");
        _indent++;
    }

    /// <summary>The brace that closes the last open block.</summary>
    public void Close()
    {
        _indent--;
        Line("}");
    }

    /// <summary>Text that was printed elsewhere at column 0.</summary>
    public void Raw(string text) => Line(text.TrimEnd('\n'));

    public override string ToString() => _text.ToString();

    private sealed class Closing(SourceWriter writer) : IDisposable
    {
        public void Dispose() => writer.Close();
    }
}
