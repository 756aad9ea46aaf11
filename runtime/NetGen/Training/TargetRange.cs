using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>The targets for which a loss is defined.</summary>
internal readonly struct TargetRange
{
    private readonly Kind _kind;

    private TargetRange(Kind kind) => _kind = kind;

    private enum Kind
    {
        Any,
        Part,
        Probability,
        Sign,
    }

    /// <summary>The range of a network's loss.</summary>
    public static TargetRange Of(NetworkInfo network) => new(
        network.HasLoss("BinaryCrossEntropy") ? Kind.Part
        : network.HasLoss("KLDivergence") ? Kind.Probability
        : network.HasLoss("Hinge") ? Kind.Sign
        : Kind.Any);

    /// <exception cref="ArgumentException">A target is outside the range of the network's loss.</exception>
    /// <summary>The range of a loss by its kind.</summary>
    public static TargetRange Of(string loss) => new(loss switch
    {
        "BinaryCrossEntropy" => Kind.Part,
        "KLDivergence" => Kind.Probability,
        "Hinge" => Kind.Sign,
        _ => Kind.Any,
    });

    public static void Require<TInput, TTarget>(NetworkInfo network, Dataset<TInput, TTarget> data, string role, string parameter)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        var range = Of(network);
        for (int i = 0; i < data.Count && range._kind != Kind.Any; i++)
        {
            var targets = data.Target(i);
            int index = typeof(TTarget) == typeof(float)
                ? range.IndexOutside(MemoryMarshal.Cast<TTarget, float>(targets))
                : range.IndexOutside(MemoryMarshal.Cast<TTarget, double>(targets));
            if (index >= 0)
            {
                throw new ArgumentException(
                    $"Sample {i} of the {role} set has the target {ToDouble(targets[index])}; {network.Loss} of {network.Name} takes {range}.", parameter);
            }
        }
    }

    /// <summary>A floating-point target as double.</summary>
    public static double ToDouble<T>(T target)
        where T : unmanaged =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(target) : Unsafe.BitCast<T, double>(target);

    /// <summary>Where the first target outside the range is, or -1. NaN is outside of every range but that of all numbers.</summary>
    public int IndexOutside<T>(ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (_kind == Kind.Any)
        {
            return -1;
        }

        int start = 0;
        while (start <= targets.Length - Vector<T>.Count && AllInside(new Vector<T>(targets[start..])))
        {
            start += Vector<T>.Count;
        }

        for (int i = start; i < targets.Length; i++)
        {
            if (!IsInside(targets[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The range in words.</summary>
    public override string ToString() => _kind switch
    {
        Kind.Part => "targets from 0 to 1",
        Kind.Probability => "probabilities from 0 to 1",
        Kind.Sign => "targets -1 and 1",
        _ => "all targets",
    };

    private bool AllInside<T>(Vector<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> => _kind == Kind.Sign
        ? Vector.EqualsAll(Vector.Abs(targets), Vector<T>.One)
        : Vector.GreaterThanOrEqualAll(targets, Vector<T>.Zero) && Vector.LessThanOrEqualAll(targets, Vector<T>.One);

    private bool IsInside<T>(T target)
        where T : unmanaged, IFloatingPointIeee754<T> => _kind == Kind.Sign
        ? T.Abs(target) == T.One
        : target >= T.Zero && target <= T.One;
}
