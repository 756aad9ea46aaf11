namespace NetGen.Runtime;

// Gradients that go to the user.
public abstract partial class DeviceCore<T>
{
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
        where TTarget : unmanaged
    {
        var batch = _core.CheckBatch(inputs, targets, sampleWeights);
        return Gradient(batch, new SpanList<T>(inputs), LabelsOf(targets), TargetsOf(targets), sampleWeights, gradients, new WritableSpanList<T>(inputGradients));
    }

    /// <summary>The sum of all mean losses in training mode and its gradients; nothing else changes.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="labels">The targets that are labels, in order.</param>
    /// <param name="targets">The targets that are values, in order.</param>
    /// <param name="sampleWeights">A weight per sample; or empty.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <param name="inputGradients">One value per input value, overwritten; or empty, each by itself.</param>
    /// <returns>The loss.</returns>
    public T Gradient(
        SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights, Span<T> gradients, WritableSpanList<T> inputGradients)
    {
        var batch = SeveralCheck.Batch(Network, inputs, labels, targets, sampleWeights);
        return Gradient(batch, inputs, labels, targets, sampleWeights, gradients, inputGradients);
    }

    /// <summary>Gradients from elsewhere, through what Predict computes, to parameters and inputs.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputGradients">One value per output value.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <param name="inputGradients">One value per input value, overwritten; or empty.</param>
    public void Backward(ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> gradients, Span<T> inputGradients) =>
        Backward(new SpanList<T>(inputs), new SpanList<T>(outputGradients), gradients, new WritableSpanList<T>(inputGradients));

    /// <summary>A vector-Jacobian product of what Predict computes.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="outputGradients">The gradient by each value of each output.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <param name="inputGradients">One value per input value, overwritten; or empty, each by itself.</param>
    public void Backward(SpanList<T> inputs, SpanList<T> outputGradients, Span<T> gradients, WritableSpanList<T> inputGradients)
    {
        var batch = SeveralCheck.Inputs(Network, inputs);
        SeveralCheck.NotEmpty(Network, batch, nameof(inputs));
        SeveralCheck.OutputGradients(Network, batch, outputGradients);
        _core.CheckGradients(batch, gradients, inputGradients);
        using var use = Enter();
        Begin(ProgramKind.Backward, batch, IsAnyWanted(inputGradients));
        FillInputs(inputs, 0, batch);
        FillOutputGradients(outputGradients, 0, batch);
        _ = Run();
        ReadGradients(gradients);
        ReadInputGradients(inputGradients, 0, batch);
    }

    /// <summary>The gradient of one output of each sample by the sample's inputs.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="output">Which output, from 0.</param>
    /// <returns>One value per input value.</returns>
    public T[] InputGradient(ReadOnlySpan<T> inputs, int output)
    {
        var seed = _core.OneOutput(inputs.Length, output);
        var gradients = new T[inputs.Length];
        InputGradient(inputs, seed, gradients);
        return gradients;
    }

    /// <summary>The gradient of a weighted sum of each sample's outputs by the sample's inputs.</summary>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="outputGradients">The weight of each output.</param>
    /// <param name="inputGradients">One value per input value, overwritten.</param>
    public void InputGradient(ReadOnlySpan<T> inputs, ReadOnlySpan<T> outputGradients, Span<T> inputGradients)
    {
        var batch = BatchCheck.Inputs(Info, inputs);
        SpanList<T> seeds = new(outputGradients);
        SeveralCheck.OutputGradients(Network, batch, seeds);
        BatchCheck.Length(inputGradients.Length, inputs.Length, "Input gradients", nameof(inputGradients));
        InputGradient(batch, new SpanList<T>(inputs), seeds, new WritableSpanList<T>(inputGradients));
    }

    /// <summary>The gradient of one value of one output of each sample by the sample's inputs.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="output">Which output, from 0.</param>
    /// <param name="value">Which of its values, from 0.</param>
    /// <returns>One value per input value, an array for each input.</returns>
    public T[][] InputGradientOf(SpanList<T> inputs, int output, int value) => _core.InputGradientOf(inputs, output, value, InputGradient);

    /// <summary>The gradient of a weighted sum of each sample's outputs by the sample's inputs.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="outputGradients">The weight of each value of each output.</param>
    /// <param name="inputGradients">One value per input value, overwritten; or empty, each by itself.</param>
    public void InputGradient(SpanList<T> inputs, SpanList<T> outputGradients, WritableSpanList<T> inputGradients)
    {
        var batch = SeveralCheck.Inputs(Network, inputs);
        SeveralCheck.OutputGradients(Network, batch, outputGradients);
        SeveralCheck.InputGradients(Network, batch, inputGradients);
        InputGradient(batch, inputs, outputGradients, inputGradients);
    }

    private void InputGradient(int batch, SpanList<T> inputs, SpanList<T> outputGradients, WritableSpanList<T> inputGradients)
    {
        using var use = Enter();
        var block = BlockOf(ProgramKind.Backward, batch);
        for (var first = 0; first < batch; first += block)
        {
            var count = Math.Min(block, batch - first);
            Begin(ProgramKind.Backward, count, inputGradients: true);
            FillInputs(inputs, first, count);
            FillOutputGradients(outputGradients, first, count);
            _ = Run();
            ReadInputGradients(inputGradients, first, count);
        }
    }

    private T Gradient(
        int batch, SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights, Span<T> gradients, WritableSpanList<T> inputGradients)
    {
        _core.CheckGradients(batch, gradients, inputGradients);
        BatchCheck.Training(Info, batch);
        using var use = Enter();
        Begin(ProgramKind.Train, batch, IsAnyWanted(inputGradients));
        FillBatch(batch, inputs, labels, targets, sampleWeights);
        var loss = Run();
        ReadGradients(gradients);
        ReadInputGradients(inputGradients, 0, batch);
        return T.CreateTruncating(loss);
    }

    private bool IsAnyWanted(WritableSpanList<T> inputGradients)
    {
        var wanted = false;
        for (var i = 0; i < Network.Inputs.Length; i++)
        {
            wanted |= !inputGradients[i].IsEmpty;
        }

        return wanted;
    }

    private void ReadInputGradients(WritableSpanList<T> inputGradients, int first, int count)
    {
        for (var i = 0; i < Network.Inputs.Length; i++)
        {
            if (!inputGradients[i].IsEmpty)
            {
                ReadInputGradient(i, inputGradients[i].Slice(first * Network.Inputs[i], count * Network.Inputs[i]));
            }
        }
    }
}
