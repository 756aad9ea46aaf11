namespace NetGen.Fitting.Tests.Augmentation;

/// <summary>Transformations that users write.</summary>
public sealed class OwnTransformTests
{
    [Fact]
    public void Own_transformation_sees_every_image_with_its_random_numbers()
    {
        var data = Dataset.From([1f, 2, 3, 4, 5, 6, 7, 8], [0, 1], 1, 2, 2).Augment(new Wrap());
        float[] first = data.Batches(2, shuffleSeed: null).Single().Inputs.ToArray();
        Assert.Equal(first, data.Batches(2).Single().Inputs.ToArray());
        Assert.All(first.Chunk(4).Zip([1f, 5]), pair => Assert.Contains(string.Join(' ', pair.First), (string[])[.. Rotations(pair.Second)]));
        Assert.Equal("Wrap", new Wrap().ToString());
    }

    private static IEnumerable<string> Rotations(float start) =>
        Enumerable.Range(0, 4).Select(by => string.Join(' ', Enumerable.Range(0, 4).Select(at => start + ((at + by) % 4))));

    /// <summary>Moves all pixels on by a random number, the last to the front.</summary>
    private sealed class Wrap : ImageTransform
    {
        protected override void Apply(WorkingImage image, Random random)
        {
            int by = random.Next(image.Pixels.Length);
            image.Pixels[by..].CopyTo(image.Result);
            image.Pixels[..by].CopyTo(image.Result[^by..]);
            image.Exchange();
        }

        protected override string Describe() => "Wrap";
    }
}
