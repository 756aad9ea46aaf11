using NetGen.Compiler.Emission.Simd.Lanes;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes.Winograd;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Kernels that the runtime has: values in and out of panels, and moved within them.</summary>
internal sealed class RuntimeCalls(SimdContext context, ProgramPlan program)
{
    public string Print(Kernel kernel) => kernel switch
    {
        PackKernel pack => Pack(pack),
        UnpackKernel unpack => Unpack(unpack),
        RelayoutKernel relayout => Relayout(relayout),
        MaskKernel { Target.Operation: RandomMaskOperation } mask => Mask(mask),
        MaskKernel mask => Normal(mask),
        MoveKernel move => Move(move),
        TransposeKernel transpose => Transpose(transpose),
        WindowKernel window => Window(window),
        GatherKernel gather => Gather(gather),
        CountKernel count => Inv($"pass.Count({program.Memory.Offsets[count.Target]});"),
        UpdateBufferKernel update => Inv($"pass.UpdateBuffer({update.Buffer}, {program.Memory.Offsets[update.Value]});"),
        FilterKernel filter => Inv($"Winograd.{(filter.Transposed ? "TransposedFilter" : "Filter")}(ref pass.Parameter({context.Plan.Parameters[filter.Parameter].KernelOffset}), {filter.Outputs}, {filter.Channels}, ref pass.Fixed({program.Memory.Offsets[filter.Target]}));"),
        StageKernel stage => Inv($"pass.Stage({stage.Parameter}, {program.Memory.Offsets[stage.Target]});"),
        HandOverKernel hand => Inv($"pass.HandOver({hand.Parameter}, {program.Memory.Offsets[hand.Gradient]}, {(context.Plan.Parameters[hand.Parameter].KeepsTransposed ? "true" : "false")});"),
        _ => throw new InvalidOperationException($"{kernel.Name} does not work on rows."),
    };

    private string Pack(PackKernel kernel)
    {
        var (node, source) = (kernel.Target, Memory(context, program, kernel.Target));
        return context.HasSeveral(program) && Given(node) is InputOperation { Index: var index }
            ? Inv($"Panels.PackSamples(ref pass.{source}, pass.StrideOf({index}), {node.Type.Rows}, {node.Type.Last}, ref {Panel(node)}, from, to, pass.Batch);")
            : $"Panels.PackRows(ref pass.{source}, {Argument.Scaled("pass.Batch", node)}, {node.Type.Last}, ref {Panel(node)}, {Range(node)});";
    }

    private string Unpack(UnpackKernel kernel)
    {
        var several = context.HasSeveral(program);
        var destination = (kernel.Role == OutputRole.Prediction ? "Output" : "InputGradient") + (several ? Inv($"Of({kernel.Index})") : "");
        var total = Argument.Scaled("pass.Batch", kernel.Source);
        var call = kernel.Source.Lanes is not null ? new LaneMoves(context, program).Print(kernel, destination) : $"Panels.UnpackRows(ref {Panel(kernel.Source)}, {total}, ref pass.{destination}, {total}, {kernel.Source.Type.Last}, {Argument.Scaled("from", kernel.Source)}, {Argument.Scaled("to", kernel.Source)});";
        return several && kernel.Role == OutputRole.InputGradient ? Inv($"if (pass.WantsInputGradientOf({kernel.Index}))\n{{\n    {call}\n}}") : call;
    }

    private string Relayout(RelayoutKernel kernel) =>
        Inv($"Panels.Relayout(ref {Panel(kernel.Source)}, {kernel.Source.Type.Rows}, {kernel.Source.Type.Last}, ref {Panel(kernel.Target)}, {kernel.Target.Type.Rows}, {kernel.Target.Type.Last}, {Samples(kernel.Target)});");

    private string Mask(MaskKernel kernel)
    {
        var (node, mask) = (kernel.Target, (RandomMaskOperation)kernel.Target.Operation);
        var threshold = (uint)Math.Min(uint.MaxValue, Math.Round(mask.Rate * 4294967296.0));
        return node.Type.Batched
            ? Inv($"pass.Mask({program.Memory.Offsets[node]}, {node.Type.Last}, {Range(node)}, {threshold}u, {context.Literal(1 / (1 - mask.Rate))}, {mask.Stream});")
            : Inv($"pass.MaskOnce({program.Memory.Offsets[node]}, {node.Type.Last}, {node.Type.Rows}, {threshold}u, {context.Literal(1 / (1 - mask.Rate))}, {mask.Stream});");
    }

    private string Normal(MaskKernel kernel) =>
        Inv($"pass.Normal(ref {Panel(kernel.Target)}, {kernel.Target.Type.Last}, {Range(kernel.Target)}, {((RandomNormalOperation)kernel.Target.Operation).Stream});");

