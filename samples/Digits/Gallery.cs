using System.Globalization;
using NetGen;

namespace Digits;

/// <summary>Draws a few test images with what the network says to them.</summary>
internal static class Gallery
{
    private const int Right = 3;
    private const int Side = 28;

    /// <summary>Draws the first three that it got right and the first that it got wrong, if there is one.</summary>
    public static void Show(Dataset<float, int> images, Answers answers)
    {
        var all = Enumerable.Range(0, images.Count);
        var right = all.Where(i => answers.Class(i) == images.Target(i)[0]).Take(Right);
        var wrong = all.Where(i => answers.Class(i) != images.Target(i)[0]).Take(1);
        new ImagePrinter().Print([.. right.Concat(wrong).Select(i => Captioned(images, answers, i))]);
    }

    private static CaptionedImage Captioned(Dataset<float, int> images, Answers answers, int i)
    {
        var (label, answer) = (images.Target(i)[0], answers.Class(i));
        var confidence = (100 * answers.Confidence(i)).ToString("0.0", CultureInfo.InvariantCulture);
        return new(
            new GrayImage(images.Input(i), Side, Side),
            $"label {label}, network says {answer}",
            $"{(label == answer ? "right" : "WRONG")}, {confidence} % sure");
    }
}
