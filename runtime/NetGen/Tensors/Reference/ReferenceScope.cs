using System.ComponentModel;
using System.Globalization;

namespace NetGen.Runtime;

/// <summary>
/// Where the fields of a network, or of a block in its place in a network, get their plain implementations and parameters from. Called by generated constructors.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReferenceScope
{
    private readonly Func<string, Tensor> _parameter;
    private readonly IReadOnlyDictionary<string, Func<ReferenceScope, Tensor, Tensor>> _stacks;
    private readonly List<(string Name, WeakReference<Tensor> Tensor)> _handedOut = [];
    private readonly ReferenceScope _root;
    private readonly string _prefix;

    /// <summary>The scope of a whole network.</summary>
    /// <param name="parameter">The parameter of a full name, with the values that it has at the time.</param>
    /// <param name="stacks">The stacks by their full names.</param>
    public ReferenceScope(Func<string, Tensor> parameter, IReadOnlyDictionary<string, Func<ReferenceScope, Tensor, Tensor>> stacks)
    {
        (_parameter, _stacks, _root, _prefix) = (parameter, stacks, this, "");
    }

    private ReferenceScope(ReferenceScope outer, string prefix)
    {
        (_parameter, _stacks, _root, _prefix) = (outer._parameter, outer._stacks, outer._root, prefix);
    }

    /// <summary>The scope of a part.</summary>
    /// <param name="name">Its name within this one.</param>
    /// <returns>The scope.</returns>
    public ReferenceScope Enter(string name) => new(this, _prefix + name + ".");

    /// <summary>The stack of a field.</summary>
    /// <param name="field">The name of the field; empty for the class itself.</param>
    /// <returns>A function that runs it, unfused.</returns>
    /// <remarks>A stack that <c>Forward</c> never calls has no shapes and thus no implementation: calling it says so.</remarks>
    public Layer Stack(string field)
    {
        var name = _prefix + field;
        if (_stacks.TryGetValue(name, out var stack))
        {
            return x =>
            {
                _root.Refresh();
                return stack(_root, x);
            };
        }

        return _ => throw new InvalidOperationException($"The stack '{name.TrimEnd('.')}' is not used by Forward, so that its shapes are unknown and it was not compiled.");
    }

    /// <summary>The repetitions of a block that a field holds.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="block">The name of the block within it: <c>block1</c>.</param>
    /// <param name="count">How many; negative for as many as <c>Forward</c> calls.</param>
    /// <returns>A function for each.</returns>
    public Layer[] Stacks(string field, string block, int count)
    {
        var layers = new List<Layer>();
        for (int index = 0; count < 0 ? _stacks.ContainsKey(_prefix + Name(index)) : index < count; index++)
        {
            layers.Add(Stack(Name(index)));
        }

        return [.. layers];

        string Name(int index) => string.Create(CultureInfo.InvariantCulture, $"{field}.{block}.{index}");
    }

    /// <summary>A parameter.</summary>
    /// <param name="field">Its name within this scope.</param>
    /// <returns>Its values; <see cref="Refresh"/> brings them up to date.</returns>
    public Tensor Parameter(string field)
    {
        var tensor = _parameter(_prefix + field);
        lock (_root._handedOut)
        {
            _root._handedOut.Add((_prefix + field, new WeakReference<Tensor>(tensor)));
        }

        return tensor;
    }

    /// <summary>
    /// Gives the parameters that fields hold the values that they have now: training and loading happen elsewhere. Done before each prediction by <c>Forward</c> and by every
    /// call of a stack.
    /// </summary>
    public void Refresh()
    {
        lock (_root._handedOut)
        {
            _ = _root._handedOut.RemoveAll(entry => !entry.Tensor.TryGetTarget(out _));
            foreach (var (name, reference) in _root._handedOut)
            {
                if (reference.TryGetTarget(out var tensor))
                {
                    tensor.Become(_parameter(name));
                }
            }
        }
    }

    /// <summary>Runs a part with one input and one output.</summary>
    /// <param name="module">The part.</param>
    /// <param name="x">The input.</param>
    /// <returns>The output.</returns>
    public static Tensor Run(IModule module, Tensor x) => module.Run([x])[0];
}
