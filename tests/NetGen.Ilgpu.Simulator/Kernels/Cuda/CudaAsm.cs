using System.Runtime.CompilerServices;
using ILGPU.Simulation.Instructions;
using ILGPU.Simulation.Threads;

namespace ILGPU.Runtime.Cuda;

/// <summary>PTX in kernels: the instructions that emitted code uses, in the shapes in which it uses them.</summary>
public static unsafe class CudaAsm
{
    public static bool IsSupported => GroupRun.Current.Accelerator.AcceleratorType == AcceleratorType.Cuda;

    public static void Emit<T0, T1>(string asm, out T0 arg0, T1 arg1)
        where T0 : struct
        where T1 : struct
    {
        GroupRun.Current.RequireCuda(asm);
        arg0 = Conversions.Find(asm) is { } convert && (arg1, default(T0)) is (float value, uint)
            ? (T0)(object)convert(value)
            : throw Unknown(asm);
    }

    public static void Emit<T0, T1, T2>(string asm, out T0 arg0, T1 arg1, T2 arg2)
        where T0 : struct
        where T1 : struct
        where T2 : struct
    {
        GroupRun.Current.RequireCuda(asm);
        arg0 = Conversions.FindPair(asm) is { } convert && (arg1, arg2, default(T0)) is (float high, float low, uint)
            ? (T0)(object)convert(high, low)
            : throw Unknown(asm);
    }

    /// <summary>
    /// Collective instructions: the thread leaves its registers and stops (see <c>Simulation/Suspension</c>), and goes on when all threads of its warp have come, the last of whom computes.
    /// The references stay good meanwhile, because variables whose address goes here are in the thread's frame.
    /// </summary>
    public static void EmitRef<T0, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        string asm, ref T0 arg0, ref T1 arg1, ref T2 arg2, ref T3 arg3, ref T4 arg4, ref T5 arg5, ref T6 arg6, ref T7 arg7, ref T8 arg8, ref T9 arg9)
        where T0 : struct, ICudaAsmEmitParameter
        where T1 : struct, ICudaAsmEmitParameter
        where T2 : struct, ICudaAsmEmitParameter
        where T3 : struct, ICudaAsmEmitParameter
        where T4 : struct, ICudaAsmEmitParameter
        where T5 : struct, ICudaAsmEmitParameter
        where T6 : struct, ICudaAsmEmitParameter
        where T7 : struct, ICudaAsmEmitParameter
        where T8 : struct, ICudaAsmEmitParameter
        where T9 : struct, ICudaAsmEmitParameter
    {
        GroupRun.Current.RequireCuda(asm);
        var isAsExpected = typeof(T0) == typeof(Ref<float>) && typeof(T1) == typeof(Ref<float>) && typeof(T2) == typeof(Ref<float>) && typeof(T3) == typeof(Ref<float>)
            && typeof(T4) == typeof(Input<uint>) && typeof(T5) == typeof(Input<uint>) && typeof(T6) == typeof(Input<uint>) && typeof(T7) == typeof(Input<uint>)
            && typeof(T8) == typeof(Input<uint>) && typeof(T9) == typeof(Input<uint>);
        var instruction = isAsExpected && WarpProduct.Find(asm) is { } found ? found : throw Unknown(asm);
        GroupRun.Current.Warps.Leave(instruction, new(
            (float*)Unsafe.AsPointer(ref arg0), (float*)Unsafe.AsPointer(ref arg1), (float*)Unsafe.AsPointer(ref arg2), (float*)Unsafe.AsPointer(ref arg3),
            As(ref arg4), As(ref arg5), As(ref arg6), As(ref arg7), As(ref arg8), As(ref arg9)));
    }

    private static uint As<T>(ref T register) => Unsafe.As<T, uint>(ref register);

    private static NotSupportedException Unknown(string asm) => new($"the simulator does not know the instruction '{asm}' with these operands{Simulation.Fault.Where}");
}
