using System.Text;
using Spectre.Console;

namespace NetGen.Tests;

/// <summary>A console whose text is kept, and which is a terminal or is not.</summary>
internal sealed class TestTerminal : IAnsiConsoleOutput
{
    public TestTerminal(bool terminal, int width = 120)
    {
        IsTerminal = terminal;
        Width = width;
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.TrueColor : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Yes : InteractionSupport.No,
            Out = this,
        });
        Console.Profile.Capabilities.Unicode = terminal;
        Console.Profile.Width = width;
    }

    public IAnsiConsole Console { get; }

    public string Text => Writer.ToString()!;

    public TextWriter Writer { get; } = new StringWriter { NewLine = "\n" };

    public bool IsTerminal { get; }

    public int Width { get; }

    public int Height => 40;

    public void SetEncoding(Encoding encoding)
    {
        // Text is kept as it is.
    }
}
