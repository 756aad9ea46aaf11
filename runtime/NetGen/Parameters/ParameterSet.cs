using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace NetGen;

/// <summary>The parameters of a network, in the order of the file: that of the declaration, a layer's weight before its bias.</summary>
public abstract class ParameterSet : IReadOnlyList<Parameter>
{
    private readonly string _network;
    private readonly Parameter[] _parameters;
    private readonly Dictionary<string, int> _indices;

    private protected ParameterSet(string network, Parameter[] parameters)
    {
        _network = network;
        _parameters = parameters;
        _indices = new Dictionary<string, int>(parameters.Length, StringComparer.Ordinal);
        for (int index = 0; index < parameters.Length; index++)
        {
            if (!_indices.TryAdd(parameters[index].Name, index))
            {
                throw new ArgumentException($"{network} has two parameters named '{parameters[index].Name}'.", nameof(parameters));
            }

            Length = checked(Length + parameters[index].Length);
        }
    }

    /// <summary>What the network keeps besides its parameters.</summary>
    internal abstract BufferSet Buffers { get; }

    /// <summary>The number of values of all parameters together.</summary>
    public int Length { get; }

    /// <summary>The number of parameters.</summary>
    public int Count => _parameters.Length;

    /// <summary>The parameter at a position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public Parameter this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, _parameters.Length);
            return _parameters[index];
        }
    }

    /// <summary>The parameter with a name.</summary>
    /// <param name="name">The whole name: <c>dense1.weight</c>.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those that exist.</exception>
    public Parameter this[string name] => TryGet(name, out Parameter? parameter)
        ? parameter
        : throw new KeyNotFoundException(
            $"{_network} has no parameter '{name}'. It has: {string.Join(", ", _parameters.Select(existing => existing.Name))}.");

    /// <summary>Looks a parameter up by its name.</summary>
    /// <param name="name">The whole name.</param>
    /// <param name="parameter">The parameter, or null.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGet(string name, [NotNullWhen(true)] out Parameter? parameter)
    {
        parameter = _indices.TryGetValue(name, out int index) ? _parameters[index] : null;
        return parameter is not null;
    }

    /// <summary>Freezes the parameters whose names match: training leaves them as they are from the next step on.</summary>
    /// <param name="pattern">A name, in which <c>*</c> stands for any characters and <c>?</c> for one: <c>conv2d*</c>.</param>
    /// <returns>How many match, frozen before or not.</returns>
    public int Freeze(string pattern) => SetFrozen(pattern, true);

    /// <summary>Lets training change the parameters whose names match again.</summary>
    /// <param name="pattern">A name, in which <c>*</c> stands for any characters and <c>?</c> for one: <c>conv2d*</c>.</param>
    /// <returns>How many match, frozen before or not.</returns>
    public int Unfreeze(string pattern) => SetFrozen(pattern, false);

    /// <summary>Enumerates the parameters in their order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<Parameter> GetEnumerator() => ((IEnumerable<Parameter>)_parameters).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int SetFrozen(string pattern, bool frozen)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        int matches = 0;
        foreach (Parameter parameter in _parameters)
        {
            if (NamePattern.Matches(pattern, parameter.Name))
            {
                parameter.Frozen = frozen;
                matches++;
            }
        }

        return matches;
    }
}
