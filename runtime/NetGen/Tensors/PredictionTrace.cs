using System.Collections;
using System.Text;

namespace NetGen;

/// <summary>
/// Every named value of one prediction, in order: inputs, what each layer yields (<c>stem.dense1</c>), the local variables of <c>Forward</c> and parameters that it uses. For
/// looking at, in the debugger and in pictures; computed plainly, not by the fused kernels.
/// </summary>
public sealed class PredictionTrace : IReadOnlyList<KeyValuePair<string, Tensor>>
{
    private readonly List<KeyValuePair<string, Tensor>> _entries = [];

    /// <summary>Collects the values that <paramref name="run"/> records. Called by generated code.</summary>
    /// <param name="run">The prediction; it returns the outputs.</param>
    public PredictionTrace(Func<Action<string, Tensor>, Tensor[]> run)
    {
        ArgumentNullException.ThrowIfNull(run);
        Outputs = run((name, value) => _entries.Add(new(name, value)));
    }

    /// <summary>What Predict returns.</summary>
    public IReadOnlyList<Tensor> Outputs { get; }

    /// <summary>How many values there are.</summary>
    public int Count => _entries.Count;

    /// <summary>A value by its position.</summary>
    /// <param name="index">From 0.</param>
    public KeyValuePair<string, Tensor> this[int index] => _entries[index];

    /// <summary>A value by its name; the last one where a layer was called several times.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">Nothing has that name; the message lists what there is.</exception>
    public Tensor this[string name]
    {
        get
        {
            int index = _entries.FindLastIndex(entry => entry.Key == name);
            return index >= 0 ? _entries[index].Value : throw new KeyNotFoundException(
                $"The trace has no value '{name}'; it has {string.Join(", ", _entries.Select(entry => entry.Key).Distinct())}.");
        }
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, Tensor>> GetEnumerator() => _entries.GetEnumerator();

    /// <summary>A line per value: name, shape and the first numbers.</summary>
    /// <returns>The lines, each ended by <c>\n</c>.</returns>
    public override string ToString()
    {
        var width = _entries.Select(entry => entry.Key.Length).DefaultIfEmpty(0).Max();
        var text = new StringBuilder();
        foreach (var (name, value) in _entries)
        {
            text.Append(name.PadRight(width)).Append("  ").Append(value).Append('\n');
        }

        return text.ToString();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
