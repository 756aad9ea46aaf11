using System.Globalization;

namespace NetGen;

/// <summary>What <c>SoftmaxCrossEntropy(LabelSmoothing = s)</c> makes of labels: class k has the part <c>(1 - s) p(k) + s / classes</c>.</summary>
internal static class SmoothedLabels
{
    private const string Argument = "LabelSmoothing = ";

    /// <summary>The loss of the best answer to a single sample: the entropy of its smoothed label.</summary>
    public static double Floor(NetworkInfo network)
    {
        double smoothing = Smoothing(network);
        return smoothing <= 0 ? 0 : Entropy([.. Enumerable.Range(0, network.Targets[0].Classes).Select(label => Smoothed(label == 0 ? 1 : 0, smoothing, network.Targets[0].Classes))]);
    }

    /// <summary>The loss of the best answer that is the same for all samples: the entropy of the smoothed frequencies.</summary>
    public static double Constant(NetworkInfo network, IReadOnlyList<int> counts)
    {
        var (total, smoothing) = ((double)counts.Sum(), Smoothing(network));
        return Entropy([.. counts.Select(count => Smoothed(count / total, smoothing, counts.Count))]);
    }

    public static double Entropy(params ReadOnlySpan<double> parts)
    {
        double sum = 0;
        foreach (double part in parts)
        {
            sum -= part > 0 ? part * Math.Log(part) : 0;
        }

        return sum;
    }

    private static double Smoothed(double part, double smoothing, int classes) => ((1 - smoothing) * part) + (smoothing / classes);

    private static double Smoothing(NetworkInfo network)
    {
        int at = network.Loss?.IndexOf(Argument, StringComparison.Ordinal) ?? -1;
        return at < 0 || network.Targets.Count != 1 ? 0 : double.Parse(network.Loss![(at + Argument.Length)..].Split(',', ')')[0], CultureInfo.InvariantCulture);
    }
}
