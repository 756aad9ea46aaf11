using ILGPU;

namespace NetGen.Ilgpu.Simulator.Tests;

/// <summary>Kernels that are wrong.</summary>
internal static class Faulty
{
    public static void Beyond(ArrayView<float> values) => values[Group.IdxX + 1] = 0;

    public static void Before(ArrayView<float> values) => values[Group.IdxX - 1] = 0;

    public static void BeyondPart(ArrayView<float> values) => values.SubView(4, 4)[Group.IdxX] = 0;

    public static void BeyondShared(ArrayView<float> values)
    {
        var shared = SharedMemory.Allocate<float>(16);
        Group.Barrier();
        values[0] = shared[Group.IdxX * 2];
    }

    public static void SomeEnd(ArrayView<float> values)
    {
        if (Group.IdxX == 5)
        {
            return;
        }

        Group.Barrier();
        values[Group.IdxX] = 0;
    }

    public static void TwoPlaces(ArrayView<float> values)
    {
        if (Group.IdxX < 5)
        {
            Group.Barrier();
            values[0] = 0;
        }
        else
        {
            Group.Barrier();
            values[1] = 0;
        }
    }

    public static void MuchShared(ArrayView<float> values)
    {
        var first = SharedMemory.Allocate<float>(8192);
        var second = SharedMemory.Allocate<float>(4097);
        first[Group.IdxX] = 1;
        second[Group.IdxX] = 2;
        values[Group.IdxX] = first[Group.IdxX] + second[Group.IdxX];
    }

    public static void Shifted(ArrayView<float> values) => values.SubView(1, 8).Cast<double>()[0] = 0;

    public static void Throwing(ArrayView<float> values) => values[0] = values[0] > 0 ? 1 : throw new InvalidOperationException();

    public static void Fused(ArrayView<float> values) => values[0] = MathF.FusedMultiplyAdd(values[0], 2, 1);

    public static void Largest(ArrayView<float> values) => values[0] = Math.Max(values[0], 0);

    public static void Array(ArrayView<float> values) => values[0] = new float[3].Length;

    public static void ReferenceAcrossBarrier(ArrayView<float> values)
    {
        var local = values[Group.IdxX];
        ref var reference = ref local;
        Group.Barrier();
        reference++;
        values[Group.IdxX] = local;
    }
}
