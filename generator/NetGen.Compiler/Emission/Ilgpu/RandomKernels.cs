using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;
using NetGen.Compiler.Scalars;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Random masks and normal numbers: the very ones that the processor draws, from Philox4x32-10 by seed, stream, step, row and feature.</summary>
internal sealed class RandomKernels(GpuContext context, DeviceProgram program)
{
    public string Print(MaskKernel kernel)
    {
        var node = kernel.Target;
        var names = DeviceNames.Of([node]);
        var argument = DeviceArgument.OfBlock(context, program, node, names[node]);
        var batched = node.Type.Batched;
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{names[node]}: {(node.Operation is RandomMaskOperation mask ? $"1 / (1 - rate), or 0 at the rate of {NumberText.Shortest(mask.Rate)}" : "normal numbers")}; rows from <paramref name=\"firstRow\"/> on.</summary>");
            using (writer.Block($"private static void {name}(int firstRow, int rows, {argument.Declaration}, GpuRun run)"))
            using (writer.Block(KernelTexts.Loop(KernelTexts.Times("rows", node.Type.Last))))
            {
                writer.Line($"uint row = (uint)(firstRow + {KernelTexts.Wrap(KernelTexts.Quotient("i", node.Type.Last))});");
                writer.Line($"int f = {KernelTexts.Remainder("i", node.Type.Last)};");
                WriteNumber(writer, node, names[node]);
            }

            return writer.ToString();
        });
        return $"{method}({(batched ? KernelTexts.Times("from", node.Type.Rows) : "0")}, {KernelTexts.Times(batched ? "samples" : "1", node.Type.Rows)}, {argument.Source}, run);";
    }

    private void WriteNumber(SourceWriter writer, Node node, string name)
    {
        var word = context.Method("PhiloxWord", PhiloxText);
        if (node.Operation is RandomMaskOperation mask)
        {
            var threshold = (uint)Math.Min(uint.MaxValue, Math.Round(mask.Rate * 4294967296.0));
            writer.Line(Inv($"uint word = {word}((uint)(((f >> 6) << 4) + (f & 15)), row, {mask.Stream}, run.Step, run.SeedLow, run.SeedHigh, (f >> 4) & 3);"));
            writer.Line(Inv($"{name}[i] = word >= {threshold}u ? {context.Literal(1 / (1 - mask.Rate))} : {context.Literal(0)};"));
            return;
        }

        writer.Line(Inv($"uint word = {word}((uint)(f >> 2), row, {((RandomNormalOperation)node.Operation).Stream}, ~run.Step, run.SeedLow, run.SeedHigh, f & 3);"));
        writer.Line($"{name}[i] = ({context.T}){context.Method("NormalNumber", NormalText.Print)}((word + 0.5) * (1.0 / 4294967296.0));");
    }

    private static string PhiloxText(string name) => $$"""
        /// <summary>A word of the block of Philox4x32-10 (Salmon et al., SC 2011) for a counter and a key.</summary>
        private static uint {{name}}(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1, int word)
        {
            for (int round = 0; round < 10; round++)
            {
                ulong product0 = 0xD2511F53UL * c0;
                ulong product1 = 0xCD9E8D57UL * c2;
                c0 = (uint)(product1 >> 32) ^ c1 ^ k0;
                c1 = (uint)product1;
                c2 = (uint)(product0 >> 32) ^ c3 ^ k1;
                c3 = (uint)product0;
                k0 += 0x9E3779B9;
                k1 += 0xBB67AE85;
            }

            return word == 0 ? c0 : word == 1 ? c1 : word == 2 ? c2 : c3;
        }
        """.Replace("\r", "");
}
