using NetGen.Compiler.Fusion;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Prints what windows see of images, and its transpose: a thread per value of the target, which finds its place or the places that are added up for it.</summary>
internal sealed class Windows(GpuContext context, DeviceProgram program)
{
    public string Print(WindowKernel kernel)
    {
        var batched = kernel.Target.Type.Batched;
        var names = DeviceNames.Of([kernel.Target, kernel.Source]);
        var arguments = names.Keys.Select(node => DeviceArgument.OfBlock(context, program, node, names[node])).ToList();
        var size = kernel.Target.Type.Rows * kernel.Target.Type.Last;
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{names[kernel.Target]}: {(kernel.IsFold ? "the sum of all places in" : "what a window sees of")} {names[kernel.Source]}{(kernel.IsFold ? " that a window sees it at" : "")}, {kernel.Window}.</summary>");
            using (writer.Block($"private static void {name}({(batched ? "int samples, " : "")}{string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
            using (writer.Block(KernelTexts.Loop(KernelTexts.Times(batched ? "samples" : "1", size))))
            {
                writer.Line($"int sample = {(batched ? KernelTexts.Quotient("i", size) : "0")};");
                writer.Line($"int place = {(batched ? KernelTexts.Remainder("i", size) : "i")};");
                writer.Line($"int channel = {KernelTexts.Remainder("place", kernel.Image[2])};");
                if (kernel.IsFold)
                {
                    WriteFold(writer, kernel, names[kernel.Source], names[kernel.Target]);
                }
                else
                {
                    WritePatch(writer, kernel, names[kernel.Source], names[kernel.Target]);
                }
            }

            return writer.ToString();
        });
        return $"{method}({(batched ? "samples, " : "")}{string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private static void WritePatch(SourceWriter writer, WindowKernel kernel, string source, string target)
    {
        var (window, image) = (kernel.Window, kernel.Image);
        writer.Line($"int tap = {KernelTexts.Remainder(KernelTexts.Quotient("place", image[2]), window.Taps)};");
        writer.Line($"int position = {KernelTexts.Quotient("place", image[2] * window.Taps)};");
        var columns = window.ResultColumns(image[1]);
        writer.Line($"int y = {KernelTexts.Sum(KernelTexts.Times(KernelTexts.Quotient("position", columns), window.StrideY), KernelTexts.Times(KernelTexts.Quotient("tap", window.Width), window.DilationY))};");
        writer.Line($"int x = {KernelTexts.Sum(KernelTexts.Times(KernelTexts.Remainder("position", columns), window.StrideX), KernelTexts.Times(KernelTexts.Remainder("tap", window.Width), window.DilationX))};");
        writer.Line(Inv($"{target}[i] = {source}[(((((sample * {image[0]}) + y) * {image[1]}) + x) * {image[2]}) + channel];"));
    }

    private void WriteFold(SourceWriter writer, WindowKernel kernel, string source, string target)
    {
        var (window, image) = (kernel.Window, kernel.Image);
        var (rows, columns) = (window.ResultRows(image[0]), window.ResultColumns(image[1]));
        writer.Line($"int x = {KernelTexts.Remainder(KernelTexts.Quotient("place", image[2]), image[1])};");
        writer.Line($"int y = {KernelTexts.Quotient("place", image[1] * image[2])};");
        writer.Line($"{context.T} sum = 0;");
        using (writer.Block(Inv($"for (int tap = 0; tap < {window.Taps}; tap++)")))
        {
            writer.Line($"int top = y - ({KernelTexts.Times(KernelTexts.Quotient("tap", window.Width), window.DilationY)});");
            writer.Line($"int left = x - ({KernelTexts.Times(KernelTexts.Remainder("tap", window.Width), window.DilationX)});");
            using (writer.Block(Inv($"if (top >= 0 && left >= 0 && top % {window.StrideY} == 0 && left % {window.StrideX} == 0 && top / {window.StrideY} < {rows} && left / {window.StrideX} < {columns})")))
            {
                writer.Line(Inv($"sum += {source}[(((((((sample * {rows}) + (top / {window.StrideY})) * {columns}) + (left / {window.StrideX})) * {window.Taps}) + tap) * {image[2]}) + channel];"));
            }
        }

        writer.Line();
        writer.Line($"{target}[i] = sum;");
    }
}
