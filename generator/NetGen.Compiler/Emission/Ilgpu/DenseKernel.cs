using NetGen.Compiler.Emission.Simd;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints the product of a block's rows by a weight, with bias and epilogue: an element of the result per thread.</summary>
internal sealed class DenseKernel(GpuContext context, DeviceProgram program)
{
    public string Print(MatMulKernel kernel)
    {
        var passed = kernel.Operands.Where(DeviceArgument.IsPassed);
        var names = DeviceNames.Of(kernel.Stores.Select(store => store.Node).Concat(passed).Prepend(kernel.Left));
        var arguments = names.Keys.Select(node => DeviceArgument.OfBlock(context, program, node, names[node])).ToList();
        arguments.Insert(1, new DeviceArgument($"{context.View} weight", DeviceArgument.Part(new DevicePlace(DeviceSpace.Parameters, context.Layout.ParameterOffsets[kernel.Parameter]), kernel.K * kernel.N, false, true)));
        if (kernel.Bias is not null)
        {
            arguments.Insert(2, DeviceArgument.OfBlock(context, program, kernel.Bias, "bias"));
        }

        var method = context.Method(kernel.Name, name => PrintMethod(name, kernel, names, arguments));
        return $"{method}({KernelTexts.Times("samples", kernel.Left.Type.Rows)}, {string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string PrintMethod(string name, MatMulKernel kernel, IReadOnlyDictionary<Node, string> names, IReadOnlyList<DeviceArgument> arguments)
    {
        var writer = new SourceWriter();
        writer.Line($"/// <summary>{XmlText.Of(Formula(kernel, names))}: [rows, {kernel.K}] → [rows, {kernel.N}], an element per thread.</summary>");
        using (writer.Block($"private static void {name}(int rows, {string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
        using (writer.Block(KernelTexts.Loop(KernelTexts.Times("rows", kernel.N))))
        {
            writer.Line($"int row = {KernelTexts.Quotient("i", kernel.N)};");
            writer.Line($"int f = {KernelTexts.Remainder("i", kernel.N)};");
            writer.Line($"{context.T} product = {(kernel.Bias is null ? context.Literal(0) : "bias[f]")};");
            using (writer.Block(Inv($"for (int k = 0; k < {kernel.K}; k++)")))
            {
                var weight = kernel.Transposed ? $"({KernelTexts.Times("f", kernel.K)}) + k" : $"({KernelTexts.Times("k", kernel.N)}) + f";
                writer.Line($"product += {names[kernel.Left]}[({KernelTexts.Times("row", kernel.K)}) + k] * weight[{weight}];");
            }

            WriteEpilogue(writer, kernel, names, "i", "row", "f");
        }

        return writer.ToString();
    }

    /// <summary>Writes what becomes of the local <c>product</c> at an element of the result.</summary>
    public void WriteEpilogue(SourceWriter writer, MatMulKernel kernel, IReadOnlyDictionary<Node, string> names, string element, string row, string feature)
    {
        var reader = new RowReader(context, names);
        var variables = kernel.Operands.Select(operand => reader.Read(operand, element, row, feature)).Prepend("product").ToList();
        for (var index = 1; index < variables.Count; index++)
        {
            writer.Line(Inv($"var v{index} = {variables[index]};"));
            variables[index] = Inv($"v{index}");
        }

        var results = context.Write(writer, kernel.Stores.Select(store => store.Value).ToList(), variables, "t");
        foreach (var (store, result) in kernel.Stores.Zip(results, (store, result) => (store, result)))
        {
            writer.Line($"{names[store.Node]}[{element}] = {result};");
        }
    }

    public static string Formula(MatMulKernel kernel, IReadOnlyDictionary<Node, string> names)
    {
        var product = $"{names[kernel.Left]} {(kernel.Transposed ? "Wᵀ" : "W")}{(kernel.Bias is null ? "" : " + bias")}";
        return string.Join("; ", kernel.Stores.Select(store => store.Value is Variable { Index: 0 }
            ? $"{names[store.Node]} = {product}"
            : $"{names[store.Node]} = {ExprPrinter.Print(store.Value, [.. kernel.Operands.Select(operand => names.TryGetValue(operand, out var name) ? name : SimdContext.Local(operand)).Prepend("(" + product + ")")])}"));
    }
}
