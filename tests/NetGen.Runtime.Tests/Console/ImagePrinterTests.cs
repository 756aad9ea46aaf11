namespace NetGen.Tests;

public sealed class ImagePrinterTests
{
    [Fact]
    public void Without_colours_two_rows_become_one_line_of_shades()
    {
        var terminal = new TestTerminal(terminal: false);
        var image = new GrayImage([0, 0.5f, 1, 0, 0.5f, 1, 0, 0, 1, 1, 1, 1], height: 4, width: 3);

        new ImagePrinter(terminal.Console).Print(image);

        Assert.Equal(" =@\n==@\n\n", terminal.Text);
    }

    [Fact]
    public void Terminal_gets_half_blocks_in_grey()
    {
        var terminal = new TestTerminal(terminal: true);

        new ImagePrinter(terminal.Console).Print(new GrayImage([0, 1, 1, 0], height: 2, width: 2));

        Assert.Contains("\e[38;2;0;0;0;48;2;255;255;255m▀", terminal.Text, StringComparison.Ordinal);
        Assert.Equal(2, terminal.Text.Count(character => character == '▀'));
    }

    [Fact]
    public void Pictures_stand_side_by_side_until_the_line_is_full()
    {
        var terminal = new TestTerminal(terminal: false, width: 10);
        var image = new GrayImage([0, 0, 0, 1, 1, 1], height: 2, width: 3);

        new ImagePrinter(terminal.Console).Print([new(image, "one", "I"), new(image, "two and more"), new(image, "3")]);

        Assert.Equal("===  ===\none  two\nI\n\n===\n3\n\n", terminal.Text);
    }

    [Fact]
    public void Values_that_are_not_finite_are_drawn_black()
    {
        var terminal = new TestTerminal(terminal: false);

        new ImagePrinter(terminal.Console).Print(new GrayImage([float.NaN, 1, 0, 1, float.PositiveInfinity, 1], height: 2, width: 3));

        Assert.Equal("===\n\n", terminal.Text);
    }

    [Fact]
    public void Pixels_that_do_not_fill_the_picture_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new GrayImage(new float[5], height: 2, width: 3));

        Assert.Contains("2 × 3 pixels has 6 values; 5 were given", error.Message, StringComparison.Ordinal);
    }
}
