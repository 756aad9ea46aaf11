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

    /// <summary>A header line and an indented body in braces.</summary>
    public IDisposable Block(string header)
    {
        Line(header);
        Line("{");
        _indent++;
        return new Closing(this);
    }

    /// <summary>Text that was printed elsewhere at column 0.</summary>
    public void Raw(string text) => Line(text.TrimEnd('\n'));

    public override string ToString() => _text.ToString();

    private sealed class Closing(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer._indent--;
            writer.Line("}");
        }
    }
}
