using System.Globalization;
using NetGen;

namespace Digits;

/// <summary>How bright the training images are, for whoever serves the network: its answers are for images like these.</summary>
internal static class TrainingBrightness
{
    /// <summary>The entry of the model's metadata.</summary>
    public const string Key = "training.brightness";

    private const int Shares = 10;

    /// <summary>The nine values between ten equal shares of the images, by the mean of their pixels from 0 to 1, ink being 1.</summary>
    public static string Of(Dataset<float, int> images)
    {
        var means = new double[images.Count];
        for (var i = 0; i < means.Length; i++)
        {
            var sum = 0.0;
            foreach (var value in images.Input(i))
            {
                sum += value;
            }

            var mean = sum / images.InputSize;
            means[i] = images.Normalization is { } normalization ? (mean * normalization.StandardDeviation) + normalization.Mean : mean;
        }

        Array.Sort(means);
        return string.Join(' ', Enumerable.Range(1, Shares - 1).Select(share => means[share * means.Length / Shares].ToString("R", CultureInfo.InvariantCulture)));
    }
}
