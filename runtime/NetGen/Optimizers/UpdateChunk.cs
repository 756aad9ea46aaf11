using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>Parameters, their gradients and the optimizer's state of the same values. A state array that a rule lacks has the address 0 and is never touched.</summary>
internal readonly ref struct UpdateChunk<T>
    where T : unmanaged
{
    public readonly ref T Parameters;
    public readonly ref T Gradients;
    public readonly nint Count;
    private readonly nint _state0;
    private readonly nint _state1;
    private readonly nint _state2;

    public UpdateChunk(ref T parameters, ref T gradients, nint count, nint state0, nint state1, nint state2)
    {
        Parameters = ref parameters;
        Gradients = ref gradients;
        Count = count;
        _state0 = state0;
        _state1 = state1;
        _state2 = state2;
    }

    public unsafe ref T State0 => ref Unsafe.AsRef<T>((void*)_state0);

    public unsafe ref T State1 => ref Unsafe.AsRef<T>((void*)_state1);

    public unsafe ref T State2 => ref Unsafe.AsRef<T>((void*)_state2);
}
