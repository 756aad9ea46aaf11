namespace NetGen.Compiler.Emission.Simd.MatMul;

/// <summary>
/// The tile of Y = X W and of dX = dY W^T: A are rows of an activation, B is a panel of a weight.
/// </summary>
/// <remarks>
/// Printed signature: <c>(ref T a, nint aPanel, ref T b, [nint bStride,] ref T c, [ref T bias,] nint depth, ...)</c>. A: depth runs
/// along a panel's row and jumps to the next panel after <c>aPanel</c> elements (rows * PW). B: depth stride PW or HALF, given
/// only where the instruction set leaves it open. C: row stride PW. <c>depth</c> is at least 1.
/// </remarks>
public sealed record RowTile(TileTarget Target, int Rows, int Vectors) : Tile(Target, Rows, Vectors)
{
    /// <summary>Row stride of A: PW for panels; the number of features to read a row-major array as it is (with aPanel = PW).</summary>
    public int RowStride { get; init; } = Target.Width;

    protected override string BaseName => "Rows";

    public override string Print()
    {
        TileTarget t = Target;
        string bStride = PanelStride("bStride");
        TileBody body = new(this, aRow: RowStride, aStep: 1, bStride, cStride: Inv($"{t.Width}"));
        body.Line(0, Inv($"// C[r, 0..{Columns}) = {StartText}sum over k of A[r, k] * B[k, 0..{Columns}){EpilogueRemark}; r = 0..{Rows - 1}."));
        body.Line(0, Inv($"// A: row stride {RowStride}, {t.Width} steps per panel, panels aPanel apart. B: depth stride {bStride}. C: row stride {t.Width}."));
        body.Signature(
            $"ref {t.Scalar} a",
            "nint aPanel",
            $"ref {t.Scalar} b",
            bStride == "bStride" ? "nint bStride" : "",
            $"ref {t.Scalar} c",
            BiasParameter,
            "nint depth");
        body.Accumulators();
        body.Line(1, Inv($"for (nint left = depth; left > 0; left -= {t.Width})"));
        body.Line(1, "{");
        body.Line(2, Inv($"nint steps = left < {t.Width} ? left : {t.Width};"));
        if (Unroll > 1)
        {
            body.Line(2, Inv($"ref {t.Scalar} last = ref Unsafe.Add(ref b, steps / {Unroll} * {Unroll} * {bStride});"));
            body.Line(2, "while (Unsafe.IsAddressLessThan(ref b, ref last))");
            body.Line(2, "{");
            body.Steps(3, Unroll);
            body.Line(2, "}");
            body.Line(0, "");
            body.Line(2, Inv($"ref {t.Scalar} end = ref Unsafe.Add(ref b, steps % {Unroll} * {bStride});"));
            body.Line(2, "while (Unsafe.IsAddressLessThan(ref b, ref end))");
            body.Line(2, "{");
            body.Steps(3, 1);
            body.Line(2, "}");
        }
        else
        {
            body.Line(2, Inv($"ref {t.Scalar} end = ref Unsafe.Add(ref b, steps * {bStride});"));
            body.Line(2, "do");
            body.Line(2, "{");
            body.Steps(3, 1);
            body.Line(2, "}");
            body.Line(2, "while (Unsafe.IsAddressLessThan(ref b, ref end));");
        }

        body.Line(0, "");
        body.Line(2, Inv($"a = ref Unsafe.Add(ref a, aPanel - {t.Width});"));
        body.Line(1, "}");
        body.Stores();
        return body.ToString();
    }
}
