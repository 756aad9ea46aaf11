namespace NetGen.Runtime;

// What computes forward only: in blocks, so that large batches need no large memory.
public abstract partial class DeviceCore<T>
{
    private T[][]? _shares;

    /// <summary>Predicts a batch into new memory.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <returns>The outputs, sample after sample.</returns>
    public T[] Predict(ReadOnlySpan<T> inputs)
    {
        var outputs = new T[(long)(inputs.Length / Info.InputSize) * Info.OutputSize];
        Predict(inputs, outputs);
        return outputs;
    }

    /// <summary>Predicts a batch.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public void Predict(ReadOnlySpan<T> inputs, Span<T> outputs)
    {
        var batch = BatchCheck.Inputs(Info, inputs);
        BatchCheck.Length(outputs.Length, (long)batch * Info.OutputSize, "The outputs", batch, nameof(outputs));
        PredictBlocks(batch, new SpanList<T>(inputs), new WritableSpanList<T>(outputs));
    }

    /// <summary>Predicts a batch.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <returns>The outputs, one array each.</returns>
    public T[][] PredictAll(SpanList<T> inputs)
    {
        var batch = SeveralCheck.Inputs(Network, inputs);
        var outputs = new T[Network.Outputs.Length][];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = new T[(long)batch * Network.Outputs[i]];
        }

        Predict(inputs, Parts.Over(outputs));
        return outputs;
    }

    /// <summary>Predicts a batch.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public void Predict(SpanList<T> inputs, WritableSpanList<T> outputs)
    {
        var batch = SeveralCheck.Inputs(Network, inputs);
        for (var i = 0; i < Network.Outputs.Length; i++)
        {
            SeveralCheck.Length(outputs[i].Length, batch, Network.Outputs[i], "outputs", i, Network.Outputs.Length, nameof(outputs));
        }

        PredictBlocks(batch, inputs, outputs);
    }

    /// <summary>The mean loss in evaluation mode.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample or, where positions are labelled, per position; or empty.</param>
    /// <returns>The mean.</returns>
    public T Loss<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<T> sampleWeights)
        where TTarget : unmanaged
    {
        var batch = _core.CheckBatch(inputs, targets, sampleWeights);
        return LossOfBlocks(batch, new SpanList<T>(inputs), LabelsOf(targets), TargetsOf(targets), sampleWeights);
    }

    /// <summary>The sum of all mean losses in evaluation mode.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="labels">The targets that are labels, in order.</param>
    /// <param name="targets">The targets that are values, in order.</param>
    /// <param name="sampleWeights">A weight per sample; or empty.</param>
    /// <returns>The loss.</returns>
    public T Loss(SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights)
    {
        var batch = SeveralCheck.Batch(Network, inputs, labels, targets, sampleWeights);
        return LossOfBlocks(batch, inputs, labels, targets, sampleWeights);
    }

    private void PredictBlocks(int batch, SpanList<T> inputs, WritableSpanList<T> outputs)
    {
        using var use = Enter();
        var block = BlockOf(ProgramKind.Predict, batch);
        for (var first = 0; first < batch; first += block)
        {
            var count = Math.Min(block, batch - first);
            Begin(ProgramKind.Predict, count, inputGradients: false);
            FillInputs(inputs, first, count);
            _ = Run();
            for (var i = 0; i < Network.Outputs.Length; i++)
            {
                ReadOutput(i, outputs[i].Slice(first * Network.Outputs[i], count * Network.Outputs[i]));
            }
        }
    }

    private T LossOfBlocks(int batch, SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights)
    {
        using var use = Enter();

        // The weights are shares of the whole batch, so that the blocks' losses add up to its mean.
        var label = 0;
        _shares ??= [.. Network.Targets.Select(_ => Array.Empty<T>())];
        for (var i = 0; i < Network.Targets.Length; i++)
        {
            var target = Network.Targets[i];
            var rows = batch * target.Rows;
            if (_shares[i].Length < rows)
            {
                _shares[i] = new T[rows];
            }

            FillShares(target, target.Labels ? labels[label++] : [], sampleWeights, _shares[i].AsSpan(0, rows));
        }

        var (loss, block) = (0.0, BlockOf(ProgramKind.Loss, batch));
        for (var first = 0; first < batch; first += block)
        {
            var count = Math.Min(block, batch - first);
            Begin(ProgramKind.Loss, count, inputGradients: false);
            FillInputs(inputs, first, count);
            FillTargets(labels, targets, first, count);
            for (var i = 0; i < Network.Targets.Length; i++)
            {
                var rows = Network.Targets[i].Rows;
                _shares[i].AsSpan(first * rows, count * rows).CopyTo(Shares(i));
            }

            loss += Run();
        }

        return T.CreateTruncating(loss);
    }

    private int BlockOf(ProgramKind kind, int batch) => Network.Programs[(int)kind]!.CouplesSamples ? Math.Max(1, batch) : BlockOf(kind);
}
