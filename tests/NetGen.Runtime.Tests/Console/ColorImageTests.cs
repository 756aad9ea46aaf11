using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Tests;

public sealed class ColorImageTests
{
    private static readonly GrayImage Checks = new([0, 1, 1, 0], height: 2, width: 2);

    [Fact]
    public void Grey_picture_keeps_its_levels()
    {
        var image = ColorImage.Of(Checks);

        Assert.Equal((2, 2), (image.Height, image.Width));
        Assert.Equal([PixelColor.Gray(0), PixelColor.White, PixelColor.White, PixelColor.Gray(0)], Pixels(image));
    }

    [Fact]
    public void Input_of_a_network_is_shown_in_its_colours()
    {
        var image = ColorImage.Of([0, 1, 0.5f, 2, -1, float.NaN], new ImageShape(3, 1, 2));
        Assert.Equal([new(0, 128, 0), new(255, 255, 0)], Pixels(image));
        Assert.Equal([PixelColor.Gray(51), PixelColor.Gray(255)], Pixels(ColorImage.Of([-1, 3], new ImageShape(1, 1, 2), new Normalization(0.4, 0.2))));
        Assert.Throws<ArgumentException>(() => ColorImage.Of([1, 2], new ImageShape(2, 1, 1)));
        Assert.Throws<ArgumentException>(() => ColorImage.Of([1, 2], new ImageShape(1, 1, 1)));
    }

    [Theory]
    [InlineData("picture.png")]
    [InlineData("picture.ppm")]
    public void Saved_picture_is_read_back(string name)
    {
        var folder = Directory.CreateTempSubdirectory("netgen-tests-");
        try
        {
            string path = Path.Combine(folder.FullName, name);
            var image = new ColorImage(2, 3, PixelColor.Positive) { [1, 2] = PixelColor.Negative };
            image.Save(path);

            Assert.Equal(Pixels(image), Pixels(ColorImage.Of(new ImageReader().Read(path), new ImageShape(3, 2, 3))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Pictures_with_the_same_black_and_white_can_be_compared() =>
        Assert.Equal(
            [PixelColor.Gray(0), PixelColor.Gray(128), PixelColor.White, PixelColor.White],
            Pixels(ColorImage.Of(new GrayImage([-1, 0.5f, 1, 2], height: 1, width: 4, black: 0, white: 1))));

    [Fact]
    public void Heat_map_has_full_colours_at_the_largest_value_and_none_at_zero() =>
        Assert.Equal(
            [PixelColor.Positive, PixelColor.White, PixelColor.White.Mix(PixelColor.Negative, 0.5), PixelColor.White],
            Pixels(ColorImage.HeatMap([4, 0, -2, float.NaN], height: 2, width: 2)));

    [Fact]
    public void Heat_map_lies_over_a_faint_picture()
    {
        var image = ColorImage.HeatMap([0, 0, 1, 0], height: 2, width: 2, Checks, limit: 2);

        Assert.Equal(PixelColor.White, image[0, 0]);
        Assert.InRange(image[0, 1].Red, 150, 180);
        Assert.Equal(image[0, 1].Mix(PixelColor.Positive, 0.5), image[1, 0]);
    }

    [Fact]
    public void Grid_puts_pictures_side_by_side()
    {
        var image = ColorImage.Of(new GrayImage([1], 1, 1, black: 0, white: 2));
        var grid = ColorImage.Grid([image, image, image], columns: 2, gap: 1);

        Assert.Equal((5, 5), (grid.Height, grid.Width));
        Assert.Equal([(1, 1), (1, 3), (3, 1)], from row in Enumerable.Range(0, 5) from column in Enumerable.Range(0, 5) where grid[row, column] != PixelColor.White select (row, column));
    }

    [Fact]
    public void Enlarged_picture_has_a_square_for_each_pixel()
    {
        var image = ColorImage.Of(Checks).Enlarge(3);

        Assert.Equal((6, 6), (image.Height, image.Width));
        Assert.Equal(PixelColor.White, image[2, 3]);
        Assert.Equal(PixelColor.Gray(0), image[2, 2]);
    }

    [Fact]
    public void File_reads_back()
    {
        var image = new ColorImage(2, 1, PixelColor.Positive) { [1, 0] = PixelColor.Negative };

        var file = image.ToPng();

        Assert.Equal((1, 2), (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20))));
        using var rows = new ZLibStream(new MemoryStream(file, 41, BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33))), CompressionMode.Decompress);
        var bytes = new byte[8];
        rows.ReadExactly(bytes);
        Assert.Equal([0, 0xd5, 0x5e, 0, 0, 0, 0x72, 0xb2], bytes);
    }

    [Fact]
    public void What_is_no_picture_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ColorImage(0, 1, PixelColor.White));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ColorImage(1, 1, PixelColor.White)[0, 1]);
        Assert.Throws<ArgumentException>(() => ColorImage.HeatMap([1, 2, 3], 2, 2));
        Assert.Throws<ArgumentException>(() => ColorImage.HeatMap([1, 2, 3], 3, 1, Checks));
        Assert.Throws<ArgumentException>(() => ColorImage.Grid([], 1));
        Assert.Throws<ArgumentException>(() => ColorImage.Grid([new(1, 1, PixelColor.White), new(1, 2, PixelColor.White)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrayImage([1], 1, 1, black: 1, white: 1));
        Assert.Contains("digit.png", Assert.Throws<IOException>(() => new ColorImage(1, 1, PixelColor.White).Save(Path.GetTempPath())).Message, StringComparison.Ordinal);
    }

    private static List<PixelColor> Pixels(ColorImage image) => [.. from row in Enumerable.Range(0, image.Height) from column in Enumerable.Range(0, image.Width) select image[row, column]];
}
