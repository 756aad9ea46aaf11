using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints products of computed matrices, an element of the result per thread.</summary>
internal sealed class ProductKernelPrinter(GpuContext context, DeviceProgram program)
{
    public string Print(ProductKernel kernel)
    {
        var names = DeviceNames.Of([kernel.Target, kernel.Left, kernel.Right]);
        var arguments = names.Keys.Select(node => DeviceArgument.OfBlock(context, program, node, names[node])).ToList();
        var batched = kernel.Target.Type.Batched;
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            var (left, right) = (names[kernel.Left] + (kernel.TransposedLeft ? "ᵀ" : ""), names[kernel.Right] + (kernel.TransposedRight ? "ᵀ" : ""));
            writer.Line(Inv($"/// <summary>{names[kernel.Target]} = {left} {right}: [{kernel.M}, {kernel.K}] by [{kernel.K}, {kernel.N}]{(kernel.Matrices == 1 ? "" : Inv($", {kernel.Matrices} of them"))}.</summary>"));
            using (writer.Block($"private static void {name}({(batched ? "int samples, " : "")}{string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
            using (writer.Block(KernelTexts.Loop(KernelTexts.Times(batched ? "samples" : "1", kernel.Matrices * kernel.M * kernel.N))))
            {
                WriteElement(writer, kernel, names);
            }

            return writer.ToString();
        });
        return $"{method}({(batched ? "samples, " : "")}{string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private void WriteElement(SourceWriter writer, ProductKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var matrix = KernelTexts.Quotient("i", kernel.M * kernel.N);
        var (left, right) = (MatrixOf(kernel.Left, kernel, matrix), MatrixOf(kernel.Right, kernel, matrix));
        writer.Line($"int f = {KernelTexts.Remainder("i", kernel.N)};");
        writer.Line($"int row = {KernelTexts.Remainder(KernelTexts.Quotient("i", kernel.N), kernel.M)};");
        writer.Line($"int left = {KernelTexts.Sum(left, KernelTexts.Times("row", kernel.TransposedLeft ? 1 : kernel.K))};");
        writer.Line($"int right = {KernelTexts.Sum(right, KernelTexts.Times("f", kernel.TransposedRight ? kernel.K : 1))};");
        writer.Line($"{context.T} sum = {context.Literal(0)};");
        using (writer.Block(Inv($"for (int k = 0; k < {kernel.K}; k++)")))
        {
            var x = KernelTexts.Sum("left", KernelTexts.Times("k", kernel.TransposedLeft ? kernel.M : 1));
            var y = KernelTexts.Sum("right", KernelTexts.Times("k", kernel.TransposedRight ? 1 : kernel.N));
            writer.Line($"sum += {names[kernel.Left]}[{x}] * {names[kernel.Right]}[{y}];");
        }

        writer.Line();
        writer.Line($"{names[kernel.Target]}[i] = sum;");
    }

    /// <summary>Where the matrix begins that belongs to matrix <paramref name="matrix"/> of the result, counted over samples.</summary>
    private static string MatrixOf(Node node, ProductKernel kernel, string matrix)
    {
        var size = node.Type.Rows * node.Type.Last / kernel.Matrices;
        var position = node.Type.Batched == kernel.Target.Type.Batched ? matrix : KernelTexts.Remainder(matrix, kernel.Matrices);
        return KernelTexts.Times(position, size);
    }
}
