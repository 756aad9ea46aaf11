namespace NetGen.Runtime;

// What trains. A step has three parts, so that a batch may be staged while the one before it is computed.
public abstract partial class DeviceCore<T>
{
    private bool _isStaged;
    private bool _isSubmitted;

    /// <summary>Forward, backward and update.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    /// <param name="sampleWeights">A weight per sample or, where positions are labelled, per position; or empty.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    /// <returns>The mean loss before the update.</returns>
    public T Step<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets, ReadOnlySpan<T> sampleWeights, Optimizer optimizer)
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        var batch = _core.CheckBatch(inputs, targets, sampleWeights);
        return Step(batch, new SpanList<T>(inputs), LabelsOf(targets), TargetsOf(targets), sampleWeights, optimizer);
    }

    /// <summary>Forward, backward and update.</summary>
    /// <param name="inputs">Whole samples of each input.</param>
    /// <param name="labels">The targets that are labels, in order.</param>
    /// <param name="targets">The targets that are values, in order.</param>
    /// <param name="sampleWeights">A weight per sample; or empty.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    /// <returns>The loss before the update.</returns>
    public T Step(SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        var batch = SeveralCheck.Batch(Network, inputs, labels, targets, sampleWeights);
        return Step(batch, inputs, labels, targets, sampleWeights, optimizer);
    }

    /// <summary>Updates the parameters by a gradient.</summary>
    /// <param name="gradients">One value per parameter value, in the order and layout of the file.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    public void Update(ReadOnlySpan<T> gradients, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        BatchCheck.Length(gradients.Length, Storage.Parameters.Length, "The gradients of all parameters", nameof(gradients));
        BatchCheck.Finite(gradients, gradients.Length, "Gradients", nameof(gradients));
        using var use = Enter();
        var here = Prepare(optimizer);
        WriteGradients(gradients);
        Update(here, isFlush: false);
        _ = Wait();
        Random.Steps++;
    }

    /// <summary>Checks a batch and begins to bring it to the device.</summary>
    /// <typeparam name="TTarget"><see cref="int"/> for labels, otherwise <typeparamref name="T"/>.</typeparam>
    /// <param name="inputs">Whole samples.</param>
    /// <param name="targets">Their targets.</param>
    public void Stage<TTarget>(ReadOnlySpan<T> inputs, ReadOnlySpan<TTarget> targets)
        where TTarget : unmanaged
    {
        var batch = _core.CheckBatch(inputs, targets, []);
        using var use = Enter();
        Stage(batch, new SpanList<T>(inputs), LabelsOf(targets), TargetsOf(targets), []);
    }

    /// <summary>Begins a training step on the batch that was staged.</summary>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    public void Submit(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using var use = Enter();
        SubmitStaged(optimizer);
    }

    /// <summary>Waits for the step that was begun.</summary>
    /// <returns>The loss before the update.</returns>
    public T Complete()
    {
        using var use = Enter();
        return CompleteSubmitted();
    }

    /// <summary>Runs the last program again on what is on the device, several times without waiting in between: for measurements, which leave transfers out.</summary>
    /// <param name="optimizer">Where the program was a training step, the optimizer of its updates; else null.</param>
    /// <param name="times">How often.</param>
    public void Repeat(Optimizer? optimizer, int times)
    {
        using var use = Enter();
        var here = optimizer is null ? null : Prepare(optimizer);
        for (var i = 0; i < times; i++)
        {
            LaunchStep(here is not null);
            if (here is not null)
            {
                Update(here, isFlush: false);
                Random.Steps++;
            }
        }

        _ = Wait();
    }

    private T Step(int batch, SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights, Optimizer optimizer)
    {
        using var use = Enter();
        Stage(batch, inputs, labels, targets, sampleWeights);
        SubmitStaged(optimizer);
        return CompleteSubmitted();
    }

    private void Stage(int batch, SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets, ReadOnlySpan<T> sampleWeights)
    {
        _isStaged = false;
        Begin(ProgramKind.Train, batch, inputGradients: false, isAhead: _isSubmitted);
        FillInputs(inputs, 0, batch);
        FillTargets(labels, targets, 0, batch);
        FillShares(labels, sampleWeights);
        Send();
        _isStaged = true;
    }

    private void SubmitStaged(Optimizer optimizer)
    {
        if (!_isStaged || _isSubmitted)
        {
            throw new InvalidOperationException(_isSubmitted ? "The step before this one was not completed." : "No batch was staged.");
        }

        var here = Prepare(optimizer);
        LaunchStep(isStep: true);
        Update(here, isFlush: false);
        (_isStaged, _isSubmitted) = (false, true);
        Random.Steps++;
    }

    /// <summary>Launches a program which, in a step, changes the buffers there; the counters are here.</summary>
    private void LaunchStep(bool isStep)
    {
        UpdatesBuffers = isStep;
        try
        {
            Launch();
        }
        finally
        {
            UpdatesBuffers = false;
        }

        for (var i = 0; i < Network.Buffers.Length && isStep; i++)
        {
            var updates = Network.Buffers[i].Kind == ParameterKind.Counter ? 0 : Network.BufferUpdates.Length > i ? Network.BufferUpdates[i] : 1;
            for (; updates > 0; updates--)
            {
                Storage.CountBatch(i);
            }
        }
    }

    private T CompleteSubmitted()
    {
        if (!_isSubmitted)
        {
            throw new InvalidOperationException("No step was begun.");
        }

        _isSubmitted = false;
        return T.CreateTruncating(Wait());
    }
}
