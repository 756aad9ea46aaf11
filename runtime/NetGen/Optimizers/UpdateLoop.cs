using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen;

/// <summary>
/// Runs a rule at the widest vectors of the machine. Not Vector512.IsHardwareAccelerated: it is false on processors that have AVX-512 and
/// only clock lower with it, which these short loops do not notice.
/// </summary>
internal static class UpdateLoop
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run<TRule, T>(in TRule rule, in UpdateChunk<T> chunk)
        where TRule : struct, IUpdateRule
        where T : unmanaged, INumberBase<T>
    {
        if (Avx512F.IsSupported)
        {
            rule.Run<Simd512<T>, Vector512<T>, T>(in chunk);
        }
        else if (Avx2.IsSupported)
        {
            rule.Run<Simd256<T>, Vector256<T>, T>(in chunk);
        }
        else
        {
            rule.Run<Simd128<T>, Vector128<T>, T>(in chunk);
        }
    }
}
