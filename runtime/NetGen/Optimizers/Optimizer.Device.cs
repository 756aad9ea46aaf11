using System.Numerics;
using NetGen.Runtime;

namespace NetGen;

// Steps that are taken on a device: what is counted is counted here, what is computed is computed there.
public abstract partial class Optimizer
{
    /// <summary>Who keeps the state at present; null: this optimizer itself.</summary>
    internal IDeviceState? Device { get; set; }

    internal bool ClipsByNorm => ClipNorm is not null;

    /// <summary>The group of a parameter: 0 for one that no pattern matches.</summary>
    internal int GroupOf(int kernelOffset) => _groups?.At(kernelOffset) ?? 0;

    /// <summary>Counts a gradient that was added to the accumulated ones, and tells whether it was the last before an update.</summary>
    internal bool CountAccumulated() => ++AccumulatedSteps >= AccumulationSteps;

    /// <summary>Goes on to the next update.</summary>
    internal void BeginDeviceUpdate()
    {
        BeginUpdate(scale: null);
        AccumulatedSteps = 0;
    }

    internal void SetGradientNorm(double norm) => GradientNorm = norm;

    /// <summary>The rule of a group after <see cref="BeginDeviceUpdate"/>, with its constants.</summary>
    internal DeviceRule WriteConstants<T>(int group, ref GpuUpdate<T> update)
        where T : unmanaged, INumberBase<T>
    {
        ref readonly PreparationRule preparation = ref _preparations[group];
        update.Limit = T.CreateTruncating(preparation.Limit);
        update.NormLimit = T.CreateTruncating(ClipNorm ?? 0);
        update.L1 = T.CreateTruncating(preparation.L1);
        update.Apart = T.CreateTruncating(preparation.Shrink);
        RuleConstants constants = _rules!.Constants(group);
        constants.Write(ref update);
        return constants.Rule;
    }
}
