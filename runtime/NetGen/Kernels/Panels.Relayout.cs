using System.Runtime.CompilerServices;

namespace NetGen.Runtime;

public static partial class Panels
{
    /// <summary>Moves samples from panels of one row length to panels of another: the same values in row-major order.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="from">The panels to read.</param>
    /// <param name="fromRows">Rows per sample there.</param>
    /// <param name="fromFeatures">Values per row there.</param>
    /// <param name="to">The panels to write; their padding becomes zero.</param>
    /// <param name="toRows">Rows per sample.</param>
    /// <param name="toFeatures">Values per row.</param>
    /// <param name="first">First sample.</param>
    /// <param name="last">The sample after the last.</param>
    /// <param name="batch">Samples in all, which decides how far panels are apart.</param>
    public static void Relayout<T>(ref T from, int fromRows, int fromFeatures, ref T to, int toRows, int toFeatures, int first, int last, int batch)
        where T : unmanaged
    {
        var width = Width<T>();
        for (var sample = first; sample < last; sample++)
        {
            for (var row = 0; row < toRows; row++)
            {
                var target = (((nint)sample * toRows) + row) * width;
                for (var feature = 0; feature < (toFeatures + width - 1) / width * width; feature++)
                {
                    ref var place = ref Unsafe.Add(ref to, ((nint)(feature / width) * toRows * batch * width) + target + (feature % width));
                    if (feature >= toFeatures)
                    {
                        place = default;
                        continue;
                    }

                    var index = ((long)row * toFeatures) + feature;
                    var (sourceRow, sourceFeature) = ((int)(index / fromFeatures), (int)(index % fromFeatures));
                    place = Unsafe.Add(ref from,
                        ((nint)(sourceFeature / width) * fromRows * batch * width) + ((((nint)sample * fromRows) + sourceRow) * width) + (sourceFeature % width));
                }
            }
        }
    }
}
