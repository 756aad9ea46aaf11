using System.Text;

namespace NetGen.Compiler.Launching;

/// <summary>Launches and device memory as text: one line per kernel, and one per value with the launches between which it is alive.</summary>
public static class DevicePlanPrinter
{
    public static string Print(DeviceProgram program)
    {
        var memory = program.Memory;
        var text = new StringBuilder(Inv($"launches of {program.Program.Name}: {memory.ValuesPerSample} values per sample, {memory.FixedValues} for all\n"));
        for (var index = 0; index < program.Launches.Count; index++)
        {
            var launch = program.Launches[index];
            text.Append(Inv($"  {index} {launch.Name} ({launch.Kind}{(launch.OnlyForInputGradient ? ", only for gradients by inputs" : "")})\n"));
            foreach (var kernel in launch.Kernels)
            {
                text.Append(Inv($"    {kernel.Name}: {Places(kernel.Reads)} -> {Places(kernel.Writes)}\n"));
            }
        }

        foreach (var lifetime in memory.Lifetimes)
        {
            var place = memory.Find(lifetime.Node);
            text.Append(Inv($"  {lifetime.Node.ToString().PadRight(5)}{place.Space.ToString().PadRight(8)}{place.Offset}..{place.Offset + lifetime.Size - 1}, launches {lifetime.First}..{lifetime.Last}\n"));
        }

        return text.ToString();

        string Places(IEnumerable<Graph.Node> nodes) => string.Join(", ", nodes.Distinct().Select(node => Inv($"{node} {memory.Find(node).Space} {memory.Find(node).Offset}")));
    }
}
