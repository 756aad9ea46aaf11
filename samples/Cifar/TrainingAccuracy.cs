using System.Globalization;
using NetGen;

namespace Cifar;

/// <summary>Measures after each epoch how many of the training pictures are recognised: some of them, as they are, in evaluation mode, so that the number can be compared with validation's.</summary>
/// <param name="net">The network that is trained.</param>
/// <param name="learn">The training set.</param>
/// <param name="count">How many of its pictures to ask about.</param>
internal sealed class TrainingAccuracy(ITrainable<float, int> net, Dataset<float, int> learn, int count) : TrainingCallback
{
    private readonly Dataset<float, int> _some = learn.Take(Math.Min(count, learn.Count));
    private readonly List<double> _values = [];

    /// <summary>The accuracy after each epoch, from 0 to 1.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <inheritdoc/>
    public override void OnEpochEnd(TrainingContext training, EpochResult result) => _values.Add(net.Evaluate(_some).Accuracy!.Value);

    /// <inheritdoc/>
    public override string SaveState() => string.Join(' ', _values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    /// <inheritdoc/>
    public override void RestoreState(string state)
    {
        _values.Clear();
        _values.AddRange(state.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(value => double.Parse(value, CultureInfo.InvariantCulture)));
    }
}
