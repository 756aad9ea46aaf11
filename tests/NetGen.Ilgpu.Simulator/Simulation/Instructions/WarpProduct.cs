namespace ILGPU.Simulation.Instructions;

/// <summary>
/// A product of the 32 threads of a warp, D = A B + C, of 16 rows, 8 columns and <paramref name="depth"/> terms. Fragments as in the PTX ISA, "Warp-level matrix instructions: mma.sync"; there
/// groupID is the thread divided by 4, and threadID_in_group the rest.
/// </summary>
internal sealed unsafe class WarpProduct(int depth, int packed, Func<uint, int, float> value)
{
    public const int Threads = 32;

    private const int Rows = 16;
    private const int Columns = 8;
    private const string Operands = " {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};";

    private static readonly WarpProduct s_tensorFloat = new(8, 1, static (register, _) => Conversions.FromTensorFloat(register));
    private static readonly WarpProduct s_bFloat = new(16, 2, static (register, part) => Conversions.FromBFloat(part == 0 ? register & 0xFFFF : register >> 16));

    private readonly float[] _a = new float[Rows * 16];
    private readonly float[] _b = new float[16 * Columns];

    public static WarpProduct? Find(string asm) => asm switch
    {
        "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32" + Operands => s_tensorFloat,
        "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32" + Operands => s_bFloat,
        _ => null,
    };

    /// <summary>Adds the product to the sums of all threads.</summary>
    public void Compute(ReadOnlySpan<WarpRegisters> warp)
    {
        // Threads of the machine may simulate at the same time.
        lock (_a)
        {
            for (var thread = 0; thread < Threads; thread++)
            {
                Gather(warp[thread], thread / 4, thread % 4);
            }

            for (var thread = 0; thread < Threads; thread++)
            {
                for (var register = 0; register < 4; register++)
                {
                    // c0 and c1 lie side by side in the group's row, c2 and c3 eight rows below.
                    *warp[thread].Sum(register) += Dot((thread / 4) + (register / 2 * 8), (thread % 4 * 2) + (register % 2));
                }
            }
        }
    }

    private void Gather(WarpRegisters registers, int group, int member)
    {
        for (var part = 0; part < packed; part++)
        {
            for (var register = 0; register < 4; register++)
            {
                // a0 and a1 are of rows group and group + 8; a2 and a3 are the same rows, half the depth further.
                var term = (member * packed) + part + (register / 2 * depth / 2);
                _a[((group + (register % 2 * 8)) * depth) + term] = value(registers.A(register), part);
            }

            for (var register = 0; register < 2; register++)
            {
                _b[(((member * packed) + part + (register * depth / 2)) * Columns) + group] = value(registers.B(register), part);
            }
        }
    }

    private float Dot(int row, int column)
    {
        var sum = 0.0;
        for (var term = 0; term < depth; term++)
        {
            sum += (double)_a[(row * depth) + term] * _b[(term * Columns) + column];
        }

        return (float)sum;
    }
}
