using System.Numerics;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Which values inputs and targets may have: what a set refuses when it is made, no training step has to check.</summary>
internal static class SampleValues
{
    public static void RequireInputs<T>(ReadOnlySpan<T> inputs, int size)
        where T : unmanaged
    {
        int bad = FirstInvalid(inputs, "inputs");
        if (bad >= 0)
        {
            string rule = typeof(T) == typeof(int) ? "Token ids are zero or above." : "Inputs are finite; remove or repair the sample.";
            throw new ArgumentException($"Input value {bad % size} of sample {bad / size} is {inputs[bad]}. {rule}", nameof(inputs));
        }
    }

    public static void RequireTargets<T>(ReadOnlySpan<T> targets, int size)
        where T : unmanaged
    {
        int bad = FirstInvalid(targets, "targets");
        while (bad >= 0 && typeof(T) == typeof(int) && MemoryMarshal.Cast<T, int>(targets)[bad] == TargetInfo.Unlabelled)
        {
            int next = FirstInvalid(targets[(bad + 1)..], "targets");
            bad = next < 0 ? -1 : bad + 1 + next;
        }

        if (bad >= 0)
        {
            string what = size == 1 ? $"The target of sample {bad}" : $"Target value {bad % size} of sample {bad / size}";
            string rule = typeof(T) == typeof(int) ? "Class labels count from 0. What a loss shall ignore has the label -100." : "Targets are finite; remove or repair the sample.";
            throw new ArgumentException($"{what} is {targets[bad]}. {rule}", nameof(targets));
        }
    }

    /// <summary>The index of the first value that is NaN, infinite or (of an integer) negative; -1: none.</summary>
    /// <exception cref="ArgumentException">The type is not one that data sets hold.</exception>
    private static int FirstInvalid<T>(ReadOnlySpan<T> values, string name)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            return FirstNotFinite(MemoryMarshal.Cast<T, float>(values));
        }

        if (typeof(T) == typeof(double))
        {
            return FirstNotFinite(MemoryMarshal.Cast<T, double>(values));
        }

        if (typeof(T) == typeof(int))
        {
            return MemoryMarshal.Cast<T, int>(values).IndexOfAnyInRange(int.MinValue, -1);
        }

        throw new ArgumentException($"A data set has {name} of type float, double or int, not {typeof(T)}.", name);
    }

    private static int FirstNotFinite<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPoint<T>
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!T.IsFinite(values[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
