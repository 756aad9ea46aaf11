using Spectre.Console;

namespace NetGen;

/// <summary>
/// Draws grey pictures in the terminal, two pixels per character: with half blocks in shades of grey where the terminal has colours,
/// otherwise (also in a file or a pipe) with characters from light to dense.
/// </summary>
public sealed class ImagePrinter
{
    private readonly IAnsiConsole console;
    private readonly bool colours;

    /// <summary>A printer on the standard output.</summary>
    public ImagePrinter()
        : this(AnsiConsole.Console)
    {
    }

    /// <summary>A printer on a console of your choice.</summary>
    /// <param name="console">Where to draw.</param>
    public ImagePrinter(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        this.console = console;
        var can = console.Profile.Capabilities;
        colours = console.Profile.Out.IsTerminal && can.Ansi && can.Unicode && can.ColorSystem >= ColorSystem.EightBit;
    }

    /// <summary>Draws one picture.</summary>
    /// <param name="image">The picture; takes one column per pixel and one line per two rows.</param>
    public void Print(GrayImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        Print([new CaptionedImage(image)]);
    }

    /// <summary>Draws pictures side by side, as many in a row as the terminal is wide.</summary>
    /// <param name="images">The pictures, with what to write below each.</param>
    public void Print(IReadOnlyList<CaptionedImage> images)
    {
        ArgumentNullException.ThrowIfNull(images);
        for (var start = 0; start < images.Count;)
        {
            var end = start + 1;
            for (var used = images[start].Image.Width; end < images.Count; end++)
            {
                used += ImageLine.Gap + images[end].Image.Width;
                if (used > console.Profile.Width)
                {
                    break;
                }
            }

            PrintRow([.. images.Skip(start).Take(end - start)]);
            start = end;
        }
    }

    private void PrintRow(CaptionedImage[] row)
    {
        var pictures = row.Select(item => item.Image).ToArray();
        var writer = console.Profile.Out.Writer;
        for (var top = 0; top < pictures.Max(image => image.Height); top += 2)
        {
            if (colours)
            {
                console.Write(ImageLine.HalfBlocks(pictures, top));
                console.WriteLine();
            }
            else
            {
                writer.WriteLine(ImageLine.Shades(pictures, top));
            }
        }

        for (var line = 0; line < row.Max(item => item.Caption.Count); line++)
        {
            writer.WriteLine(ImageLine.Captions(row, line));
        }

        writer.WriteLine();
    }
}
