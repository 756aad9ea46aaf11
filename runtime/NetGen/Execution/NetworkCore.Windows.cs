using System.Globalization;
using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

// Windows of longer sequences.
public abstract partial class NetworkCore<T>
{
    /// <summary>States of stateful recurrences, all zero.</summary>
    /// <param name="samples">How many sequences run side by side.</param>
    /// <returns>The states.</returns>
    public WindowStates<T> NewState(int samples) => new(_layout, samples);

    /// <summary>Predicts the next window; allocates nothing after the first calls.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    /// <param name="state">What the window before has left, and then what this one leaves.</param>
    public unsafe void Predict(ReadOnlySpan<T> inputs, Span<T> outputs, WindowStates<T> state)
    {
        var batch = BatchCheck.Inputs(Info, inputs);
        BatchCheck.Length(outputs.Length, (long)batch * Info.OutputSize, "The outputs", batch, nameof(outputs));
        Check(state, batch);
        var program = _layout.Programs[(int)ProgramKind.Window]!;
        var pass = _passes.Rent();
        try
        {
            fixed (T* input = inputs, output = outputs)
            {
                var block = BlockOf(program, batch);
                for (var first = 0; first < batch; first += block)
                {
                    pass.Prepare(program, Math.Min(block, batch - first), ChunksOf(program));
                    pass.SetInput(0, (nint)(input + ((nint)first * Info.InputSize)), Info.InputSize);
                    pass.SetOutput(0, (nint)(output + ((nint)first * Info.OutputSize)));
                    Bind(pass, state, first);
                    Run(ProgramKind.Window, program, pass);
                }
            }
        }
        finally
        {
            _passes.Return(pass);
        }

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
        CheckGradients(inputs, gradients, []);
        var program = PrepareWindow(inputs, targets, state);
        return RunWindow(inputs, targets, program, gradients, null);
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
        ArgumentNullException.ThrowIfNull(optimizer);
        var program = PrepareWindow(inputs, targets, state);
        optimizer.BeginStep(Storage);
        var loss = RunWindow(inputs, targets, program, [], optimizer);
        state.Advance();
        return loss;
    }

    private ProgramLayout PrepareWindow<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, WindowStates<T> state)
        where TTarget : unmanaged
    {
        var batch = CheckBatch(inputs, targets, []);
        Check(state, batch);
        var program = PrepareTraining(ProgramKind.TrainWindow, batch);
        FillRowWeights(_training, batch, targets, []);
        Bind(_training, state, 0);
        return program;
    }

    private unsafe T RunWindow<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ProgramLayout program, Span<T> gradients, Optimizer? optimizer)
        where TTarget : unmanaged
    {
        fixed (T* input = inputs)
        fixed (TTarget* target = targets)
        {
            try
            {
                _training.SetInput(0, (nint)input, Info.InputSize);
                _training.SetTarget(0, (nint)target);
                if (optimizer is null)
                {
                    RunGradient(ProgramKind.TrainWindow, program, gradients);
                }
                else
                {
                    RunStep(ProgramKind.TrainWindow, program, optimizer);
                }

                return T.CreateTruncating(Total(program, _training));
            }
            finally
            {
                _training.Release();
            }
        }
    }

    /// <summary>Tells a run where the states are: behind the network's one input and its one output.</summary>
    private static void Bind(Pass<T> pass, WindowStates<T> state, int first)
    {
        var offset = (nint)first * state.Size * Unsafe.SizeOf<T>();
        pass.SetInput(1, state.Before + offset, state.Size);
        pass.SetOutput(1, state.After + offset);
    }

    private void Check(WindowStates<T> state, int batch)
    {
        ArgumentNullException.ThrowIfNull(state);
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
