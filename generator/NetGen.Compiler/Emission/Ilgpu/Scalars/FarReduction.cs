using NetGen.Compiler.Emission.Simd;

namespace NetGen.Compiler.Emission.Ilgpu.Scalars;

/// <summary>
/// The reduction of large arguments of sine and cosine by multiples of pi/2, after Payne and Hanek (1983): as many digits of 2/pi are multiplied as the exponent
/// asks for, and only the last bits before the point and those behind it are kept.
/// </summary>
internal static class FarReduction
{
    /// <summary>The method that kernels call.</summary>
    public const string Name = "FarReduction";

    private static readonly uint[] TwoOverPi =
    [
        0xA2F9836E, 0x4E441529, 0xFC2757D1, 0xF534DDC0, 0xDB629599, 0x3C439041, 0xFE5163AB, 0xDEBBC561,
        0xB7246E3A, 0x424DD2E0, 0x06492EEA, 0x09D1921C, 0xFE1DEB1C, 0xB129A73E, 0xE88235F5, 0x2EBB4484,
        0xE99C7026, 0xB45F7E41, 0x3991D639, 0x835339F4, 0x9C845F8B, 0xBDF9283B, 0x1FF897FF, 0xDE05980F,
        0xEF2F118B, 0x5A0A6D1F, 0x6D367ECF, 0x27CB09B7, 0x4F463F66, 0x9E5FEA2D, 0x7527BAC7, 0xEBE5F17B,
        0x3D0739F7, 0x8A5292EA, 0x6BFB5FB1, 0x1F8D5D08, 0x56033046, 0xFC7B6BAB, 0xF0CFBC20, 0x9AF4361D,
    ];

    public static string Print(ScalarOperations operations)
    {
        var (single, t) = (operations.IsSingle, operations.Element);
        var (word, bits, bias) = single ? ("uint", 23, 150) : ("ulong", 52, 1075);
        var exponents = single ? 0xFF : 0x7FF;
        var writer = new SourceWriter();
        writer.Line("// x = n pi/2 + r, |r| <= pi/4, with n modulo 4, for |x| > 2^17: m 2^e times the bits of 2/pi from place e - 1 on (Payne and Hanek 1983).");
        using (writer.Block($"private static {t} {Name}({t} x, out {t} n)"))
        {
            writer.Line($"{word} bits = Interop.FloatAsInt({operations.Abs("x")});");
            writer.Line(Inv($"ulong m = (bits & 0x{(1L << bits) - 1:X}) | 0x{1L << bits:X};"));
            writer.Line("uint low = (uint)m, high = (uint)(m >> 32);");
            writer.Line(Inv($"int place = (int)((bits >> {bits}) & 0x{exponents:X}) - {bias} + 62;"));
            writer.Line("uint r0 = 0, r1 = 0, r2 = 0, below = 0;");
            writer.Line("ulong carry = 0;");
            using (writer.Block("for (int k = 5; k >= 0; k--)"))
            {
                writer.Line("int at = (place >> 5) + k;");
                writer.Line("uint piece = (uint)(((((ulong)TwoOverPi(at) << 32) | TwoOverPi(at + 1)) << (place & 31)) >> 32);");
                writer.Line("ulong a = (ulong)low * piece, b = (ulong)high * below;");
                writer.Line("ulong sum = (a & 0xFFFFFFFFUL) + (b & 0xFFFFFFFFUL) + (carry & 0xFFFFFFFFUL);");
                writer.Line("carry = (carry >> 32) + (a >> 32) + (b >> 32) + (sum >> 32);");
                writer.Line("r0 = r1;");
                writer.Line("r1 = r2;");
                writer.Line("r2 = (uint)sum;");
                writer.Line("below = piece;");
            }

            writer.Line();
            writer.Line("// The two bits before the point, and the fraction as a number from -1/2 to 1/2.");
            writer.Line("int quadrant = (int)(r2 >> 30);");
            writer.Line("long fraction = (long)(((ulong)r2 << 34) | ((ulong)r1 << 2) | (r0 >> 30));");
            writer.Line("quadrant = fraction < 0 ? quadrant + 1 : quadrant;");
            writer.Line(Inv($"{t} r = (({t})fraction + (({t})(r0 << 2) * {operations.Create(Math.Pow(2, -32))})) * {operations.Create(Math.PI / 2 * Math.Pow(2, -64))};"));
            writer.Line($"n = x < 0 ? -quadrant : quadrant;");
            writer.Line("return (x < 0 ? -r : r) + (x - x);");
        }

        writer.Line();
        writer.Line("// 32 bits of 2/pi; two words of zeros before the point.");
        writer.Line("private static uint TwoOverPi(int word) => word switch");
        writer.Open("");
        for (var i = 0; i < (single ? 12 : TwoOverPi.Length); i++)
        {
            writer.Line(Inv($"{i + 2} => 0x{TwoOverPi[i]:X8},"));
        }

        writer.Line("_ => 0,");
        writer.Close();
        return writer.ToString().TrimEnd('\n') + ";\n";
    }
}
