namespace NetGen.Runtime;

// What trains. A step has three parts, so that a batch may be staged while the one before it is computed.
public abstract partial class DeviceCore<T>
{
    private const int None = -1;

    /// <summary>The slot of the batch that waits for its step. Other calls may come before that, from callbacks of a training, and leave it alone.</summary>
    private int _staged = None;

    /// <summary>The slot of the step that was begun.</summary>
    private int _submitted = None;

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
        RequireIdle();
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
        Stage(batch, new SpanList<T>(inputs), LabelsOf(targets), TargetsOf(targets));
    }

    /// <summary>Begins a training step on the batch that was staged.</summary>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    /// <exception cref="InvalidOperationException">No batch was staged, or another step was not completed.</exception>
    public void Submit(Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        using var use = Enter();
        RequireIdle();
        if (_staged == None)
        {
            throw new InvalidOperationException("No batch was staged.");
        }

        Start(_staged, optimizer);
        (_staged, _submitted) = (None, _staged);
    }

    /// <summary>Waits for the step that was begun.</summary>
    /// <returns>The loss before the update.</returns>
    /// <exception cref="InvalidOperationException">No step was begun.</exception>
    public T Complete()
    {
        using var use = Enter();
        if (_submitted == None)
        {
            throw new InvalidOperationException("No step was begun.");
        }

        _submitted = None;
        return T.CreateTruncating(Wait());
    }

    /// <summary>Runs the last program again on what is on the device, several times without waiting in between: for measurements, which leave transfers out.</summary>
    /// <param name="optimizer">Where the program was a training step, the optimizer of its updates; else null.</param>
    /// <param name="times">How often.</param>
    public void Repeat(Optimizer? optimizer, int times)
    {
        using var use = Enter();
        RequireIdle();
        var here = optimizer is null ? null : Prepare(optimizer);
        for (var i = 0; i < times; i++)
        {
            LaunchStep(_filling, here is not null);
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
        BatchCheck.Training(Info, batch);
        using var use = Enter();
        Begin(ProgramKind.Train, batch, inputGradients: false);
        FillBatch(batch, inputs, labels, targets, sampleWeights);
        Send();
        Start(_filling, optimizer);
        return T.CreateTruncating(Wait());
    }

    private void Stage(int batch, SpanList<T> inputs, SpanList<int> labels, SpanList<T> targets)
    {
        BatchCheck.Training(Info, batch);
        _staged = None;
        _filling = FreeSlot;
        Begin(_filling, ProgramKind.Train, batch, inputGradients: false, isAhead: _submitted != None);
        FillBatch(batch, inputs, labels, targets, []);
        Send();
        _staged = _filling;
    }

    /// <summary>Launches a program which, in a step, changes the buffers there; the counters are here.</summary>
    private void LaunchStep(int slot, bool isStep)
    {
        Launch(slot, isStep);
        for (var i = 0; i < Network.Buffers.Length && isStep; i++)
        {
            var updates = Network.Buffers[i].Kind == ParameterKind.Counter ? 0 : Network.BufferUpdates.Length > i ? Network.BufferUpdates[i] : 1;
            for (; updates > 0; updates--)
            {
                Storage.CountBatch(i);
            }
        }
    }

    private void Start(int slot, Optimizer optimizer)
    {
        var here = Prepare(optimizer);
        LaunchStep(slot, isStep: true);
        Update(here, isFlush: false);
        Random.Steps++;
    }
}
