using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;

namespace NetGen.Compiler.Emission.Ilgpu;

/// <summary>Kernels that move values, and those that draw random numbers; on the device, packing and reshaping are no work at all.</summary>
internal sealed class Moves(GpuContext context, DeviceProgram program)
{
    public string Print(Kernel kernel) => kernel switch
    {
        UnpackKernel unpack => Unpack(unpack),
        MaskKernel mask => new RandomKernels(context, program).Print(mask),
        MoveKernel move => Move(move),
        GatherKernel gather => new Tables(context, program).Print(gather),
        CountKernel count => Count(count),
        UpdateBufferKernel update => UpdateBuffer(update),
        TransposeKernel transpose => Transpose(transpose),
        WindowKernel window => new Windows(context, program).Print(window),
        _ => throw new InvalidOperationException($"{kernel.Name} has no counterpart on the device."),
    };

    private string Unpack(UnpackKernel kernel)
    {
        var size = kernel.Source.Type.Rows * kernel.Source.Type.Last;
        return Copy(KernelTexts.Times("samples", size), kernel.Source, DeviceArgument.Part(DeviceAliases.PlaceOf(context.Layout, kernel), size, true, true));
    }

    private string Copy(string count, Node value, string target)
    {
        var method = context.Method("Copy", name =>
        {
            var writer = new SourceWriter();
            writer.Line("/// <summary>Copies values.</summary>");
            using (writer.Block($"private static void {name}(int count, {context.View} source, {context.View} result)"))
            using (writer.Block(KernelTexts.Loop("count")))
            {
                writer.Line("result[i] = source[i];");
            }

            return writer.ToString();
        });
        return $"{method}({count}, {DeviceArgument.OfBlock(context, program, value, "source").Source}, {target});";
    }

    private string Count(CountKernel kernel)
    {
        var target = DeviceArgument.OfBlock(context, program, kernel.Target, "count");
        var method = context.Method("Count", name =>
        {
            var writer = new SourceWriter();
            writer.Line("/// <summary>The number of samples.</summary>");
            using (writer.Block($"private static void {name}({context.View} count, GpuRun run)"))
            using (writer.Block("if (Group.IdxX == 0)"))
            {
                writer.Line("count[0] = run.Batch;");
            }

            return writer.ToString();
        });
        return $"{method}({target.Source}, run);";
    }

    private string UpdateBuffer(UpdateBufferKernel kernel)
    {
        var size = kernel.Value.Type.Rows * kernel.Value.Type.Last;
        var target = DeviceArgument.Part(new DevicePlace(DeviceSpace.Parameters, context.Layout.BufferOffsets[kernel.Buffer]), size, false, false);
        return $"if (run.UpdatesBuffers != 0)\n{{\n    {Copy(Inv($"{size}"), kernel.Value, target)}\n}}";
    }

    private string Move(MoveKernel kernel)
    {
        var shape = kernel.Target.Type.Shape;
        var inner = shape.Dims.Skip(kernel.Axis + 1).Aggregate(1, (product, extent) => product * extent);
        var outer = shape.Dims.Take(kernel.Axis).Aggregate(1, (product, extent) => product * extent);
        var batched = kernel.Target.Type.Batched;
        var names = DeviceNames.Of(kernel.Parts.Select(part => part.Source).Prepend(kernel.Target));
        var arguments = names.Keys.Select(node => DeviceArgument.OfBlock(context, program, node, names[node])).ToList();
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{names[kernel.Target]}: parts of {string.Join(", ", kernel.Parts.Select(part => names[part.Source]).Distinct())} along axis {kernel.Axis}.</summary>");
            using (writer.Block($"private static void {name}({(batched ? "int samples, " : "")}{string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
            {
                var end = 0;
                foreach (var part in kernel.Parts)
                {
                    WritePart(null, 0, end, part.To - end);
                    WritePart(part.Source, part.From, part.To, part.Length);
                    end = part.To + part.Length;
                }

                WritePart(null, 0, end, shape[kernel.Axis] - end);
            }

            return writer.ToString();

            void WritePart(Node? source, int from, int to, int length)
            {
                if (length == 0)
                {
                    return;
                }

                var run = length * inner;
                using (writer.Block(KernelTexts.Loop(KernelTexts.Times(batched ? "samples" : "1", outer * run))))
                {
                    string At(int block, int start) => block == run && start == 0
                        ? "i"
                        : KernelTexts.Sum(KernelTexts.Times(KernelTexts.Quotient("i", run), block), KernelTexts.Remainder("i", run), Inv($"{start}"));
                    var target = At(shape[kernel.Axis] * inner, to * inner);
                    var value = source is null ? context.Literal(0) : $"{names[source]}[{At(source.Type.Rows * source.Type.Last / outer, from * inner)}]";
                    writer.Line($"{names[kernel.Target]}[{target}] = {value};");
                }
            }
        });
        return $"{method}({(batched ? "samples, " : "")}{string.Join(", ", arguments.Select(argument => argument.Source))});";
    }

    private string Transpose(TransposeKernel kernel)
    {
        var (permutation, target, batched) = (kernel.Permutation, kernel.Target.Type.Shape, kernel.Target.Type.Batched);
        var names = DeviceNames.Of([kernel.Target, kernel.Source]);
        var arguments = names.Keys.Select(node => DeviceArgument.OfBlock(context, program, node, names[node])).ToList();
        var size = kernel.Target.Type.Rows * kernel.Target.Type.Last;

        // Values of the source from one index of an axis to the next.
        var steps = new int[target.Rank];
        for (int axis = target.Rank - 1, step = 1; axis >= 0; axis--)
        {
            steps[axis] = step;
            step *= target[permutation.ToList().IndexOf(axis)];
        }

        var terms = new List<string> { batched ? KernelTexts.Times(KernelTexts.Quotient("i", size), size) : "0" };
        for (int axis = target.Rank - 1, inner = 1; axis >= 0; inner *= target[axis], axis--)
        {
            if (target[axis] > 1)
            {
                terms.Add(KernelTexts.Times(KernelTexts.Remainder(KernelTexts.Quotient("i", inner), target[axis]), steps[permutation[axis]]));
            }
        }

        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{names[kernel.Target]}: {names[kernel.Source]} with its axes in the order {string.Join(", ", permutation)}.</summary>");
            using (writer.Block($"private static void {name}({(batched ? "int samples, " : "")}{string.Join(", ", arguments.Select(argument => argument.Declaration))})"))
            using (writer.Block(KernelTexts.Loop(KernelTexts.Times(batched ? "samples" : "1", size))))
            {
                writer.Line($"{names[kernel.Target]}[i] = {names[kernel.Source]}[{KernelTexts.Sum([.. terms])}];");
            }

            return writer.ToString();
        });
        return $"{method}({(batched ? "samples, " : "")}{string.Join(", ", arguments.Select(argument => argument.Source))});";
    }
}
