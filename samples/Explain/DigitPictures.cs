using System.Globalization;
using NetGen;

namespace Explaining;

/// <summary>Heat maps of digits.</summary>
internal static class DigitPictures
{
    private const int Side = 28;
    private const int Shown = 5;
    private const int Enlarged = 4;

    /// <summary>What the columns of the picture are, after the image itself.</summary>
    public static IReadOnlyList<string> Methods { get; } = ["saliency", "SmoothGrad", "integrated gradients", "occlusion by squares of 5 × 5 pixels"];

    /// <summary>Explains the first images that the network gets right and the first that it gets wrong, each by the class that it chose.</summary>
    public static (ColorImage Picture, IReadOnlyList<string> Captions) Draw(DigitNet net, Dataset<float, int> images, ulong seed, CancellationToken cancellation)
    {
        var answers = Enumerable.Range(0, Math.Min(images.Count, 1000)).Select(i => Answer(net, images, i)).ToArray();
        Answer[] shown = [.. answers.Where(answer => answer.IsRight).DistinctBy(answer => answer.Class).Take(Shown), .. answers.Where(answer => !answer.IsRight).Take(1)];
        var rows = shown.SelectMany(answer => Row(net, images.Input(answer.Image), answer.Class, seed, cancellation));
        return (ColorImage.Grid([.. rows], Methods.Count + 1).Enlarge(Enlarged), [.. shown.Select(answer => answer.ToString())]);
    }

    // The network is sure of most digits, so its probabilities have hardly a gradient: the log-odds have.
    private static ColorImage[] Row(DigitNet net, ReadOnlySpan<float> input, int output, ulong seed, CancellationToken cancellation)
    {
        float[] black = [input.ToArray().Min()];
        var image = new GrayImage(input, Side, Side);
        Attribution[] explanations =
        [
            Explain.Saliency(net, input, output, new() { Of = Explained.LogOdds, Signed = true, CancellationToken = cancellation }),
            Explain.SmoothGrad(net, input, output, new() { Of = Explained.LogOdds, Seed = seed, CancellationToken = cancellation }),
            Explain.IntegratedGradients(net, input, output, new() { Of = Explained.LogOdds, Baseline = black, CancellationToken = cancellation }),
            Explain.Occlusion(net, input, output, new() { Of = Explained.LogOdds, Window = [5, 5], Fill = black, CancellationToken = cancellation }),
        ];
        return [ColorImage.Of(image), .. explanations.Select(one => ColorImage.HeatMap(one.LargestOfChannels(), Side, Side, image))];
    }

    private static Answer Answer(DigitNet net, Dataset<float, int> images, int image)
    {
        var probabilities = net.Predict(images.Input(image));
        var output = Array.IndexOf(probabilities, probabilities.Max());
        return new(image, images.Target(image)[0], output, probabilities[output]);
    }
}

/// <summary>What the network says of an image.</summary>
/// <param name="Image">Its number in the test set.</param>
/// <param name="Label">The digit that it shows.</param>
/// <param name="Class">The digit that the network sees.</param>
/// <param name="Probability">How sure it is.</param>
internal sealed record Answer(int Image, int Label, int Class, float Probability)
{
    /// <summary>Whether the network is right.</summary>
    public bool IsRight => Label == Class;

    /// <summary>For example <c>image 17: a 3, network says 3 (99.8 %)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"image {Image}: a {Label}, network says {Class} ({100 * Probability:0.0} %){(IsRight ? "" : ", WRONG")}");
}
