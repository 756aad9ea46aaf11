using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Tests;

public sealed class ColourImageTests
{
    private static readonly GrayImage Checks = new([0, 1, 1, 0], height: 2, width: 2);

    [Fact]
    public void Grey_picture_keeps_its_levels()
    {
        var image = ColourImage.Of(Checks);

        Assert.Equal((2, 2), (image.Height, image.Width));
        Assert.Equal([Colour.Gray(0), Colour.White, Colour.White, Colour.Gray(0)], Pixels(image));
    }

    [Fact]
    public void Pictures_with_the_same_black_and_white_can_be_compared() =>
        Assert.Equal(
            [Colour.Gray(0), Colour.Gray(128), Colour.White, Colour.White],
            Pixels(ColourImage.Of(new GrayImage([-1, 0.5f, 1, 2], height: 1, width: 4, black: 0, white: 1))));

    [Fact]
    public void Heat_map_has_full_colours_at_the_largest_value_and_none_at_zero() =>
        Assert.Equal(
            [Colour.Positive, Colour.White, Colour.White.Mix(Colour.Negative, 0.5), Colour.White],
            Pixels(ColourImage.HeatMap([4, 0, -2, float.NaN], height: 2, width: 2)));

    [Fact]
    public void Heat_map_lies_over_a_faint_picture()
    {
        var image = ColourImage.HeatMap([0, 0, 1, 0], height: 2, width: 2, Checks, limit: 2);

        Assert.Equal(Colour.White, image[0, 0]);
        Assert.InRange(image[0, 1].Red, 150, 180);
        Assert.Equal(image[0, 1].Mix(Colour.Positive, 0.5), image[1, 0]);
    }

    [Fact]
    public void Grid_puts_pictures_side_by_side()
    {
        var image = ColourImage.Of(new GrayImage([1], 1, 1, black: 0, white: 2));
        var grid = ColourImage.Grid([image, image, image], columns: 2, gap: 1);

        Assert.Equal((5, 5), (grid.Height, grid.Width));
        Assert.Equal([(1, 1), (1, 3), (3, 1)], from row in Enumerable.Range(0, 5) from column in Enumerable.Range(0, 5) where grid[row, column] != Colour.White select (row, column));
    }

    [Fact]
    public void Enlarged_picture_has_a_square_for_each_pixel()
    {
        var image = ColourImage.Of(Checks).Enlarge(3);

        Assert.Equal((6, 6), (image.Height, image.Width));
        Assert.Equal(Colour.White, image[2, 3]);
        Assert.Equal(Colour.Gray(0), image[2, 2]);
    }

    [Fact]
    public void File_reads_back()
    {
        var image = new ColourImage(2, 1, Colour.Positive) { [1, 0] = Colour.Negative };

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
        Assert.Throws<ArgumentOutOfRangeException>(() => new ColourImage(0, 1, Colour.White));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ColourImage(1, 1, Colour.White)[0, 1]);
        Assert.Throws<ArgumentException>(() => ColourImage.HeatMap([1, 2, 3], 2, 2));
        Assert.Throws<ArgumentException>(() => ColourImage.HeatMap([1, 2, 3], 3, 1, Checks));
        Assert.Throws<ArgumentException>(() => ColourImage.Grid([], 1));
        Assert.Throws<ArgumentException>(() => ColourImage.Grid([new(1, 1, Colour.White), new(1, 2, Colour.White)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrayImage([1], 1, 1, black: 1, white: 1));
        Assert.Contains("digit.png", Assert.Throws<IOException>(() => new ColourImage(1, 1, Colour.White).Save(Path.GetTempPath())).Message, StringComparison.Ordinal);
    }

    private static List<Colour> Pixels(ColourImage image) => [.. from row in Enumerable.Range(0, image.Height) from column in Enumerable.Range(0, image.Width) select image[row, column]];
}
