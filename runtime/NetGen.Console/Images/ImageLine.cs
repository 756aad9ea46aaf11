using System.Text;
using Spectre.Console;

namespace NetGen;

/// <summary>One line of the terminal through pictures that stand side by side: two rows of their pixels.</summary>
internal static class ImageLine
{
    /// <summary>Columns between two pictures.</summary>
    public const int Gap = 2;

    private const string Light = " .:-=+*#%@";

    /// <summary>Upper half blocks: the character's colour is the upper pixel, its background the lower one.</summary>
    public static Paragraph HalfBlocks(IEnumerable<GrayImage> images, int top)
    {
        var line = new Paragraph { Overflow = Overflow.Crop };
        foreach (var image in images)
        {
            for (var column = 0; column < image.Width; column++)
            {
                line.Append("▀", new Style(Gray(image.Level(top, column)), Gray(image.Level(top + 1, column))));
            }

            line.Append(new string(' ', Gap));
        }

        return line;
    }

    /// <summary>Characters from light to dense, for the mean of the two pixels.</summary>
    public static string Shades(IEnumerable<GrayImage> images, int top)
    {
        var line = new StringBuilder();
        foreach (var image in images)
        {
            for (var column = 0; column < image.Width; column++)
            {
                var both = image.Level(top, column) + image.Level(top + 1, column);
                line.Append(Light[both * (Light.Length - 1) / (2 * 255)]);
            }

            line.Append(' ', Gap);
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>One line of captions, each cut or filled up to its picture's width.</summary>
    public static string Captions(IEnumerable<CaptionedImage> images, int line)
    {
        var cells = images.Select(item =>
        {
            var text = line < item.Caption.Count ? item.Caption[line] : "";
            return text.Length <= item.Image.Width ? text.PadRight(item.Image.Width) : text[..item.Image.Width];
        });
        return string.Join(new string(' ', Gap), cells).TrimEnd();
    }

    private static Color Gray(byte level) => new(level, level, level);
}
