namespace NetGen.Runtime;

// Networks with several inputs, outputs or losses: lists of spans, in the order of the declaration.
public abstract partial class NetworkCore<T>
{
    /// <summary>Predicts a batch.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <returns>The outputs, one array each.</returns>
    public T[][] PredictAll(SpanList<T> inputs)
    {
        var batch = SeveralCheck.Inputs(_layout, inputs);
        var outputs = new T[_layout.Outputs.Length][];
        for (var i = 0; i < outputs.Length; i++)
        {
            outputs[i] = new T[(long)batch * _layout.Outputs[i]];
        }

        Predict(inputs, Parts.Over(outputs));
        return outputs;
    }

    /// <summary>Predicts a batch without allocating.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="outputs">Exactly their outputs.</param>
    public unsafe void Predict(SpanList<T> inputs, WritableSpanList<T> outputs)
    {
        var batch = SeveralCheck.Inputs(_layout, inputs);
        for (var i = 0; i < _layout.Outputs.Length; i++)
        {
            SeveralCheck.Length(outputs[i].Length, batch, _layout.Outputs[i], "outputs", i, _layout.Outputs.Length, nameof(outputs));
        }

        var program = _layout.Programs[(int)ProgramKind.Predict]!;
        var pass = _passes.Rent();
        try
        {
            fixed (T* x0 = inputs[0], x1 = inputs[1], x2 = inputs[2], x3 = inputs[3], x4 = inputs[4], x5 = inputs[5], x6 = inputs[6], x7 = inputs[7])
            fixed (T* y0 = outputs[0], y1 = outputs[1], y2 = outputs[2], y3 = outputs[3], y4 = outputs[4], y5 = outputs[5], y6 = outputs[6], y7 = outputs[7])
            {
                AddressList x = Addresses(x0, x1, x2, x3, x4, x5, x6, x7), y = Addresses(y0, y1, y2, y3, y4, y5, y6, y7);
                var block = BlockOf(program, batch);
                for (var first = 0; first < batch; first += block)
                {
                    pass.Prepare(program, Math.Min(block, batch - first), ChunksOf(program));
                    SetInputs(pass, x, first);
                    for (var i = 0; i < _layout.Outputs.Length; i++)
                    {
                        pass.SetOutput(i, At(y[i], first, _layout.Outputs[i]));
                    }

                    Run(ProgramKind.Predict, program, pass);
                }
            }
        }
        finally
        {
            _passes.Return(pass);
        }
    }

    /// <summary>The sum of all mean losses in evaluation mode.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="labels">The targets that are labels, in order.</param>
    /// <param name="targets">The targets that are values, in order.</param>
    /// <param name="sampleWeights">A weight per sample or, where all losses label the same positions, per position; or empty.</param>
    /// <returns>The loss.</returns>
    public unsafe T Loss(SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights)
    {
        var batch = SeveralCheck.Batch(_layout, inputs, labels, targets, sampleWeights);
        var program = _layout.Programs[(int)ProgramKind.Loss]!;
        var loss = 0.0;
        var pass = _passes.Rent();
        try
        {
            // The weights are shares of the whole batch, so that the blocks' losses add up to its mean.
            FillRowWeights(pass, batch, labels, sampleWeights);
            fixed (T* x0 = inputs[0], x1 = inputs[1], x2 = inputs[2], x3 = inputs[3], x4 = inputs[4], x5 = inputs[5], x6 = inputs[6], x7 = inputs[7])
            fixed (int* l0 = labels[0], l1 = labels[1], l2 = labels[2], l3 = labels[3], l4 = labels[4], l5 = labels[5], l6 = labels[6], l7 = labels[7])
            fixed (T* t0 = targets[0], t1 = targets[1], t2 = targets[2], t3 = targets[3], t4 = targets[4], t5 = targets[5], t6 = targets[6], t7 = targets[7])
            {
                var x = Addresses(x0, x1, x2, x3, x4, x5, x6, x7);
                AddressList l = Addresses(l0, l1, l2, l3, l4, l5, l6, l7), t = Addresses(t0, t1, t2, t3, t4, t5, t6, t7);
                var block = BlockOf(program, batch);
                for (var first = 0; first < batch; first += block)
                {
                    pass.Prepare(program, Math.Min(block, batch - first), ChunksOf(program));
                    SetInputs(pass, x, first);
                    SetTargets(pass, l, t, first);
                    for (var i = 0; i < _layout.Targets.Length; i++)
                    {
                        pass.BeginWeightsAt(i, first * _layout.Targets[i].Rows);
                    }

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

    private void SetInputs(Pass<T> pass, AddressList inputs, int first)
    {
        for (var i = 0; i < _layout.Inputs.Length; i++)
        {
            pass.SetInput(i, At(inputs[i], first, _layout.Inputs[i]), _layout.Inputs[i]);
        }
    }

    private unsafe void SetTargets(Pass<T> pass, AddressList labels, AddressList targets, int first)
    {
        var (label, value) = (0, 0);
        for (var i = 0; i < _layout.Targets.Length; i++)
        {
            var target = _layout.Targets[i];
            if (target.Size == 0)
            {
                // A loss that compares with nothing has no span.
                continue;
            }

            pass.SetTarget(i, target.Labels ? labels[label++] + ((nint)first * target.Size * sizeof(int)) : At(targets[value++], first, target.Size));
        }
    }

    private void FillRowWeights(Pass<T> pass, int batch, SpanList<int> labels, ReadOnlySpan<T> sampleWeights)
    {
        var label = 0;
        for (var i = 0; i < _layout.Targets.Length; i++)
        {
            var target = _layout.Targets[i];
            var found = target.Labels ? labels[label++] : [];
            RowWeights.Fill(found, target.Ignored, target.LabelWeights.Length == 0 ? null : target.LabelWeights, sampleWeights, pass.RowWeightsOf(i, batch * target.Rows));
        }
    }

    private static unsafe nint At(nint address, int sample, int size) => address + ((nint)sample * size * sizeof(T));

    private static unsafe AddressList Addresses(void* first, void* second, void* third, void* fourth, void* fifth, void* sixth, void* seventh, void* eighth)
    {
        var list = default(AddressList);
        list[0] = (nint)first;
        list[1] = (nint)second;
        list[2] = (nint)third;
        list[3] = (nint)fourth;
        list[4] = (nint)fifth;
        list[5] = (nint)sixth;
        list[6] = (nint)seventh;
        list[7] = (nint)eighth;
        return list;
    }
}
