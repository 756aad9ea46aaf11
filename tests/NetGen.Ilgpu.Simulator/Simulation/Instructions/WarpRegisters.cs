namespace ILGPU.Simulation.Instructions;

/// <summary>What one thread of a warp brings to a product: where its four sums are, and its fragments of both operands.</summary>
internal readonly unsafe struct WarpRegisters(float* c0, float* c1, float* c2, float* c3, uint a0, uint a1, uint a2, uint a3, uint b0, uint b1)
{
    public float* Sum(int register) => register switch { 0 => c0, 1 => c1, 2 => c2, _ => c3 };

    public uint A(int register) => register switch { 0 => a0, 1 => a1, 2 => a2, _ => a3 };

    public uint B(int register) => register == 0 ? b0 : b1;
}
