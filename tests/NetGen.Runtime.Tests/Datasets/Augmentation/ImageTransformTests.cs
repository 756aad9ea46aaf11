using System.Globalization;

namespace NetGen.Runtime.Tests.Datasets.Augmentation;

public sealed class ImageTransformTests
{
    private static readonly ImageShape Shape = new(2, 3, 4);

    private readonly float[] _numbers = Changed.Numbers(Shape);

    [Fact]
    public void Crop_is_a_shift_with_black_borders_that_all_channels_share()
    {
        var black = new Normalization([0.5, 0.2], [0.25, 0.1]);
        HashSet<(int, int)> shifts = [];
        for (ulong seed = 0; seed < 300; seed++)
        {
            float[] found = Changed.By(new RandomCrop(2), Shape, _numbers, seed, black);

            var (down, right) = Enumerable.Range(-2, 5).SelectMany(down => Enumerable.Range(-2, 5).Select(right => (down, right)))
                .Single(shift => found.SequenceEqual(Shifted(shift.down, shift.right)));
            shifts.Add((down, right));
        }

        Assert.Equal(25, shifts.Count);

        float[] Shifted(int down, int right) => [.. Enumerable.Range(0, Shape.Size).Select(at =>
        {
            var (channel, row, column) = (at / 12, (at % 12 / 4) + down, (at % 4) + right);
            return row is >= 0 and < 3 && column is >= 0 and < 4 ? _numbers[(channel * 12) + (row * 4) + column] : black.Apply(0, channel);
        })];
    }

    [Fact]
    public void Flips_mirror_rows_or_columns()
    {
        Assert.Equal([4, 3, 2, 1, 8, 7, 6, 5, 12, 11, 10, 9, 16, 15, 14, 13, 20, 19, 18, 17, 24, 23, 22, 21], Changed.By(new HorizontalFlip(1), Shape, _numbers, 0));
        Assert.Equal([9, 10, 11, 12, 5, 6, 7, 8, 1, 2, 3, 4, 21, 22, 23, 24, 17, 18, 19, 20, 13, 14, 15, 16], Changed.By(new VerticalFlip(1), Shape, _numbers, 0));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    public void Flips_happen_as_often_as_asked_for(double probability)
    {
        foreach (ImageTransform flip in (ImageTransform[])[new HorizontalFlip(probability), new VerticalFlip(probability)])
        {
            int flipped = Enumerable.Range(0, 2000).Count(seed => !Changed.By(flip, Shape, _numbers, (ulong)seed).SequenceEqual(_numbers));
            Assert.InRange(flipped / 2000.0, probability - 0.05, probability + 0.05);
        }
    }

    [Fact]
    public void Cutout_hides_one_square_in_all_channels()
    {
        var shape = new ImageShape(2, 8, 8);
        float[] numbers = Changed.Numbers(shape);
        for (ulong seed = 0; seed < 200; seed++)
        {
            float[] found = Changed.By(new Cutout(3), shape, numbers, seed, new Normalization(0.5, 1));

            int[] hidden = [.. Enumerable.Range(0, 64).Where(at => found[at] == 0)];
            Assert.Equal(hidden, Enumerable.Range(0, 64).Where(at => found[64 + at] == 0));
            Assert.All(Enumerable.Range(0, 128).Except([.. hidden, .. hidden.Select(at => at + 64)]), at => Assert.Equal(numbers[at], found[at]));
            var (rows, columns) = (hidden.Select(at => at / 8).Distinct().Count(), hidden.Select(at => at % 8).Distinct().Count());
            Assert.InRange(rows, 2, 3);
            Assert.InRange(columns, 2, 3);
            Assert.Equal(rows * columns, hidden.Length);
        }
    }

    [Fact]
    public void Cutout_larger_than_the_image_hides_a_part_of_it_in_grey() =>
        Assert.Contains(0.5f, Changed.By(new Cutout(int.MaxValue), Shape, _numbers, 1));

    [Fact]
    public void Colours_are_changed_by_the_formulas_on_raw_pixels()
    {
        // Red, green, blue of two pixels; all factors are 0 or 2, drawn by seeds that the loop finds.
        var shape = new ImageShape(3, 1, 2);
        float[] pixels = [0.2f, 0.8f, 0.4f, 0.1f, 0.6f, 0.3f];
        var normalization = new Normalization([0.5, 0.4, 0.3], [0.2, 0.3, 0.4]);
        float[] normalised = [.. pixels];
        normalization.Apply(normalised);
        for (ulong seed = 0; seed < 50; seed++)
        {
            var random = new SampleRandom();
            random.Start(seed, 0, 0, 1);
            double brightness = 1 + (0.8 * random.NextDouble()) - 0.4, contrast = 1 + (1.2 * random.NextDouble()) - 0.6, saturation = 1 + (2 * random.NextDouble()) - 1;

            float[] found = Changed.By(new ColorJitter { Brightness = 0.4, Contrast = 0.6, Saturation = 1 }, shape, normalised, seed, normalization);

            double[] expected = [.. pixels.Select(pixel => Math.Clamp(pixel * brightness, 0, 1))];
            double mean = (Grey(expected, 0) + Grey(expected, 1)) / 2;
            expected = [.. expected.Select(pixel => Math.Clamp(mean + (contrast * (pixel - mean)), 0, 1))];
            expected = [.. expected.Select((pixel, at) => Math.Clamp(Grey(expected, at % 2) + (saturation * (pixel - Grey(expected, at % 2))), 0, 1))];
            normalization.Undo(found);
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }

        static double Grey(double[] image, int pixel) => (0.299 * image[pixel]) + (0.587 * image[2 + pixel]) + (0.114 * image[4 + pixel]);
    }

    [Fact]
    public void Saturation_needs_three_channels_or_one()
    {
        new ColorJitter { Saturation = 1 }.Require(new(1, 2, 2));
        new ColorJitter { Brightness = 1 }.Require(new(2, 2, 2));
        Assert.Throws<ArgumentException>(() => new ColorJitter { Saturation = 0.1 }.Require(new(2, 2, 2)));
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomCrop(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HorizontalFlip(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VerticalFlip(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Cutout(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ColorJitter { Contrast = 1.5 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomAffine { Rotation = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomAffine { Scale = (1.2, 0.8) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomAffine { Scale = (0, 1) });
        Assert.Throws<ArgumentException>(() => new RandomCrop(4).Require(new(1, 4, 9)));
    }

    [Fact]
    public void Description_has_all_settings_and_no_culture()
    {
        var before = CultureInfo.CurrentCulture;
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal("RandomAffine(rotation 7.5, translation 0.1, scale 0.9 to 1.1, shear 5)", new RandomAffine { Rotation = 7.5, Translation = 0.1, Scale = (0.9, 1.1), Shear = 5 }.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