    private string Move(MoveKernel kernel)
    {
        var shape = kernel.Target.Type.Shape;
        var isLast = kernel.Axis == shape.Rank - 1;
        var calls = new List<string>();
        var end = 0;
        foreach (var part in kernel.Parts)
        {
            Clear(end, part.To);
            end = part.To + part.Length;
            if (isLast && LiesThere(part))
            {
                continue;
            }

            calls.Add(isLast
                ? Inv($"Panels.CopyFeatures(ref {Panel(part.Source)}, {part.From}, ref {Panel(kernel.Target)}, {part.To}, {part.Length}, {Range(kernel.Target)});")
                : Inv($"Panels.CopyRows(ref {Panel(part.Source)}, {Block(part.Source)}, {part.From * Inner()}, ref {Panel(kernel.Target)}, {Block(kernel.Target)}, {part.To * Inner()}, {part.Length * Inner()}, {shape.Last}, {Blocks()});"));
        }

        // Behind the last feature, up to whole 64 bytes, rows are zero.
        var half = context.Target.Half;
        Clear(end, isLast ? (shape.Last + half - 1) / half * half : shape[kernel.Axis]);
        return string.Join("\n", calls);

        void Clear(int from, int to)
        {
            if (to > from)
            {
                calls.Add(isLast
                    ? Inv($"Panels.ClearFeatures(ref {Panel(kernel.Target)}, {from}, {to - from}, {Range(kernel.Target)});")
                    : Inv($"Panels.ClearRows(ref {Panel(kernel.Target)}, {Block(kernel.Target)}, {from * Inner()}, {(to - from) * Inner()}, {shape.Last}, {Blocks()});"));
            }
        }

        // The planner may have put the part where it belongs, or the target where it is.
        bool LiesThere(MovedPart part) => program.Memory.Moving.ContainsKey(part.Source) == program.Memory.Moving.ContainsKey(kernel.Target) && Placement.Of(part.Source) == Placement.Of(kernel.Target) && part.From % context.Width == 0 && part.To % context.Width == 0 && part.Source.Type.Rows == kernel.Target.Type.Rows
            && program.Memory.Offsets[part.Source] + (part.From / context.Width * part.Source.Type.Rows) == program.Memory.Offsets[kernel.Target] + (part.To / context.Width * kernel.Target.Type.Rows);

        // Rows of one position of the axis, rows of all its positions, and how often these follow on each other.
        int Inner() => shape.Dims.Skip(kernel.Axis + 1).Take(shape.Rank - kernel.Axis - 2).Aggregate(1, (product, extent) => product * extent);

        int Block(Node node) => BlockExtent(node) * Inner();

        // The source may go by another shape of the same rows.
        int BlockExtent(Node node) => node.Type.Rows / Outer() / Inner();

        int Outer() => shape.Dims.Take(kernel.Axis).Aggregate(1, (product, extent) => product * extent);

        string Blocks() => !kernel.Target.Type.Batched ? Inv($"0, {Outer()}, {Outer()}") : $"{Argument.Scaled("from", Outer())}, {Argument.Scaled("to", Outer())}, {Argument.Scaled("pass.Batch", Outer())}";
    }

    private string Transpose(TransposeKernel kernel)
    {
        var (permutation, target) = (kernel.Permutation, kernel.Target.Type.Shape);
        var rank = target.Rank;
        var source = new int[rank];
        for (var axis = 0; axis < rank; axis++)
        {
            source[permutation[axis]] = target[axis];
        }

        // Rows of the source from one index of an axis to the next.
        var rows = new int[rank];
        for (int axis = rank - 2, step = 1; axis >= 0; step *= source[axis], axis--)
        {
            rows[axis] = step;
        }

        var features = permutation.ToList().IndexOf(rank - 1);
        return Inv($"Panels.Permute(ref {Panel(kernel.Source)}, {kernel.Source.Type.Rows}, ref {Panel(kernel.Target)}, [{string.Join(", ", target.Dims)}], [{string.Join(", ", permutation.Select(axis => rows[axis]))}], {features}, {Samples(kernel.Target)});");
    }

    private string Window(WindowKernel kernel)
    {
        var shape = WindowText.Of(kernel.Window, kernel.Image, kernel.Joined).Replace("global::NetGen.Runtime.", "");
        return $"Panels.{(kernel.IsFold ? "Fold" : "Patches")}(ref {Panel(kernel.Source)}, ref {Panel(kernel.Target)}, {shape}, {Samples(kernel.Target)});";
    }

    private string Gather(GatherKernel kernel)
    {
        var shape = kernel.Table.Type.Shape;
        return kernel.Parameter < 0
            ? Inv($"Panels.Gather(ref {Panel(kernel.Table)}, {shape[0]}, {shape.Last}, false, ref {Panel(kernel.Numbers)}, {kernel.Numbers.Type.Last}, ref {Panel(kernel.Target)}, {Samples(kernel.Target)});")
            : Inv($"Panels.Gather(ref pass.Transposed({context.Plan.Parameters[kernel.Parameter].TransposedOffset}), {shape[0]}, {shape.Last}, true, ref {Panel(kernel.Numbers)}, {kernel.Numbers.Type.Last}, ref {Panel(kernel.Target)}, {Samples(kernel.Target)});");
    }

    /// <summary>The user's memory that holds a value which is given, as a member of the pass.</summary>
    public static string Memory(SimdContext context, ProgramPlan program, Node node)
    {
        var several = context.HasSeveral(program);
        return Given(node) switch
        {
            InputOperation input => several ? Inv($"InputOf({input.Index})") : "Input",
            TargetOperation target => several ? Inv($"TargetOf({target.Index})") : "Target",
            OutputGradientOperation gradient => several ? Inv($"OutputGradientOf({gradient.Index})") : "OutputGradient",
            var other => throw new InvalidOperationException($"{other.Name} is not given by the user."),
        };
    }

    /// <summary>The input, target or gradient that a value is, whatever its shape.</summary>
    public static Operation Given(Node node) => node.Operation is ReshapeOperation ? Given(node.Inputs[0]) : node.Operation;

    private string Panel(Node node) => Placement.Of(node) == Place.Fixed ? Inv($"pass.Fixed({program.Memory.Offsets[node]})") : $"pass.Panels({program.Memory.Unit(node)}, 0)";

    private static string Samples(Node node) => node.Type.Batched ? "from, to, pass.Batch" : "0, 1, 1";

    private static string Range(Node node) => node.Type.Batched
        ? $"{Argument.Scaled("from", node)}, {Argument.Scaled("to", node)}, {Argument.Scaled("pass.Batch", node)}"
        : Inv($"0, {node.Type.Rows}, {node.Type.Rows}");
}
