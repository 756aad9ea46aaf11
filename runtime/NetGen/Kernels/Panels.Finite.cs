using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.Runtime;

public static partial class Panels
{
    /// <summary>Whether no value is infinite or not a number.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="values">The values, as many as you like.</param>
    /// <returns>True when every value is finite.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AllFinite<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // x - x is zero for a finite x and not a number otherwise, and a sum keeps what is not a number.
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        Vector<T> even = Vector<T>.Zero;
        Vector<T> odd = Vector<T>.Zero;
        int i = 0;
        for (; i < vectors.Length - 1; i += 2)
        {
            even += vectors[i] - vectors[i];
            odd += vectors[i + 1] - vectors[i + 1];
        }

        T sum = Vector.Sum(even + odd);
        foreach (T value in values[(i * Vector<T>.Count)..])
        {
            sum += value - value;
        }

        return sum == T.Zero;
    }
}
