using System.Globalization;
using NetGen;

namespace Cifar;

/// <summary>Loss and accuracy epoch by epoch, on pictures that were learned from and on others.</summary>
/// <param name="epochs">The epochs, with loss and validation.</param>
/// <param name="accuracies">The accuracy on training pictures after each.</param>
internal sealed class LearningCurves(IReadOnlyList<EpochResult> epochs, IReadOnlyList<double> accuracies)
{
    private readonly double[] _numbers = [.. epochs.Select(epoch => (double)epoch.Epoch)];

    /// <summary>The losses. Training's is of changed pictures, while the weights changed.</summary>
    public Plot Losses => Plot("Loss", "", [.. epochs.Select(epoch => epoch.Loss)], epoch => epoch.ValidationLoss!.Value);

    /// <summary>The accuracies in per cent.</summary>
    public Plot Accuracies => Plot("Accuracy", "%", [.. accuracies.Select(value => 100 * value)], epoch => 100 * epoch.ValidationAccuracy!.Value);

    /// <summary>Draws both in the terminal.</summary>
    public void Print()
    {
        ConsoleReport.Print(Losses);
        ConsoleReport.Print(Accuracies);
    }

    /// <summary>Saves the picture and the numbers.</summary>
    /// <param name="picture">An SVG file.</param>
    /// <param name="numbers">A CSV file: a line per epoch.</param>
    public void Save(string picture, string numbers)
    {
        new PlotFigure { Title = "Training", Plots = [Losses, Accuracies] }.Save(picture);
        File.WriteAllLines(numbers, Lines());
    }

    /// <summary>The CSV file.</summary>
    public IEnumerable<string> Lines() => epochs
        .Zip(accuracies, (epoch, accuracy) => string.Create(
            CultureInfo.InvariantCulture,
            $"{epoch.Epoch},{epoch.Loss:0.#####},{accuracy:0.#####},{epoch.ValidationLoss:0.#####},{epoch.ValidationAccuracy:0.#####},{epoch.LearningRate:R},{epoch.Elapsed.TotalSeconds:0.00}"))
        .Prepend("epoch,loss,accuracy,validation_loss,validation_accuracy,learning_rate,seconds");

    private Plot Plot(string title, string unit, double[] training, Func<EpochResult, double> validation) => new()
    {
        Title = title,
        XAxis = new("epoch") { WholeNumbers = true },
        YAxis = new(unit),
        Series = [new("training", _numbers, training), new("validation", _numbers, [.. epochs.Select(validation)])],
    };
}
