namespace NetGen.Runtime;

// Training of networks with several inputs, outputs or losses.
public abstract partial class NetworkCore<T>
{
    /// <summary>The sum of all mean losses in training mode and its gradients; nothing else changes.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="labels">The targets that are labels, in order.</param>
    /// <param name="targets">The targets that are values, in order.</param>
    /// <param name="sampleWeights">A weight per sample or, where all losses label the same positions, per position; or empty.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <param name="inputGradients">One value per input value, overwritten; or empty, each by itself.</param>
    /// <returns>The loss.</returns>
    public unsafe T Gradient(
        SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights, Span<T> gradients, WritableSpanList<T> inputGradients)
    {
        var batch = SeveralCheck.Batch(_layout, inputs, labels, targets, sampleWeights);
        CheckGradients(batch, gradients, inputGradients);
        var program = PrepareTraining(ProgramKind.Train, batch);
        FillRowWeights(_training, batch, labels, sampleWeights);
        fixed (T* x0 = inputs[0], x1 = inputs[1], x2 = inputs[2], x3 = inputs[3], x4 = inputs[4], x5 = inputs[5], x6 = inputs[6], x7 = inputs[7])
        fixed (int* l0 = labels[0], l1 = labels[1], l2 = labels[2], l3 = labels[3], l4 = labels[4], l5 = labels[5], l6 = labels[6], l7 = labels[7])
        fixed (T* t0 = targets[0], t1 = targets[1], t2 = targets[2], t3 = targets[3], t4 = targets[4], t5 = targets[5], t6 = targets[6], t7 = targets[7])
        fixed (T* d0 = inputGradients[0], d1 = inputGradients[1], d2 = inputGradients[2], d3 = inputGradients[3], d4 = inputGradients[4], d5 = inputGradients[5], d6 = inputGradients[6], d7 = inputGradients[7])
        {
            try
            {
                SetInputs(_training, Addresses(x0, x1, x2, x3, x4, x5, x6, x7), 0);
                SetTargets(_training, Addresses(l0, l1, l2, l3, l4, l5, l6, l7), Addresses(t0, t1, t2, t3, t4, t5, t6, t7), 0);
                SetInputGradients(Addresses(d0, d1, d2, d3, d4, d5, d6, d7), 0);
                RunGradient(ProgramKind.Train, program, gradients);
                return T.CreateTruncating(Total(program, _training));
            }
            finally
            {
                _training.Release();
            }
        }
    }

    /// <summary>A vector-Jacobian product of what Predict computes.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="outputGradients">The gradient by each value of each output.</param>
    /// <param name="gradients">One value per parameter value, overwritten.</param>
    /// <param name="inputGradients">One value per input value, overwritten; or empty, each by itself.</param>
    public unsafe void Backward(SpanList<T> inputs, SpanList<T> outputGradients, Span<T> gradients, WritableSpanList<T> inputGradients)
    {
        var batch = SeveralCheck.Inputs(_layout, inputs);
        SeveralCheck.NotEmpty(_layout, batch, nameof(inputs));
        SeveralCheck.OutputGradients(_layout, batch, outputGradients);
        CheckGradients(batch, gradients, inputGradients);
        var program = PrepareTraining(ProgramKind.Backward, batch);
        fixed (T* x0 = inputs[0], x1 = inputs[1], x2 = inputs[2], x3 = inputs[3], x4 = inputs[4], x5 = inputs[5], x6 = inputs[6], x7 = inputs[7])
        fixed (T* y0 = outputGradients[0], y1 = outputGradients[1], y2 = outputGradients[2], y3 = outputGradients[3], y4 = outputGradients[4], y5 = outputGradients[5], y6 = outputGradients[6], y7 = outputGradients[7])
        fixed (T* d0 = inputGradients[0], d1 = inputGradients[1], d2 = inputGradients[2], d3 = inputGradients[3], d4 = inputGradients[4], d5 = inputGradients[5], d6 = inputGradients[6], d7 = inputGradients[7])
        {
            try
            {
                SetInputs(_training, Addresses(x0, x1, x2, x3, x4, x5, x6, x7), 0);
                SetOutputGradients(Addresses(y0, y1, y2, y3, y4, y5, y6, y7), 0);
                SetInputGradients(Addresses(d0, d1, d2, d3, d4, d5, d6, d7), 0);
                RunGradient(ProgramKind.Backward, program, gradients);
            }
            finally
            {
                _training.Release();
            }
        }
    }

    /// <summary>One training step.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="labels">The targets that are labels, in order.</param>
    /// <param name="targets">The targets that are values, in order.</param>
    /// <param name="sampleWeights">A weight per sample or, where all losses label the same positions, per position; or empty.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    /// <returns>The loss before the update.</returns>
    public unsafe T Step(SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        var batch = SeveralCheck.Batch(_layout, inputs, labels, targets, sampleWeights);
        var program = PrepareTraining(ProgramKind.Train, batch);
        FillRowWeights(_training, batch, labels, sampleWeights);
        optimizer.BeginStep(Storage);
        fixed (T* x0 = inputs[0], x1 = inputs[1], x2 = inputs[2], x3 = inputs[3], x4 = inputs[4], x5 = inputs[5], x6 = inputs[6], x7 = inputs[7])
        fixed (int* l0 = labels[0], l1 = labels[1], l2 = labels[2], l3 = labels[3], l4 = labels[4], l5 = labels[5], l6 = labels[6], l7 = labels[7])
        fixed (T* t0 = targets[0], t1 = targets[1], t2 = targets[2], t3 = targets[3], t4 = targets[4], t5 = targets[5], t6 = targets[6], t7 = targets[7])
        {
            try
            {
                SetInputs(_training, Addresses(x0, x1, x2, x3, x4, x5, x6, x7), 0);
                SetTargets(_training, Addresses(l0, l1, l2, l3, l4, l5, l6, l7), Addresses(t0, t1, t2, t3, t4, t5, t6, t7), 0);
                RunStep(ProgramKind.Train, program, optimizer);
                return T.CreateTruncating(Total(program, _training));
            }
            finally
            {
                // A step that failed must not leave its optimizer to the next gradient.
                _training.Release();
            }
        }
    }

    private void SetOutputGradients(AddressList addresses, int first)
    {
        for (var i = 0; i < _layout.Outputs.Length; i++)
        {
            _training.SetOutputGradient(i, At(addresses[i], first, _layout.Outputs[i]));
        }
    }

    private void SetInputGradients(AddressList addresses, int first)
    {
        for (var i = 0; i < _layout.Inputs.Length; i++)
        {
            // No address: nobody wants that gradient.
            _training.SetInputGradient(i, addresses[i] == 0 ? 0 : At(addresses[i], first, _layout.Inputs[i]));
        }
    }

    internal void CheckGradients(int batch, Span<T> gradients, WritableSpanList<T> inputGradients)
    {
        BatchCheck.Length(gradients.Length, Storage.Parameters.Length, "The gradients of all parameters", nameof(gradients));
        SeveralCheck.InputGradients(_layout, batch, inputGradients);
    }
}
