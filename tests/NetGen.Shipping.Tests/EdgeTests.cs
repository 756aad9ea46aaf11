using System.Globalization;
using System.Text;
using Edge;

namespace NetGen.Shipping.Tests;

/// <summary>The program that classifies lines.</summary>
public sealed class EdgeTests
{
    private static readonly string Image = string.Join(' ', Enumerable.Range(0, 784).Select(i => (i * 31 % 256).ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Line_with_an_image_is_answered_by_a_digit_and_its_probability()
    {
        var (lines, exitCode) = Run(Image + "\n" + Image.Replace(' ', ','));

        Assert.Equal(0, exitCode);
        Assert.Equal(2, lines.Length);
        Assert.Equal(lines[0], lines[1]);
        Assert.Matches("^[0-9] [01]\\.[0-9]{4}$", lines[0]);
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("256 1")]
    public void Line_that_is_no_image_is_refused_and_the_next_is_answered(string line)
    {
        var (lines, exitCode) = Run(line + "\n" + Image + "\n");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("error: ", lines[0], StringComparison.Ordinal);
        Assert.Matches("^[0-9] ", lines[1]);
    }

    [Fact]
    public void Line_that_is_too_long_is_refused_and_the_next_is_answered()
    {
        var (lines, exitCode) = Run(new string('1', 30_000) + "\n" + Image + "\n");

        Assert.Equal((1, 2), (exitCode, lines.Length));
        Assert.Equal("error: longer than 8192 bytes", lines[0]);
        Assert.Matches("^[0-9] ", lines[1]);
    }

    [Fact]
    public void Preparation_is_that_of_the_training_images()
    {
        var normalization = new Digits.DigitNet().Metadata.Normalization!;
        var pixels = new float[784];
        Assert.True(PixelLine.TryRead(Encoding.UTF8.GetBytes(Image), pixels, out _));

        for (var i = 0; i < pixels.Length; i++)
        {
            Assert.Equal(normalization.Apply(i * 31 % 256 / 255f), pixels[i], 1e-5f);
        }
    }

    private static (string[] Lines, int ExitCode) Run(string input)
    {
        using var output = new MemoryStream();
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var exitCode = Classification.Run(new Digits.DigitNet(), lines, output);
        return (Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries), exitCode);
    }
}
