using ILGPU;
using ILGPU.Runtime.Cuda;

namespace NetGen.Ilgpu.Simulator.Tests;

/// <summary>Kernels of one warp with instructions of CUDA devices; fragments as in the PTX ISA.</summary>
internal static class WarpKernels
{
    private const string TensorFloat = "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};";
    private const string BFloat = "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};";

    /// <summary>sums += a b, where a is 16 × 8 and b is 8 × 8.</summary>
    public static void MultiplyTensorFloats(ArrayView<float> a, ArrayView<float> b, ArrayView<float> sums)
    {
        var (group, member) = ((Group.IdxX & 31) >> 2, Group.IdxX & 3);
        Input<uint> a0 = Round(a[(group * 8) + member]);
        Input<uint> a1 = Round(a[((group + 8) * 8) + member]);
        Input<uint> a2 = Round(a[(group * 8) + member + 4]);
        Input<uint> a3 = Round(a[((group + 8) * 8) + member + 4]);
        Input<uint> b0 = Round(b[(member * 8) + group]);
        Input<uint> b1 = Round(b[((member + 4) * 8) + group]);
        var first = (group * 8) + (member * 2);
        Ref<float> c0 = sums[first], c1 = sums[first + 1], c2 = sums[first + 64], c3 = sums[first + 65];
        CudaAsm.EmitRef(TensorFloat, ref c0, ref c1, ref c2, ref c3, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1);
        (sums[first], sums[first + 1], sums[first + 64], sums[first + 65]) = (c0.Value, c1.Value, c2.Value, c3.Value);
    }

    /// <summary>sums += a b, where a is 16 × 16 and b is 16 × 8.</summary>
    public static void MultiplyBFloats(ArrayView<float> a, ArrayView<float> b, ArrayView<float> sums)
    {
        var (group, member) = ((Group.IdxX & 31) >> 2, Group.IdxX & 3);
        var (top, bottom) = ((group * 16) + (member * 2), ((group + 8) * 16) + (member * 2));
        Input<uint> a0 = Pack(a[top], a[top + 1]);
        Input<uint> a1 = Pack(a[bottom], a[bottom + 1]);
        Input<uint> a2 = Pack(a[top + 8], a[top + 9]);
        Input<uint> a3 = Pack(a[bottom + 8], a[bottom + 9]);
        var term = (member * 16) + group;
        Input<uint> b0 = Pack(b[term], b[term + 8]);
        Input<uint> b1 = Pack(b[term + 64], b[term + 72]);
        var first = (group * 8) + (member * 2);
        Ref<float> c0 = sums[first], c1 = sums[first + 1], c2 = sums[first + 64], c3 = sums[first + 65];
        CudaAsm.EmitRef(BFloat, ref c0, ref c1, ref c2, ref c3, ref a0, ref a1, ref a2, ref a3, ref b0, ref b1);
        (sums[first], sums[first + 1], sums[first + 64], sums[first + 65]) = (c0.Value, c1.Value, c2.Value, c3.Value);
    }

    /// <summary>All but one thread come to the product.</summary>
    public static void MultiplyWithoutOne(ArrayView<float> a, ArrayView<float> b, ArrayView<float> sums)
    {
        if (Group.IdxX != 7)
        {
            MultiplyTensorFloats(a, b, sums);
        }
    }

    /// <summary>Only the second warp multiplies; the first goes on.</summary>
    public static void MultiplyInSecondWarp(ArrayView<float> a, ArrayView<float> b, ArrayView<float> sums)
    {
        if (Group.IdxX >= 32)
        {
            MultiplyTensorFloats(a, b, sums);
        }

        Group.Barrier();
    }

    public static void MultiplyHalves(ArrayView<float> a, ArrayView<float> b, ArrayView<float> sums)
    {
        Ref<float> c0 = 0f, c1 = 0f, c2 = 0f, c3 = 0f;
        Input<uint> zero = 0u;
        CudaAsm.EmitRef("mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 …", ref c0, ref c1, ref c2, ref c3, ref zero, ref zero, ref zero, ref zero, ref zero, ref zero);
        sums[0] = a[0] + b[0] + c0.Value;
    }

    public static void RoundAll(ArrayView<float> values) => values[Group.IdxX] = Interop.IntAsFloat(Round(values[Group.IdxX]));

    public static void PackAll(ArrayView<float> values)
    {
        var packed = Pack(values[Group.IdxX], 1);
        values[Group.IdxX] = Interop.IntAsFloat(packed << 16) + (Interop.IntAsFloat(packed & 0xFFFF0000u) - 1);
    }

    private static uint Round(float value)
    {
        CudaAsm.Emit("cvt.rna.tf32.f32 %0, %1;", out uint rounded, value);
        return rounded;
    }

    private static uint Pack(float low, float high)
    {
        CudaAsm.Emit("cvt.rn.bf16x2.f32 %0, %1, %2;", out uint pair, high, low);
        return pair;
    }
}
