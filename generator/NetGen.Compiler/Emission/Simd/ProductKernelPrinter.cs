using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Prints products of computed matrices: rows of the result outside, vectors of its columns inside, and the sum in registers.</summary>
internal sealed class ProductKernelPrinter(SimdContext context, ProgramPlan program)
{
    private const int BlockRows = 4;

    public string Print(ProductKernel kernel)
    {
        var names = SimdContext.Locals([kernel.Target, kernel.Left, kernel.Right]);
        var arguments = names.Select(pair => Argument.Of(context, program, pair.Key, pair.Value, "from")).ToList();
        if (kernel.Target.Type.Batched)
        {
            arguments.Insert(0, new Argument("nint samples", "rows"));
            arguments.Insert(1, new Argument("nint stride", "stride"));
        }

        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, arguments));
        return $"{method}({string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintMethod(string name, ProductKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<Argument> arguments)
    {
        var writer = new SourceWriter();
        var (left, right) = (names[kernel.Left] + (kernel.TransposedLeft ? "ᵀ" : ""), names[kernel.Right] + (kernel.TransposedRight ? "ᵀ" : ""));
        writer.Line(Inv($"/// <summary>{names[kernel.Target]} = {left} {right}: [{kernel.M}, {kernel.K}] by [{kernel.K}, {kernel.N}]{(kernel.Matrices == 1 ? "" : Inv($", {kernel.Matrices} of them"))}.</summary>"));
        using (writer.Block($"private static void {name}({string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        {
            var open = 0;
            if (kernel.Target.Type.Batched)
            {
                writer.Open("for (nint sample = 0; sample < samples; sample++)");
                open++;
            }

            if (kernel.Matrices > 1)
            {
                writer.Open(Inv($"for (nint matrix = 0; matrix < {kernel.Matrices}; matrix++)"));
                open++;
            }

            WriteMatrix(writer, kernel, names);
            for (; open > 0; open--)
            {
                writer.Close();
            }
        }

        return writer.ToString();
    }

    private void WriteMatrix(SourceWriter writer, ProductKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        WriteReference(writer, "left", names[kernel.Left], kernel.Left, kernel.TransposedLeft ? kernel.K : kernel.M, kernel.Matrices);
        WriteReference(writer, "right", names[kernel.Right], kernel.Right, kernel.TransposedRight ? kernel.N : kernel.K, kernel.Matrices);
        WriteReference(writer, "result", names[kernel.Target], kernel.Target, kernel.M, kernel.Matrices);
        if (kernel.TransposedRight)
        {
            using (writer.Block(Inv($"for (nint i = 0; i < {kernel.M}; i++)")))
            {
                writer.Line(Inv($"ref {context.T} row = ref Unsafe.Add(ref result, i * {context.Width});"));
                WriteDots(writer, kernel);
            }

            return;
        }

        var whole = kernel.M / BlockRows * BlockRows;
        if (whole > 0)
        {
            WriteRows(writer, kernel, Inv($"for (nint i = 0; i < {whole}; i += {BlockRows})"), BlockRows);
        }

        if (whole < kernel.M)
        {
            WriteRows(writer, kernel, Inv($"for (nint i = {whole}; i < {kernel.M}; i++)"), 1);
        }
    }

    /// <summary>Rows that share each load of B: as many sums are under way.</summary>
    private void WriteRows(SourceWriter writer, ProductKernel kernel, string loop, int height)
    {
        var sums = Enumerable.Range(0, height).Select(row => height == 1 ? "sum" : Inv($"sum{row}")).ToList();
        using (writer.Block(loop))
        {
            writer.Line(Inv($"ref {context.T} row = ref Unsafe.Add(ref result, i * {context.Width});"));
            using (writer.Block(Inv($"for (nint f = 0; f < {Padded(kernel.N)}; f += {context.Lanes})")))
            {
                writer.Line($"{context.Target.Vector} {string.Join(", ", sums.Select(sum => $"{sum} = {context.Target.Vector}.Zero"))};");
                writer.Line(Inv($"ref {context.T} column = ref Unsafe.Add(ref right, {At(kernel.Right, "f")});"));
                using (writer.Block(Inv($"for (nint k = 0; k < {kernel.K}; k++)")))
                {
                    writer.Line($"var y = {context.Load("column", Inv($"k * {context.Width}"))};");
                    for (var row = 0; row < height; row++)
                    {
                        writer.Line($"{sums[row]} = {context.Target.MultiplyAdd($"{context.V}.Create(Unsafe.Add(ref left, {LeftAt(kernel, row)}))", "y", sums[row])};");
                    }
                }

                writer.Line();
                for (var row = 0; row < height; row++)
                {
                    writer.Line($"{sums[row]}.StoreUnsafe(ref row, (nuint)({At(kernel.Target, "f")}{(row == 0 ? "" : Inv($" + {row * context.Width}"))}));");
                }
            }
        }
    }

    /// <summary>Both operands lie along k: a column of the result is a product of two rows.</summary>
    private void WriteDots(SourceWriter writer, ProductKernel kernel)
    {
        var total = Horizontal.Method(context, Reduction.Sum, context.Lanes);
        using (writer.Block(Inv($"for (nint f = 0; f < {kernel.N}; f++)")))
        {
            writer.Line($"var sum = {context.Target.Vector}.Zero;");
            using (writer.Block(Inv($"for (nint k = 0; k < {Padded(kernel.K)}; k += {context.Lanes})")))
            {
                var x = context.Load("left", Inv($"{At(kernel.Left, "k")} + (i * {context.Width})"));
                var y = context.Load("right", Inv($"{At(kernel.Right, "k")} + (f * {context.Width})"));
                writer.Line($"sum = {context.Target.MultiplyAdd(x, y, "sum")};");
            }

            writer.Line();
            writer.Line($"Unsafe.Add(ref row, {At(kernel.Target, "f")}) = {total}(sum).ToScalar();");
        }

        if (Padded(kernel.N) > kernel.N)
        {
            writer.Line();
            using (writer.Block(Inv($"for (nint f = {kernel.N}; f < {Padded(kernel.N)}; f++)")))
            {
                writer.Line($"Unsafe.Add(ref row, {At(kernel.Target, "f")}) = 0;");
            }
        }
    }

    // A block of rows lies in one panel, where A lies transposed.
    private string LeftAt(ProductKernel kernel, int row) => kernel.TransposedLeft
        ? Inv($"{At(kernel.Left, "i")} + (k * {context.Width}){(row == 0 ? "" : Inv($" + {row}"))}")
        : Inv($"{At(kernel.Left, "k")} + ({(row == 0 ? "i" : Inv($"(i + {row})"))} * {context.Width})");

    private void WriteReference(SourceWriter writer, string name, string source, Node node, int rows, int matrices)
    {
        var terms = new List<string>();
        if (node.Type.Batched)
        {
            terms.Add(Inv($"(sample * {node.Type.Rows * context.Width})"));
        }

        if (matrices > 1)
        {
            terms.Add(Inv($"(matrix * {rows * context.Width})"));
        }

        writer.Line(terms.Count == 0 ? $"ref {context.T} {name} = ref {source};" : $"ref {context.T} {name} = ref Unsafe.Add(ref {source}, {string.Join(" + ", terms)});");
    }

    private string At(Node node, string feature)
    {
        if (node.Type.Last <= context.Width)
        {
            return feature;
        }

        var panel = !node.Type.Batched ? Inv($"{node.Type.Rows * context.Width}") : node.Type.Rows == 1 ? "stride" : Inv($"stride * {node.Type.Rows}");
        return Inv($"((({feature} >> {Math.Log(context.Width, 2)}) * {panel}) + ({feature} & {context.Width - 1}))");
    }

    private int Padded(int features) => (features + context.Target.Half - 1) / context.Target.Half * context.Target.Half;
}
