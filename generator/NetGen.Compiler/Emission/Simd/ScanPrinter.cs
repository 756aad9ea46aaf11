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
        lines.AddRange(Step(kernel, steps).Where(text => text.Length > 0).SelectMany(text => text.Split('\n')).Select(line => line.Length == 0 ? line : "    " + line));
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
                case StepInputKernel input when LiesThere(input.Target, input.Sequence!):
                    break;
                case StepInputKernel input:
                    yield return Inv($"Panels.CopyRows(ref {Panel(input.Sequence!)}, {steps * Rows(input.Target)}, {At(input.Target)}, ref {Panel(input.Target)}, {Rows(input.Target)}, 0, {Rows(input.Target)}, {input.Target.Type.Last}, from, to, pass.Batch);");
                    break;
                default:
                    yield return call(inner);
                    break;
            }
        }

        foreach (var (value, sequence) in kernel.Stacked.Where(pair => !LiesThere(pair.Value, pair.Sequence)))
        {
            // What steps of recurrences alone read lies step by step, anything else sample by sample.
            yield return program.Memory.Moving.ContainsKey(sequence) ? Copy(value, sequence, value.Type.Rows)
                : Inv($"Panels.CopyRows(ref {Panel(value)}, {Rows(value)}, 0, ref {Panel(sequence)}, {steps * Rows(value)}, {At(value)}, {Rows(value)}, {value.Type.Last}, from, to, pass.Batch);");
        }

        foreach (var (state, next) in kernel.Next.Where(pair => pair.State != pair.Next))
        {
            yield return Copy(next, state);
        }
    }

    private string Copy(Node from, Node to) => Copy(from, to, Rows(to));

    private string Copy(Node from, Node to, int rows) => Inv($"Panels.CopyRows(ref {Panel(from)}, {rows}, 0, ref {Panel(to)}, {rows}, 0, {rows}, {to.Type.Last}, from, to, pass.Batch);");

    private static string At(Node value) => Rows(value) == 1 ? "step" : Inv($"step * {Rows(value)}");

    private static int Rows(Node node) => node.Type.Rows;

    private string Panel(Node node) => $"pass.Panels({program.Memory.Unit(node)}, 0)";

    /// <summary>Whether a step's part of a sequence is the sequence's own memory.</summary>
    private bool LiesThere(Node value, Node sequence) => program.Memory.Moving.ContainsKey(value) && program.Memory.Offsets[value] == program.Memory.Offsets[sequence];
}
