using System.Security.Cryptography;
using NetGen.Digits;

namespace NetGen.Tests;

public sealed class DigitImagesTests
{
    [Fact]
    public void Images_are_the_same_on_every_machine()
    {
        var images = DigitImages.Draw(200, seed: 1, firstStream: 0);

        Assert.Equal("EF251E7FF0C7E96E7B59DD5E0F8A45E40F5D6DD9F517DEA0833A8ECB75183861", Convert.ToHexString(SHA256.HashData(images.Pixels)));
        Assert.Equal([7, 0, 2, 6, 5, 8, 4, 9, 1, 3, 7, 9, 5, 3, 2, 8, 4, 0, 1, 6], images.Labels[..20]);
    }

    [Fact]
    public void An_image_does_not_depend_on_how_many_others_there_are()
    {
        var few = DigitImages.Draw(33, seed: 7, firstStream: 100);
        var many = DigitImages.Draw(250, seed: 7, firstStream: 100);

        Assert.Equal(few.Pixels, many.Pixels[..few.Pixels.Length]);
        Assert.Equal(few.Labels, many.Labels[..33]);
    }

    [Fact]
    public void Another_seed_gives_other_images()
    {
        var one = DigitImages.Draw(10, seed: 1, firstStream: 0);
        var two = DigitImages.Draw(10, seed: 2, firstStream: 0);

        Assert.NotEqual(one.Pixels, two.Pixels);
    }

    [Fact]
    public void Ten_images_hold_each_digit_once()
    {
        var images = DigitImages.Draw(500, seed: 3, firstStream: 0);

        Assert.All(images.Labels.Chunk(10), ten => Assert.Equal(Enumerable.Range(0, 10), ten.Order()));
    }

    [Fact]
    public void Every_image_has_ink_in_the_middle_and_paper_at_the_rim()
    {
        var images = DigitImages.Draw(1000, seed: 4, firstStream: 0);

        Assert.All(images.Pixels.Chunk(DigitImages.ImageSize), image =>
        {
            var rows = image.Chunk(28).ToArray();
            var middle = rows[4..24].SelectMany(row => row[4..24]).Count(pixel => pixel > 120);
            var rim = rows[0].Concat(rows[27]).Average(pixel => pixel);
            Assert.True(middle >= 12, $"{middle} inked pixels in the middle");
            Assert.True(rim < 60, $"mean {rim} at the rim");
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public void Strokes_stay_in_the_box_of_the_character(int digit)
    {
        for (var style = 0; style < DigitGlyphs.Styles(digit); style++)
        {
            var points = DigitGlyphs.Strokes(digit, style).SelectMany(stroke => stroke);
            Assert.All(points, point =>
            {
                Assert.InRange(point.X, 0, 1);
                Assert.InRange(point.Y, 0, 1);
            });
        }
    }
}
