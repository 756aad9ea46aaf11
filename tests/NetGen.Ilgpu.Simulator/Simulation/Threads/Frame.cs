using System.Runtime.CompilerServices;

namespace ILGPU.Simulation.Threads;

/// <summary>Puts the arguments of a kernel where a thread finds them.</summary>
internal delegate void ArgumentStore(Frame frame);

/// <summary>What a thread has while it does not run. Without memory it only looks at the arguments.</summary>
internal readonly unsafe struct Frame(byte* memory, int[]? offsets)
{
    public void Put<T>(int parameter, T value)
        where T : struct
    {
        if (offsets is not null)
        {
            Unsafe.WriteUnaligned(memory + offsets[parameter], value);
        }
        else if (value is IArrayView { IsValid: true } view)
        {
            // Throws for memory that was given back.
            _ = view.Buffer;
        }
    }
}
