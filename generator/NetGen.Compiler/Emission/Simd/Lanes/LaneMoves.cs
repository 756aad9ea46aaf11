using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Lanes;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Emission.Simd.Lanes;

/// <summary>Prints what brings values into lanes and out of them: runs of evenly spaced elements, each transposed with the samples.</summary>
internal sealed class LaneMoves(SimdContext context, ProgramPlan program)
{
    /// <summary>From rows of panels, or from the user's memory, where a sample is one row.</summary>
    public string Print(ToLanesKernel kernel)
    {
        var (lanes, type) = (kernel.Target.Lanes!, kernel.Target.Type);
        var isGiven = Aliases.IsGiven(kernel.Source);
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>{type.Shape} of each sample into lanes.</summary>");
            using (writer.Block($"private static void {name}(ref {context.T} rows, nint {(isGiven ? "sample" : "batch")}, int samples, ref {context.T} lanes)"))
            {
                LaneBorder.Clear(context, writer, kernel.Target, "lanes");
                WriteRuns(writer, type.Shape, lanes, isGiven, (row, sample, at, step, count) =>
                    writer.Line($"Lanes.Pack({row}, {sample}, samples, {at}, {step}, {count});"));
            }

            return writer.ToString();
        });
        return $"{method}({Rows(kernel.Source, isGiven)}, (int)rows, {Argument.Lanes(program, kernel.Target, "from")});";
    }

    /// <summary>Into rows of panels, with zeros behind the last feature.</summary>
    public string Print(ToRowsKernel kernel)
    {
        var (lanes, shape) = (kernel.Source.Lanes!, kernel.Target.Type.Shape);
        var method = context.Method(kernel.Name, name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>Lanes into rows: {shape} of each sample.</summary>");
            using (writer.Block($"private static void {name}(ref {context.T} lanes, ref {context.T} rows, nint batch, int samples)"))
            {
                var half = context.Target.Half;
                WriteRuns(writer, shape, lanes, false, (row, sample, at, step, count) =>
                    writer.Line($"Lanes.Unpack({at}, {step}, {count}, {row}, {sample}, samples);"));
                if (shape.Last % half != 0)
                {
                    writer.Line(Inv($"Lanes.ClearBehind(ref rows, {shape.Rows}, {shape.Last}, batch, samples);"));
                }
            }

            return writer.ToString();
        });
        return Inv($"{method}({Argument.Lanes(program, lanes.Memory, "from")}, ref pass.Panels({program.Memory.Offsets[kernel.Target]}, {Argument.Scaled("from", kernel.Target)}), pass.Batch, (int)rows);");
    }

    /// <summary>Into the user's memory.</summary>
    public string Print(UnpackKernel kernel, string destination)
    {
        var (lanes, shape) = (kernel.Source.Lanes!, kernel.Source.Type.Shape);
        var method = context.Method(kernel.Name + "FromLanes", name =>
        {
            var writer = new SourceWriter();
            writer.Line($"/// <summary>Lanes into {shape} of each sample.</summary>");
            using (writer.Block($"private static void {name}(ref {context.T} lanes, ref {context.T} rows, nint sample, int samples)"))
            {
                WriteRuns(writer, shape, lanes, true, (row, sample, at, step, count) =>
                    writer.Line($"Lanes.Unpack({at}, {step}, {count}, {row}, {sample}, samples);"));
            }

            return writer.ToString();
        });
        return Inv($"{method}({Argument.Lanes(program, lanes.Memory, "from")}, ref Unsafe.Add(ref pass.{destination}, (nint)from * {shape.Count}), {shape.Count}, (int)rows);");
    }

    private string Rows(Node source, bool isGiven)
    {
        if (!isGiven)
        {
            source = Aliases.Resolve(source);
            return Inv($"ref pass.Panels({program.Memory.Offsets[source]}, {Argument.Scaled("from", source)}), pass.Batch");
        }

        // One of several inputs may be a part of a longer row.
        var stride = context.HasSeveral(program) && RuntimeCalls.Given(source) is InputOperation { Index: var index } ? Inv($"pass.StrideOf({index})") : Inv($"{source.Type.Shape.Count}");
        return $"ref Unsafe.Add(ref pass.{RuntimeCalls.Memory(context, program, source)}, (nint)from * {stride}), {stride}";
    }

    /// <summary>Loops over all runs; in panels a run ends with the panel's row.</summary>
    private void WriteRuns(SourceWriter writer, Shape shape, LaneView lanes, bool isDense, Action<string, string, string, string, string> write)
    {
        var unit = context.Target.Half;
        IReadOnlyList<LaneStep> One(IEnumerable<IReadOnlyList<LaneStep>> axes) => LaneView.Merged(axes.SelectMany(axis => axis));
        var steps = isDense ? One(lanes.Axes) : One(lanes.Axes.Take(lanes.Axes.Count - 1));
        var last = isDense ? null : One(lanes.Axes.Skip(lanes.Axes.Count - 1));
        var run = isDense ? (steps.Count == 0 ? new LaneStep(1, 1) : steps[steps.Count - 1]) : null;
        var outer = isDense ? steps.Take(Math.Max(0, steps.Count - 1)).ToList() : steps.ToList();
        var (from, at, open) = (new List<string>(), new List<string>(), 0);
        if (lanes.Offset > 0)
        {
            at.Add(Inv($"{lanes.Offset * unit}"));
        }

        for (var step = 0; step < outer.Count; step++)
        {
            var inner = outer.Skip(step + 1).Aggregate(run?.Extent ?? 1, (product, next) => product * next.Extent);
            var name = Inv($"i{step}");
            writer.Open(Inv($"for (nint {name} = 0; {name} < {outer[step].Extent}; {name}++)"));
            open++;
            from.Add(Inv($"({name} * {inner})"));
            at.Add(Inv($"({name} * {outer[step].Stride * unit})"));
        }

        if (isDense)
        {
            write(Place("rows", from), "sample", Place("lanes", at), Inv($"{run!.Stride * unit}"), Inv($"{run.Extent}"));
        }
        else
        {
            WriteRow(writer, shape, last!, from, at, write);
        }

        for (; open > 0; open--)
        {
            writer.Close();
        }
    }

    /// <summary>One row of panels: as many runs as panels, or as the walk has steps.</summary>
    private void WriteRow(SourceWriter writer, Shape shape, IReadOnlyList<LaneStep> last, List<string> from, List<string> at, Action<string, string, string, string, string> write)
    {
        var (unit, width, rows) = (context.Target.Half, context.Width, shape.Rows);
        var row = from.Count == 0 ? "0" : string.Join(" + ", from);
        var run = last.Count == 0 ? new LaneStep(1, 1) : last[last.Count - 1];
        if (last.Count > 1)
        {
            // Pieces that do not follow on each other evenly: feature by feature of the outer steps.
            writer.Line(Inv($"// The last axis is a walk of {last.Count} steps."));
        }

        var outer = last.Take(Math.Max(0, last.Count - 1)).ToList();
        var (feature, open) = (new List<string>(), 0);
        for (var step = 0; step < outer.Count; step++)
        {
            var inner = outer.Skip(step + 1).Aggregate(run.Extent, (product, next) => product * next.Extent);
            var name = Inv($"f{step}");
            writer.Open(Inv($"for (nint {name} = 0; {name} < {outer[step].Extent}; {name}++)"));
            open++;
            feature.Add(Inv($"({name} * {inner})"));
            at = [.. at, Inv($"({name} * {outer[step].Stride * unit})")];
        }

        // Up to the end of a panel's row.
        writer.Open(Inv($"for (nint first = {(feature.Count == 0 ? "0" : string.Join(" + ", feature))}, end = first + {run.Extent}, next; first < end; first = next)"));
        writer.Line(Inv($"next = Math.Min(end, (first + {width}) & -{width});"));
        var start = feature.Count == 0 ? "first" : $"(first - ({string.Join(" + ", feature)}))";
        write(Inv($"ref Unsafe.Add(ref rows, ((((first / {width}) * batch * {rows}) + {row}) * {width}) + (first % {width}))"), Inv($"{rows * width}"),
            Place("lanes", [.. at, Inv($"({start} * {run.Stride * unit})")]), Inv($"{run.Stride * unit}"), "(int)(next - first)");
        for (open++; open > 0; open--)
        {
            writer.Close();
        }
    }

    private static string Place(string name, IReadOnlyList<string> terms) => terms.Count == 0 ? "ref " + name : $"ref Unsafe.Add(ref {name}, {string.Join(" + ", terms)})";
}
