using System.Runtime.InteropServices;

namespace NetGen;

public abstract partial class Dataset
{
    /// <summary>Brings two sets of the same samples together, for networks with two inputs. Nothing is copied.</summary>
    /// <typeparam name="TFirst">The type of the first inputs.</typeparam>
    /// <typeparam name="TSecond">The type of the second inputs.</typeparam>
    /// <typeparam name="TTarget">The type of the targets.</typeparam>
    /// <param name="first">The first inputs and the targets.</param>
    /// <param name="second">The second inputs, and the same targets again: sample i of both sets is the same sample.</param>
    /// <exception cref="ArgumentException">The sets have different numbers of samples, or different targets.</exception>
    public static JoinedDataset<TFirst, TSecond, TTarget> Join<TFirst, TSecond, TTarget>(Dataset<TFirst, TTarget> first, Dataset<TSecond, TTarget> second)
        where TFirst : unmanaged
        where TSecond : unmanaged
        where TTarget : unmanaged
    {
        RequireSameTargets(first, second, "second");
        return new(first, second);
    }

    /// <summary>Brings three sets of the same samples together, for networks with three inputs. Nothing is copied.</summary>
    /// <typeparam name="TFirst">The type of the first inputs.</typeparam>
    /// <typeparam name="TSecond">The type of the second inputs.</typeparam>
    /// <typeparam name="TThird">The type of the third inputs.</typeparam>
    /// <typeparam name="TTarget">The type of the targets.</typeparam>
    /// <param name="first">The first inputs and the targets.</param>
    /// <param name="second">The second inputs, and the same targets again: sample i of all sets is the same sample.</param>
    /// <param name="third">The third inputs, and the same targets again.</param>
    /// <exception cref="ArgumentException">The sets have different numbers of samples, or different targets.</exception>
    public static JoinedDataset<TFirst, TSecond, TThird, TTarget> Join<TFirst, TSecond, TThird, TTarget>(
        Dataset<TFirst, TTarget> first, Dataset<TSecond, TTarget> second, Dataset<TThird, TTarget> third)
        where TFirst : unmanaged
        where TSecond : unmanaged
        where TThird : unmanaged
        where TTarget : unmanaged
    {
        RequireSameTargets(first, second, "second");
        RequireSameTargets(first, third, "third");
        return new(first, second, third);
    }

    private static void RequireSameTargets<TFirst, TOther, TTarget>(Dataset<TFirst, TTarget> first, Dataset<TOther, TTarget> other, string which)
        where TFirst : unmanaged
        where TOther : unmanaged
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(other);
        if (first.Count != other.Count || first.TargetSize != other.TargetSize)
        {
            throw new ArgumentException(
                $"The first set has {first.Count} samples of {first.TargetSize} target values, the {which} {other.Count} of {other.TargetSize}. Joined sets have the same samples.", which);
        }

        for (int i = 0; i < first.Count; i++)
        {
            if (!MemoryMarshal.AsBytes(first.Target(i)).SequenceEqual(MemoryMarshal.AsBytes(other.Target(i))))
            {
                throw new ArgumentException(
                    $"Sample {i} has the target {first.Target(i)[0]} in the first set and {other.Target(i)[0]} in the {which}. Joined sets have the same samples in the same order: shuffle and split them after joining.", which);
            }
        }
    }
}
