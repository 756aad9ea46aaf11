namespace NetGen.Compiler.Emission.Simd.MatMul;

/// <summary>
/// The tile of dW = X^T dY: a sum over rows of the batch. A is one panel of X, of which the tile takes consecutive
/// features, B one panel of dY, C the gradient in the weight's layout.
/// </summary>
/// <remarks>
/// Printed signature: <c>(ref T a, ref T b, ref T c, [nint cStride,] [ref T bias,] nint depth, ...)</c>. <c>a</c> points at the first feature
/// of the first row, depth strides of A and B are PW; C's row stride is PW or HALF, given only where the instruction
/// set leaves it open. <c>depth</c>, the number of rows, is at least 1.
/// </remarks>
public sealed record OuterTile(TileTarget Target, int Rows, int Vectors) : Tile(Target, Rows, Vectors)
{
    /// <summary>Depth stride of A: PW for panels; the number of features to read a row-major array as it is.</summary>
    public int DepthStride { get; init; } = Target.Width;

    protected override string BaseName => "Outer";

    public override string Print()
    {
        TileTarget t = Target;
        string cStride = PanelStride("cStride");
        TileBody body = new(this, aRow: 1, aStep: DepthStride, bStride: Inv($"{t.Width}"), cStride);
        body.Line(0, Inv($"// C[i, 0..{Columns}) = {StartText}sum over b of A[b, i] * B[b, 0..{Columns}){EpilogueRemark}; i = 0..{Rows - 1}."));
        body.Line(0, Inv($"// A: depth stride {DepthStride}. B: depth stride {t.Width}. C: row stride {cStride}."));
        body.Signature(
            $"ref {t.Scalar} a",
            $"ref {t.Scalar} b",
            $"ref {t.Scalar} c",
            cStride == "cStride" ? "nint cStride" : "",
            BiasParameter,
            "nint depth");
        body.Accumulators();
        if (Unroll > 1)
        {
            body.Line(1, Inv($"ref {t.Scalar} last = ref Unsafe.Add(ref b, depth / {Unroll} * {Unroll * t.Width});"));
            body.Line(1, "while (Unsafe.IsAddressLessThan(ref b, ref last))");
            body.Line(1, "{");
            body.Steps(2, Unroll);
            body.Line(1, "}");
            body.Line(0, "");
            body.Line(1, Inv($"ref {t.Scalar} end = ref Unsafe.Add(ref b, depth % {Unroll} * {t.Width});"));
            body.Line(1, "while (Unsafe.IsAddressLessThan(ref b, ref end))");
            body.Line(1, "{");
            body.Steps(2, 1);
            body.Line(1, "}");
        }
        else
        {
            body.Line(1, Inv($"ref {t.Scalar} end = ref Unsafe.Add(ref b, depth * {t.Width});"));
            body.Line(1, "do");
            body.Line(1, "{");
            body.Steps(2, 1);
            body.Line(1, "}");
            body.Line(1, "while (Unsafe.IsAddressLessThan(ref b, ref end));");
        }

        body.Stores();
        return body.ToString();
    }
}
