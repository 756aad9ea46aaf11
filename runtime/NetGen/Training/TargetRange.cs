using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>The targets for which a loss is defined.</summary>
internal static class TargetRange
{
    /// <exception cref="ArgumentException">A target is outside the range of the network's loss.</exception>
    public static void Require<TInput, TTarget>(NetworkInfo network, Dataset<TInput, TTarget> data, string role, string parameter)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        if (Rule(network.Loss ?? "") is not var (allows, range))
        {
            return;
        }

        for (int i = 0; i < data.Count; i++)
        {
            foreach (TTarget target in data.Target(i))
            {
                double value = ToDouble(target);
                if (!allows(value))
                {
                    throw new ArgumentException($"Sample {i} of the {role} set has the target {value}; {network.Loss} of {network.Name} takes {range}.", parameter);
                }
            }
        }
    }

    /// <summary>A floating-point target as double.</summary>
    public static double ToDouble<T>(T target)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(target) : Unsafe.BitCast<T, double>(target);

    private static (Func<double, bool> Allows, string Range)? Rule(string loss) =>
        loss.StartsWith("BinaryCrossEntropy", StringComparison.Ordinal) ? (target => target is >= 0 and <= 1, "targets from 0 to 1")
        : loss.StartsWith("KLDivergence", StringComparison.Ordinal) ? (target => target is >= 0 and <= 1, "probabilities from 0 to 1")
        : loss.StartsWith("Hinge", StringComparison.Ordinal) ? (target => target is -1 or 1, "targets -1 and 1")
        : null;
}
