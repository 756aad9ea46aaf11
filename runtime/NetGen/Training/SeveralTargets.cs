using System.Globalization;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Whether the targets of a set, those of several losses one after the other, are what each of the losses takes.</summary>
internal static class SeveralTargets
{
    /// <exception cref="ArgumentException">A target is no label, or outside the range of its loss.</exception>
    public static void Require<TInput, TTarget>(NetworkInfo network, Dataset<TInput, TTarget> data, string role, string parameter)
        where TInput : unmanaged
        where TTarget : unmanaged
    {
        for (int i = 0; i < data.Count; i++)
        {
            int column = 0;
            foreach (TargetInfo target in network.Targets)
            {
                var values = data.Target(i).Slice(column, target.Size);
                int index = IndexOutside(target, values);
                if (index >= 0)
                {
                    throw new ArgumentException(
                        string.Create(CultureInfo.InvariantCulture, $"Sample {i} of the {role} set has {values[index]} as target {column + index}; '{target.Name}' of {network.Name} takes {target.Range}."), parameter);
                }

                column += target.Size;
            }
        }
    }

    private static int IndexOutside<TTarget>(TargetInfo target, ReadOnlySpan<TTarget> values)
        where TTarget : unmanaged =>
        typeof(TTarget) == typeof(int) ? TargetInfo.IndexOfNoLabel(MemoryMarshal.Cast<TTarget, int>(values), target.Classes, target.IgnoredLabel)
        : typeof(TTarget) == typeof(float) ? target.IndexOutside(MemoryMarshal.Cast<TTarget, float>(values))
        : target.IndexOutside(MemoryMarshal.Cast<TTarget, double>(values));
}
