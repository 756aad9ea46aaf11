using System.Collections.Generic;
using System.Linq;

namespace NetGen.Compiler.Emission.Ilgpu.MatMul;

/// <summary>
/// A tile that tensor cores multiply, on NVIDIA devices of compute capability 8.0 and above. Operands are rounded to TF32 on their way into shared memory, or to bfloat16 on their way out of it;
/// sums are of single precision. Fragments as in the PTX ISA, "Warp-level matrix instructions: mma.sync", m16n8k8 of .tf32 and m16n8k16 of .bf16.
/// </summary>
public sealed record TensorTile(ProductPrecision Products, TileShape Shape, OperandLayout Left, OperandLayout Right, bool LeftQuads, bool RightQuads)
    : TileProduct("float", Shape, Left, Right, LeftQuads, RightQuads)
{
    /// <summary>Threads of a group, whatever the tile.</summary>
    internal const int Threads = 256;

    /// <summary>Instructions multiply 16 × 8 by 16 terms: what is smaller than a few of them is mostly padding.</summary>
    private const int SmallestWidth = 32;

    private const string Registers = "{%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, {%0, %1, %2, %3};";

    private const string RoundQuad =
        """
        /// <summary>Four numbers rounded to TF32.</summary>
        private static Quad RoundQuad(Quad quad)
        {
            quad.X = RoundOne(quad.X);
            quad.Y = RoundOne(quad.Y);
            quad.Z = RoundOne(quad.Z);
            quad.W = RoundOne(quad.W);
            return quad;
        }

        private static float RoundOne(float value)
        {
            CudaAsm.Emit("cvt.rna.tf32.f32 %0, %1;", out uint rounded, value);
            return Interop.IntAsFloat(rounded);
        }
        """;

    private const string PackPair =
        """
        /// <summary>Two numbers rounded to bfloat16.</summary>
        private static uint PackPair(float low, float high)
        {
            CudaAsm.Emit("cvt.rn.bf16x2.f32 %0, %1, %2;", out uint pair, high, low);
            return pair;
        }
        """;

    public override string Suffix => IsTensorFloat ? "Tf32" : "Bf16";

    private protected override int Depth => Warps.Depth;

    private protected override int Slices => Warps.Slices;

    private protected override int ThreadSums => Warps.ThreadSums;

    private protected override TileLoads ALoads => A.Loads;

    private protected override TileLoads BLoads => B.Loads;

    private protected override string Stored => IsTensorFloat ? nameof(RoundQuad) : "";

    private bool IsTensorFloat => Products == ProductPrecision.TensorFloat32;

    private TensorShape Warps => Shape.OnTensorCores!;

    private TensorSide A => new("a", Left, LeftQuads, Warps, Shape.Rows, Warps.Rows);

    private TensorSide B => new("b", Right, RightQuads, Warps, Shape.Columns, Warps.Columns);

    private int WarpsDown => Shape.Rows / Warps.Rows;

    /// <summary>Instructions side by side in a warp's part.</summary>
    private int Across => Warps.Columns / 8;

    private string Instruction => IsTensorFloat ? "mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32" : "mma.sync.aligned.m16n8k16.row.col.f32.bf16.bf16.f32";

    /// <summary>True for layers that tensor cores are worth asking for.</summary>
    public static bool Suits(int inputs, int outputs) => inputs >= SmallestWidth && outputs >= SmallestWidth;

    public override IEnumerable<string> Declarations() => base.Declarations().Append(IsTensorFloat ? RoundQuad : PackPair);

    private protected override (string Row, string Column) FirstOf(string thread) => (
        Inv($"((({thread} >> 5) % {WarpsDown} * {Warps.Rows}) + (({thread} & 31) >> 2))"),
        Inv($"((({thread} >> 5) / {WarpsDown} * {Warps.Columns}) + (({thread} & 3) * 2))"));

    /// <summary>Of each 16 × 8 sums a thread has two neighbours in a row, and two more eight rows below.</summary>
    private protected override (int Row, int Column) OffsetOf(int sum) =>
        ((sum / 4 / Across * 16) + (sum % 4 / 2 * 8), (sum / 4 % Across * 8) + (sum % 2));

    private protected override string Sum(int sum) => Inv($"c{sum}.Value");

    private protected override void WritePlaces(SourceWriter writer, string thread)
    {
        writer.Line(Inv($"int down = ({thread} >> 5) % {WarpsDown};"));
        writer.Line(Inv($"int across = ({thread} >> 5) / {WarpsDown};"));
        writer.Line($"int group = ({thread} & 31) >> 2;");
        writer.Line($"int member = {thread} & 3;");
        Lines(writer, A.Places("down").Concat(B.Places("across")));
        foreach (var first in Enumerable.Range(0, ThreadSums / 4))
        {
            writer.Line($"Ref<float> {string.Join(", ", Enumerable.Range(4 * first, 4).Select(sum => Inv($"c{sum} = 0f")))};");
        }

        writer.Line($"const string multiply = \"{Instruction} {Registers}\";");
    }

    private protected override void WriteTerms(SourceWriter writer)
    {
        for (var sixteen = 0; sixteen < Depth / Slices / TensorSide.Terms; sixteen++)
        {
            for (var step = 0; step < (IsTensorFloat ? 2 : 1); step++)
            {
                using (writer.Block(""))
                {
                    WriteStep(writer, sixteen, step);
                }
            }
        }
    }

    /// <summary>One instruction for each 16 × 8 sums.</summary>
    private void WriteStep(SourceWriter writer, int sixteen, int step)
    {
        string Fragment(TensorSide side, int row, int part)
        {
            var first = (2 * step) + (IsTensorFloat ? part : 2 * part);
            return IsTensorFloat ? $"Interop.FloatAsInt({side.Read(row, sixteen, first)})" : $"{nameof(PackPair)}({side.Read(row, sixteen, first)}, {side.Read(row, sixteen, first + 1)})";
        }

        var (a, b) = (A, B);
        for (var column = 0; column < Across; column++)
        {
            Lines(writer, Enumerable.Range(0, 2).Select(part => Inv($"Input<uint> b{column}{part} = {Fragment(b, 8 * column, part)};")));
        }

        for (var row = 0; row < Warps.Rows / 16; row++)
        {
            using (writer.Block(""))
            {
                Lines(writer, Enumerable.Range(0, 4).Select(register => Inv($"Input<uint> a{register} = {Fragment(a, (16 * row) + (register % 2 * 8), register / 2)};")));
                for (var column = 0; column < Across; column++)
                {
                    var sums = string.Join(", ", Enumerable.Range(((row * Across) + column) * 4, 4).Select(sum => Inv($"ref c{sum}")));
                    writer.Line(Inv($"CudaAsm.EmitRef(multiply, {sums}, ref a0, ref a1, ref a2, ref a3, ref b{column}0, ref b{column}1);"));
                }
            }
        }
    }
}
