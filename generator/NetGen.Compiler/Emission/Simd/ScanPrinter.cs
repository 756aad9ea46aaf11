using NetGen.Compiler.Fusion;
using NetGen.Compiler.Fusion.Scans;
using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Emission.Simd;

/// <summary>Prints a recurrence: a loop over the steps around the calls of a step's kernels. A step's values have one row per sample and step; sequences have them for all steps.</summary>
/// <param name="program">Where values lie.</param>
/// <param name="call">Prints the call of a kernel.</param>
internal sealed class ScanPrinter(ProgramPlan program, Func<Kernel, string> call)
{
    public string Print(ScanKernel kernel)
    {
        var lines = new List<string>();
        for (var state = 0; state < kernel.Next.Count; state++)
        {
            var leaf = kernel.Next[state].State;
            lines.Add(kernel.Initial[state] is { } initial
                ? Copy(initial, leaf)
                : Inv($"Panels.ClearRows(ref {Panel(leaf)}, {leaf.Type.Rows}, 0, {leaf.Type.Rows}, {leaf.Type.Last}, from, to, pass.Batch);"));
        }

        var steps = kernel.Operation.Steps;
        lines.Add(kernel.Operation.Reverse ? Inv($"for (int step = {steps - 1}; step >= 0; step--)") : Inv($"for (int step = 0; step < {steps}; step++)"));
        lines.Add("{");
        lines.AddRange(Step(kernel, steps).SelectMany(text => text.Split('\n')).Select(line => line.Length == 0 ? line : "    " + line));
        lines.Add("}\n");
        lines.AddRange(kernel.Final.Select(pair => Copy(pair.State, pair.Value)));
        return string.Join("\n", lines).TrimEnd('\n');
    }

    private IEnumerable<string> Step(ScanKernel kernel, int steps)
    {
        foreach (var inner in kernel.Body)
        {
            switch (inner)
            {
                case StepStateKernel:
                    break;
                case StepInputKernel input:
                    yield return Inv($"Panels.CopyRows(ref {Panel(input.Sequence!)}, {steps * Rows(input.Target)}, {At(input.Target)}, ref {Panel(input.Target)}, {Rows(input.Target)}, 0, {Rows(input.Target)}, {input.Target.Type.Last}, from, to, pass.Batch);");
                    break;
                default:
                    yield return call(inner);
                    break;
            }
        }

        foreach (var (value, sequence) in kernel.Stacked)
        {
            yield return Inv($"Panels.CopyRows(ref {Panel(value)}, {Rows(value)}, 0, ref {Panel(sequence)}, {steps * Rows(value)}, {At(value)}, {Rows(value)}, {value.Type.Last}, from, to, pass.Batch);");
        }

        foreach (var (state, next) in kernel.Next.Where(pair => pair.State != pair.Next))
        {
            yield return Copy(next, state);
        }
    }

    private string Copy(Node from, Node to) => Inv($"Panels.CopyRows(ref {Panel(from)}, {Rows(to)}, 0, ref {Panel(to)}, {Rows(to)}, 0, {Rows(to)}, {to.Type.Last}, from, to, pass.Batch);");

    private static string At(Node value) => Rows(value) == 1 ? "step" : Inv($"step * {Rows(value)}");

    private static int Rows(Node node) => node.Type.Rows;

    private string Panel(Node node) => Inv($"pass.Panels({program.Memory.Offsets[node]}, 0)");
}
