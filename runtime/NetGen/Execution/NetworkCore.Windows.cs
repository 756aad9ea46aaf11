using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

// Windows of longer sequences.
public abstract partial class NetworkCore<T>
{
    /// <summary>States of stateful recurrences, all zero.</summary>
    /// <param name="samples">How many sequences run side by side.</param>
    /// <returns>The states.</returns>
    public WindowStates<T> NewState(int samples) => new(_layout, samples, _layout.WindowStates);

    /// <summary>Predicts the next window; allocates nothing after the first calls.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    /// <param name="state">What the window before has left, and then what this one leaves.</param>
    public void Predict(ReadOnlySpan<T> inputs, Span<T> outputs, WindowStates<T> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        Predict(ProgramKind.Window, inputs, outputs, state);
        state.Advance();
    }

    /// <summary>The loss of the next window in training mode and its gradients; nothing else changes.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <param name="state">What the window before has left.</param>
    /// <returns>The mean loss.</returns>
    public T Gradient<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, Span<T> gradients, WindowStates<T> state)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(state);
        return Gradient(ProgramKind.TrainWindow, inputs, targets, [], gradients, [], state);
    }

    /// <summary>Forward, backward and update in one; allocates nothing after the first call.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    /// <param name="state">What the window before has left, and then what this one leaves.</param>
    /// <returns>The mean loss before the update.</returns>
    public T Step<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, Optimizer optimizer, WindowStates<T> state)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(state);
        var loss = Step(ProgramKind.TrainWindow, inputs, targets, [], optimizer, state);
        state.Advance();
        return loss;
    }

    /// <summary>Tells a run where the states are, if there are any: behind the network's one input and its one output.</summary>
    private static void Bind(Pass<T> pass, WindowStates<T>? state, int first)
    {
        if (state is not null)
        {
            var offset = (nint)first * state.Size * Unsafe.SizeOf<T>();
            pass.SetInput(1, state.Before + offset, state.Size);
            pass.SetOutput(1, state.After + offset);
        }
    }

    private void Check(WindowStates<T>? state, int batch)
    {
        if (state is null)
        {
            return;
        }

        if (state.Layout != _layout)
        {
            throw new ArgumentException($"The states are not those of {Info.Name}: its own NewState makes them.", nameof(state));
        }

        if (state.Samples != batch)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The states are those of {state.Samples} sequences, but the batch has {batch} samples; NewState({batch}) makes others."), nameof(state));
        }
    }
}
