using System.ComponentModel;
using System.Numerics;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// A rule that changes parameters by their gradients. The formulas are PyTorch's (<c>torch.optim</c>), so that every step can be checked against
/// it value by value. An optimizer belongs to the network of its first step: its state (moments and the like) is laid out for it.
/// </summary>
/// <remarks>
/// <para>Settings other than <see cref="LearningRate"/> are fixed when the optimizer is made. The number of steps is counted for the
/// optimizer as a whole: a parameter that is unfrozen later takes part in it as if it had had zero gradients before.
/// Updates use no fused multiply-add: their bits are the same on all instruction sets.</para>
/// <para>A gradient goes through these in order: it is accumulated (<see cref="AccumulationSteps"/>), clipped by value (<see cref="ClipValue"/>), clipped by
/// norm (<see cref="ClipNorm"/>); <see cref="L1"/> is added, decoupled decay shrinks the parameter, and the rule, with its L2 penalty, changes it. Penalties
/// are not clipped. Frozen parameters take part in nothing of this.</para>
/// </remarks>
public abstract partial class Optimizer
{
    private OptimizerBinding? _binding;
    private UpdateRules? _rules;
    private GroupTable? _groups;
    private PreparationRule[] _preparations = [];
    private nint _state0;
    private nint _state1;
    private nint _state2;
    private bool _isElaborate;
    private double _learningRate;

    private protected Optimizer(double learningRate) => LearningRate = learningRate;

    /// <summary>The learning rate, finite and not negative. May be changed between steps; the next step uses it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, infinite or not a number.</exception>
    public double LearningRate
    {
        get => _learningRate;
        set => _learningRate = Setting.NotNegative(value, nameof(LearningRate));
    }

    /// <summary>The number of updates that have begun: with <see cref="AccumulationSteps"/> fewer than calls of <c>Step</c>.</summary>
    public long Steps { get; private set; }

    /// <summary>The state arrays, at most three; null for one that the settings do not ask for.</summary>
    private protected abstract StateArray?[] States { get; }

    /// <summary>Begins a step: called once by generated code before the updates of a step.</summary>
    /// <typeparam name="T">The number type of the network.</typeparam>
    /// <param name="storage">The parameters of the network.</param>
    /// <exception cref="InvalidOperationException">
    /// The optimizer belongs to another network, its settings contradict each other, or a group matches no parameter.
    /// </exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void BeginStep<T>(ParameterStorage<T> storage)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(storage);
        Attach(storage.Parameters);
        Device?.Leave();
        if (!WantsWholeGradient)
        {
            BeginUpdate(scale: null);
        }
    }

    /// <summary>Updates a chunk of parameters. Chunks of one step may be updated at the same time on several threads.</summary>
    /// <param name="parameters">The first parameter of the chunk.</param>
    /// <param name="gradients">The first gradient of the chunk, which may be overwritten.</param>
    /// <param name="kernelOffset">Where the chunk starts in the kernel block; the optimizer's own state lies there too.</param>
    /// <param name="count">The number of values, a multiple of 64 bytes; with groups, of one parameter.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Update(ref float parameters, ref float gradients, int kernelOffset, int count)
    {
        nint offset = (nint)kernelOffset * sizeof(float);
        UpdateChunk<float> chunk = new(ref parameters, ref gradients, count, _state0 + offset, _state1 + offset, _state2 + offset);
        _rules!.Run(_isElaborate ? Prepare(in chunk, kernelOffset) : 0, in chunk);
    }

    /// <inheritdoc cref="Update(ref float, ref float, int, int)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Update(ref double parameters, ref double gradients, int kernelOffset, int count)
    {
        nint offset = (nint)kernelOffset * sizeof(double);
        UpdateChunk<double> chunk = new(ref parameters, ref gradients, count, _state0 + offset, _state1 + offset, _state2 + offset);
        _rules!.Run(_isElaborate ? Prepare(in chunk, kernelOffset) : 0, in chunk);
    }

    /// <summary>Makes the rules of the optimizer, for a number of groups.</summary>
    private protected abstract UpdateRules MakeRules(int groups);

    /// <summary>Checks settings that depend on each other; called at the first step, when all of them have been given.</summary>
    private protected virtual void Validate()
    {
    }

    /// <summary>Goes on to the next update and computes what is the same for all of a group's parameters.</summary>
    /// <param name="scale">The coefficient of clipping by norm; null: the gradient is not clipped by norm.</param>
    private void BeginUpdate(double? scale)
    {
        Steps++;
        _rules!.Advance();
        for (int group = 0; group <= Groups.Count; group++)
        {
            StepSettings settings = SettingsOf(group == 0 ? null : Groups[group - 1]);
            _rules.Prepare(group, in settings);
            _preparations[group] = new PreparationRule(ClipValue ?? double.PositiveInfinity, scale ?? 1, settings.L1, settings.Shrink);
        }
    }

    /// <summary>What comes before the rule; returns the group of the chunk.</summary>
    private int Prepare<T>(in UpdateChunk<T> chunk, int kernelOffset)
        where T : unmanaged, INumberBase<T>
    {
        int group = _groups?.At(kernelOffset) ?? 0;
        ref readonly PreparationRule preparation = ref _preparations[group];
        if (preparation.IsNeeded)
        {
            UpdateLoop.Run(in preparation, in chunk);
        }

        return group;
    }
}
