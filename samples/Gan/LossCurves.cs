using System.Globalization;
using NetGen;

namespace Gan;

/// <summary>The losses epoch by epoch.</summary>
/// <param name="losses">Those of each epoch.</param>
internal sealed class LossCurves(IReadOnlyList<DuelLosses> losses)
{
    /// <summary>Both as lines.</summary>
    public Plot Plot
    {
        get
        {
            double[] epochs = [.. Enumerable.Range(1, losses.Count)];
            return new()
            {
                Title = "Loss",
                XAxis = new("epoch") { WholeNumbers = true },
                Series = [new("critic", epochs, [.. losses.Select(loss => loss.Critic)]), new("generator", epochs, [.. losses.Select(loss => loss.Generator)])],
            };
        }
    }

    /// <summary>The lines of a CSV file.</summary>
    public IEnumerable<string> Lines() => losses
        .Select((loss, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1},{loss.Critic:0.#####},{loss.Generator:0.#####}"))
        .Prepend("epoch,critic,generator");
}
