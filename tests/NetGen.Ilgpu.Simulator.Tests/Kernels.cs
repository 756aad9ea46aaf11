using ILGPU;

namespace NetGen.Ilgpu.Simulator.Tests;

/// <summary>Kernels that are right.</summary>
internal static class Kernels
{
    /// <summary>Four numbers that move as one.</summary>
    private record struct Quad(float X, float Y, float Z, float W);

    /// <summary>Each thread its own value.</summary>
    public static void Number(ArrayView<int> numbers)
    {
        var index = (Grid.IdxX * Group.DimX) + Group.IdxX;
        numbers[index] = index;
    }

    /// <summary>The sum of each group's values, by halves.</summary>
    public static void Sum(ArrayView<float> values, ArrayView<float> sums)
    {
        var shared = SharedMemory.Allocate<float>(64);
        var thread = Group.IdxX;
        shared[thread] = values[(Grid.IdxX * 64) + thread];
        for (var half = 32; half > 0; half >>= 1)
        {
            Group.Barrier();
            if (thread < half)
            {
                shared[thread] += shared[thread + half];
            }
        }

        if (thread == 0)
        {
            sums[Grid.IdxX] = shared[0];
        }
    }

    /// <summary>Shared memory through a method that stops, with a result, a reference and a struct across its barrier.</summary>
    public static void Rotate(ArrayView<float> values, int by)
    {
        var shared = SharedMemory.Allocate<Quad>(8);
        Quad kept = default;
        var first = Exchange(values, shared, by, ref kept);
        Group.Barrier();
        var thread = Group.IdxX;
        values[thread] = first + kept.W;
    }

    /// <summary>Barriers in the branches of a condition that is the same for all.</summary>
    public static void Uniform(ArrayView<float> values, int mode)
    {
        var shared = SharedMemory.Allocate<float>(32);
        ref var own = ref shared[Group.IdxX];
        own = values[Group.IdxX];
        switch (mode)
        {
            case 0:
                break;
            case 1:
                Group.Barrier();
                values[Group.IdxX] = shared[31 - Group.IdxX];
                return;
            default:
                Group.Barrier();
                var other = shared[(Group.IdxX + 1) % 32];
                Group.Barrier();
                own = other;
                break;
        }

        values[Group.IdxX] = own * 2;
    }

    /// <summary>Neighbours read what others write, without a barrier.</summary>
    public static void Race(ArrayView<float> values)
    {
        var shared = SharedMemory.Allocate<float>(32);
        shared[Group.IdxX] = 0;
        Group.Barrier();
        shared[Group.IdxX] = values[Group.IdxX];
        values[Group.IdxX] = shared[(Group.IdxX + 31) % 32];
    }

    private static float Exchange(ArrayView<float> values, ArrayView<Quad> shared, int by, ref Quad kept)
    {
        var thread = Group.IdxX;
        kept.W = thread;
        if (thread < 8)
        {
            shared[thread] = values.Cast<Quad>()[thread];
        }

        Group.Barrier();
        kept.W *= 100;
        var quad = shared[((thread / 4) + by) % 8];
        return (thread % 4) switch { 0 => quad.X, 1 => quad.Y, 2 => quad.Z, _ => quad.W };
    }
}
