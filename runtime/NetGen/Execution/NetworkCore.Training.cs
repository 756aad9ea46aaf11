using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

public abstract partial class NetworkCore<T>
{
    /// <summary>Chunks per thread of the sums over the batch: enough to even out threads that were held up.</summary>
    private const int ChunksPerThread = 4;

    /// <summary>Values of all parameters below which they are updated at once.</summary>
    private const int SmallNetwork = 4096;

    private readonly TargetRange _targetRange;
    private readonly Pass<T> _training;
    private readonly TransposeRefresh<T> _transposes;

    /// <summary>Room for the gradient of all parameters in the kernels' layout.</summary>
    private AlignedBuffer WholeGradient => field ??= new AlignedBuffer((nint)Storage.KernelLength * Unsafe.SizeOf<T>());

    /// <summary>The mean loss in evaluation mode.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample or, where positions are labelled, per position; or empty.</param>
    /// <returns>The mean.</returns>
    public unsafe T Loss<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<T> sampleWeights)
        where TTarget : unmanaged
    {
        var batch = CheckBatch(inputs, targets, sampleWeights);
        var program = _layout.Programs[(int)ProgramKind.Loss]!;
        var targetSize = targets.Length / batch;
        var loss = 0.0;
        var pass = _passes.Rent();
        try
        {
            // The weights are shares of the whole batch, so that the blocks' losses add up to its mean.
            pass.PrepareRowWeights(batch * _layout.RowsPerSample);
            FillRowWeights(pass, batch, targets, sampleWeights);
            fixed (T* input = inputs)
            fixed (TTarget* target = targets)
            {
                var block = BlockOf(program, batch);
                for (var first = 0; first < batch; first += block)
                {
                    pass.Prepare(program, Math.Min(block, batch - first), ChunksOf(program));
                    pass.InputAddress = (nint)(input + ((nint)first * Info.InputSize));
                    pass.TargetAddress = (nint)(target + ((nint)first * targetSize));
                    pass.BeginWeightsAt(first * _layout.RowsPerSample);
                    Run(ProgramKind.Loss, program, pass);
                    loss += Total(program, pass);
                }
            }
        }
        finally
        {
            _passes.Return(pass);
        }

        return T.CreateTruncating(loss);
    }

    /// <summary>The loss in training mode and its gradients; nothing else changes.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample or, where positions are labelled, per position; or empty.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <param name="inputGradients">One value per input value, overwritten; or empty.</param>
    /// <returns>The mean loss.</returns>
    public T Gradient<TTarget>(
        ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<T> sampleWeights, Span<T> gradients, Span<T> inputGradients)
        where TTarget : unmanaged => Gradient(ProgramKind.Train, inputs, targets, sampleWeights, gradients, inputGradients, null);

    private unsafe T Gradient<TTarget>(
        ProgramKind kind, ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<T> sampleWeights, Span<T> gradients, Span<T> inputGradients, WindowStates<T>? state)
        where TTarget : unmanaged
    {
        var batch = CheckBatch(inputs, targets, sampleWeights);
        CheckGradients(inputs, gradients, inputGradients);
        Check(state, batch);
        var program = PrepareTraining(kind, batch);
        FillRowWeights(_training, batch, targets, sampleWeights);
        fixed (T* input = inputs, inputGradient = inputGradients)
        fixed (TTarget* target = targets)
        {
            try
            {
                _training.SetInput(0, (nint)input, Info.InputSize);
                (_training.TargetAddress, _training.InputGradientAddress) = ((nint)target, (nint)inputGradient);
                Bind(_training, state, 0);
                RunGradient(kind, program, gradients);
                return T.CreateTruncating(Total(program, _training));
            }
            finally
            {
                _training.Release();
            }
        }
    }

    /// <summary>Gradients from elsewhere, through what Predict computes, to parameters and inputs.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputGradients">One value per output value.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <param name="inputGradients">One value per input value, overwritten; or empty.</param>
    public unsafe void Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> gradients, Span<T> inputGradients)
    {
        var batch = BatchCheck.Inputs(Info, inputs);
        BatchCheck.NotEmpty(Info, inputs);
        BatchCheck.Length(outputGradients.Length, (long)batch * Info.OutputSize, "Output gradients", batch, nameof(outputGradients));
        BatchCheck.Finite(outputGradients, Info.OutputSize, "Output gradients", nameof(outputGradients));
        CheckGradients(inputs, gradients, inputGradients);
        var program = PrepareTraining(ProgramKind.Backward, batch);
        fixed (T* input = inputs, outputGradient = outputGradients, inputGradient = inputGradients)
        {
            try
            {
                (_training.InputAddress, _training.OutputGradientAddress, _training.InputGradientAddress) = ((nint)input, (nint)outputGradient, (nint)inputGradient);
                RunGradient(ProgramKind.Backward, program, gradients);
            }
            finally
            {
                _training.Release();
            }
        }
    }

    /// <summary>Forward, backward and update in one; allocates nothing after the first call.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample or, where positions are labelled, per position; or empty.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    /// <returns>The mean loss before the update.</returns>
    public T Step<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<T> sampleWeights, Optimizer optimizer)
        where TTarget : unmanaged => Step(ProgramKind.Train, inputs, targets, sampleWeights, optimizer, null);

    private unsafe T Step<TTarget>(
        ProgramKind kind, ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<T> sampleWeights, Optimizer optimizer, WindowStates<T>? state)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        var batch = CheckBatch(inputs, targets, sampleWeights);
        Check(state, batch);
        var program = PrepareTraining(kind, batch);
        FillRowWeights(_training, batch, targets, sampleWeights);
        optimizer.BeginStep(Storage);
        fixed (T* input = inputs)
        fixed (TTarget* target = targets)
        {
            try
            {
                _training.SetInput(0, (nint)input, Info.InputSize);
                _training.TargetAddress = (nint)target;
                Bind(_training, state, 0);
                RunStep(kind, program, optimizer);
                return T.CreateTruncating(Total(program, _training));
            }
            finally
            {
                // A step that failed must not leave its optimizer to the next gradient.
                _training.Release();
            }
        }
    }

    private void RunStep(ProgramKind kind, ProgramLayout program, Optimizer optimizer)
    {
        _training.UpdatesBuffers = true;
        if (optimizer.WantsWholeGradient)
        {
            HandOver(RunForGradient(kind, program), optimizer);
        }
        else if (UpdatesAtOnce && !optimizer.HasGroups)
        {
            RunAndUpdateAtOnce(kind, program, optimizer);
        }
        else
        {
            _training.Optimizer = optimizer;
            Run(kind, program, _training);
        }

        Random.Steps++;
    }

    /// <summary>
    /// True for a network so small that its whole gradient fits into the first-level cache: one update of everything then costs less than
    /// one per block. The numbers are the same.
    /// </summary>
    private bool UpdatesAtOnce => Storage.KernelLength <= SmallNetwork && !Storage.IsAnyFrozen;

    private void RunAndUpdateAtOnce(ProgramKind kind, ProgramLayout program, Optimizer optimizer)
    {
        var gradient = RunForGradient(kind, program);
        _training.Optimizer = optimizer;
        _training.Update(0, Storage.KernelLength, ref Memory.At<T>(gradient));
        _transposes.Refresh();
    }

    /// <summary>For an optimizer that has to know the gradient of all parameters before it updates the first.</summary>
    private void HandOver(nint gradient, Optimizer optimizer)
    {
        if (optimizer.TakeGradient(gradient))
        {
            _transposes.Refresh();
        }
    }

    /// <summary>Runs a program that keeps the gradient of all parameters that are not frozen, and returns its address.</summary>
    private nint RunForGradient(ProgramKind kind, ProgramLayout program)
    {
        _training.GradientAddress = WholeGradient.Address;
        Run(kind, program, _training);
        return WholeGradient.Address;
    }

    private ProgramLayout PrepareTraining(ProgramKind kind, int batch)
    {
        if (kind is ProgramKind.Train or ProgramKind.TrainWindow)
        {
            BatchCheck.Training(Info, batch);
        }

        var program = _layout.Programs[(int)kind]!;
        _training.Prepare(program, batch, Math.Max(1, ChunksOf(program)));
        _training.PrepareRowWeights(batch * _layout.RowsPerSample);
        _training.MaskSeed = Random.Seed;
        _training.MaskStep = Random.Steps;
        return program;
    }

    private void RunGradient(ProgramKind kind, ProgramLayout program, Span<T> gradients)
    {
        if (_training.WantsInputGradient || kind == ProgramKind.Backward)
        {
            RefreshStaleTransposes();
        }

        Storage.UnpackGradients(RunForGradient(kind, program), gradients);
    }

    /// <summary>What gradients by the inputs multiply with: training alone never needs it, so it does not refresh it.</summary>
    private void RefreshStaleTransposes()
    {
        foreach (var parameter in _layout.StaleTransposes)
        {
            Storage.Refresh(parameter);
        }
    }

    internal int CheckBatch<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<T> sampleWeights)
        where TTarget : unmanaged
    {
        var batch = BatchCheck.Inputs(Info, inputs);
        BatchCheck.NotEmpty(Info, inputs);
        if (typeof(TTarget) == typeof(int))
        {
            BatchCheck.Length(targets.Length, (long)batch * _layout.RowsPerSample, "The labels", batch, nameof(targets));
            BatchCheck.Labels(MemoryMarshal.Cast<TTarget, int>(targets), _layout.Classes, Info.IgnoredLabel);
        }
        else
        {
            BatchCheck.Length(targets.Length, (long)batch * _layout.Targets[0].Size, "The targets", batch, nameof(targets));
            var values = MemoryMarshal.Cast<TTarget, T>(targets);
            BatchCheck.Finite(values, _layout.Targets[0].Size, "Targets", nameof(targets));
            BatchCheck.Targets(Info, values, _targetRange);
        }

        if (!sampleWeights.IsEmpty)
        {
            BatchCheck.SampleWeights(sampleWeights.Length, batch, typeof(TTarget) == typeof(int) ? _layout.RowsPerSample : 1, nameof(sampleWeights));
        }

        return batch;
    }

    private void CheckGradients(ReadOnlySpan<T> inputs, Span<T> gradients, Span<T> inputGradients)
    {
        BatchCheck.Length(gradients.Length, Storage.Parameters.Length, "The gradients of all parameters", nameof(gradients));
        if (!inputGradients.IsEmpty)
        {
            BatchCheck.Length(inputGradients.Length, inputs.Length, "Input gradients", nameof(inputGradients));
        }
    }

    private unsafe void FillRowWeights<TTarget>(Pass<T> pass, int batch, ReadOnlySpan<TTarget> targets, ReadOnlySpan<T> sampleWeights)
        where TTarget : unmanaged
    {
        var rows = batch * _layout.RowsPerSample;
        var labels = typeof(TTarget) == typeof(int) ? MemoryMarshal.Cast<TTarget, int>(targets) : [];
        var uniform = Info.LabelWeights is null && sampleWeights.IsEmpty && !labels.Contains(Info.IgnoredLabel);
        if (uniform && pass.UniformRows == rows)
        {
            return;
        }

        var shares = new Span<T>((void*)pass.RowWeightAddress, rows);
        pass.UniformRows = uniform ? rows : 0;
        RowWeights.Fill(labels, Info.IgnoredLabel, Info.LabelWeights, sampleWeights, shares);
    }

    /// <summary>The losses of all rows, which are weighted already, in a fixed order.</summary>
    private double Total(ProgramLayout program, Pass<T> pass)
    {
        if (program.Losses.Length == 0)
        {
            return Total(pass, program.LossScalar, _layout.RowsPerSample);
        }

        var total = 0.0;
        foreach (var loss in program.Losses)
        {
            total += Total(pass, loss.Scalar, loss.Rows);
        }

        return total;
    }

    private static unsafe double Total(Pass<T> pass, int scalar, int rowsPerSample)
    {
        var rows = new ReadOnlySpan<T>(Unsafe.AsPointer(ref pass.Scalars(scalar, 0)), pass.Batch * rowsPerSample);
        return typeof(T) == typeof(float) ? LossSum.Of(MemoryMarshal.Cast<T, float>(rows)) : LossSum.Of(MemoryMarshal.Cast<T, double>(rows));
    }
}
