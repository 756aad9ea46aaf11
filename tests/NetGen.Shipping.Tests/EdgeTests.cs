using System.Diagnostics;
using System.Globalization;
using System.Text;
using Edge;

namespace NetGen.Shipping.Tests;

/// <summary>The program that classifies lines.</summary>
public sealed class EdgeTests
{
    private const string NotNumbers = "not whole numbers from 0 to 255 of up to three digits";

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
    [InlineData("1 2 3", "fewer than 784 pixels")]
    [InlineData("", "fewer than 784 pixels")]
    [InlineData("a", NotNumbers)]
    [InlineData("256 1", NotNumbers)]
    [InlineData("00255", NotNumbers)]
    [InlineData("1-2", NotNumbers)]
    public void Line_that_is_no_image_is_refused_and_the_next_is_answered(string line, string reason)
    {
        var (lines, exitCode) = Run(line + "\n" + Image + "\n");

        Assert.Equal(1, exitCode);
        Assert.Equal("error: " + reason, lines[0]);
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

    [Theory]
    [InlineData("00255", NotNumbers)]
    [InlineData("", "fewer than 784 pixels")]
    [InlineData("1 2", "more than 784 pixels")]
    public void Image_with_another_number_in_the_place_of_its_last_is_refused(string last, string reason) =>
        Assert.Equal("error: " + reason, Run(Image[..Image.LastIndexOf(' ')] + " " + last).Lines.Single());

    [Theory]
    [InlineData(8192, NotNumbers)]
    [InlineData(8193, "longer than 8192 bytes")]
    [InlineData(30_000, "longer than 8192 bytes")]
    public void Last_line_without_line_feed_is_refused_for_what_is_wrong_with_it(int length, string reason)
    {
        var (lines, exitCode) = Run(new string('1', length));

        Assert.Equal(1, exitCode);
        Assert.Equal(["error: " + reason], lines);
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

    [Fact]
    public async Task Program_without_an_input_ends()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var program = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"dotnet '{typeof(PixelLine).Assembly.Location}' <&-"]) { RedirectStandardOutput = true })!;
        try
        {
            var output = program.StandardOutput.ReadToEndAsync();
            await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

            Assert.Equal((1, ""), (program.ExitCode, await output));
        }
        finally
        {
            program.Kill(entireProcessTree: true);
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
