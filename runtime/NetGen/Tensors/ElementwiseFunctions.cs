using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;

namespace NetGen.Runtime;

/// <summary>
/// The <see cref="ElementwiseAttribute"/> functions that the compiler has read, as computations over <see cref="Ops"/>: so the reference can differentiate them, to any
/// order. Generated code fills it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ElementwiseFunctions
{
    private static readonly ConcurrentDictionary<MethodInfo, (Func<Tensor[], Tensor> Composition, Func<Tensor[], Tensor>?[] Derivatives)> Known = new();

    /// <summary>Makes a function known; once more does no harm.</summary>
    /// <param name="function">The function.</param>
    /// <param name="composition">The same over tensors, one for each parameter.</param>
    /// <param name="derivatives">The user's own derivatives by each parameter; null, or left out at the end, for one that follows from the composition.</param>
    public static void Register(Delegate function, Func<Tensor[], Tensor> composition, params Func<Tensor[], Tensor>?[] derivatives) =>
        Known[function.Method] = (composition, derivatives);

    /// <summary>The values of the function by its composition; null where it is not known.</summary>
    internal static Tensor? Compose(Delegate function, Tensor[] arguments) =>
        Known.TryGetValue(function.Method, out var known) ? known.Composition(arguments) : null;

    /// <summary>The gradient by one argument.</summary>
    internal static Tensor Pull(Delegate function, Tensor[] arguments, int argument, Tensor gradient)
    {
        if (!Known.TryGetValue(function.Method, out var known))
        {
            throw new NotSupportedException(
                $"the derivative of {function.Method.DeclaringType?.Name}.{function.Method.Name} is not known: mark the method [Elementwise] and use it in a network, whose generated code makes it known; " +
                "or write it with the operations of NetGen.Ops");
        }

        if (known.Derivatives.ElementAtOrDefault(argument) is { } derivative)
        {
            return Ops.Scale(gradient, derivative(arguments));
        }

        // Aliases, so that an argument that is given twice, or computed from another, has a gradient of its own.
        Tensor[] aliases = [.. arguments.Select(Ops.Alias)];
        return Tape.Pull(Ops.BroadcastTo(known.Composition(aliases), gradient.Extents), gradient, aliases[argument])[0];
    }
}
