using NetGen;

namespace TransferLearning;

/// <summary>Test accuracies of the three ways, for one number of images per class: means over several choices of images and initial weights.</summary>
/// <param name="Images">Images of each class to learn from.</param>
/// <param name="FromScratch">All weights learned from them.</param>
/// <param name="Frozen">A trunk from other classes, and a new head.</param>
/// <param name="FineTuned">The same, and then all together.</param>
internal sealed record Comparison(int Images, double FromScratch, double Frozen, double FineTuned)
{
    /// <summary>Trains and measures.</summary>
    /// <param name="trunk">The file of the network that has learned to see.</param>
    /// <param name="data">The images.</param>
    /// <param name="images">Images of each class.</param>
    /// <param name="repeats">Choices of images and initial weights.</param>
    /// <param name="seed">Of the first of them.</param>
    /// <param name="cancellation">Ends the training.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="InvalidDataException">There are not so many images.</exception>
    public static Comparison Of(string trunk, DigitData data, int images, int repeats, ulong seed, CancellationToken cancellation)
    {
        var (scratch, frozen, tuned) = (0.0, 0.0, 0.0);
        for (var i = 0; i < repeats; i++)
        {
            var transfer = new Transfer(trunk, seed + (ulong)i);
            var some = DigitData.Some(data.Few.Shuffle(seed + (ulong)i), images);
            scratch += Accuracy(transfer.FromScratch(some, cancellation));
            frozen += Accuracy(transfer.Frozen(some, cancellation));
            tuned += Accuracy(transfer.FineTuned(some, cancellation));
        }

        return new(images, scratch / repeats, frozen / repeats, tuned / repeats);

        double Accuracy(DigitNet net) => net.Evaluate(data.FewTest).Accuracy!.Value;
    }
}
