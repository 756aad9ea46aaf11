using System.Text;
using NetGen.Compiler.Fusion;

namespace NetGen.Compiler.Memory;

/// <summary>The arena as text: one line per value, with the time in which it is alive.</summary>
public static class MemoryPlanPrinter
{
    public static string Print(Schedule schedule, MemoryPlan plan, int panelWidth)
    {
        var text = new StringBuilder(Inv($"memory {schedule.Program.Name}: {plan.Units} panels and {plan.Scalars} numbers per sample{(plan.HasLanes ? Inv($", {plan.Lanes} vectors per block of samples and {plan.BriefLanes} per thread") : "")}\n"));
        foreach (var lifetime in MemoryPlanner.Lifetimes(schedule, panelWidth))
        {
            var offset = plan.Offsets[lifetime.Node];
            var kind = Placement.Of(lifetime.Node) switch { Place.Panels => "panels", Place.Fixed => "once", Place.Lanes => "lanes", _ => "numbers" };
            text.Append(Inv($"  {lifetime.Node.ToString().PadRight(5)}{kind.PadRight(8)} {offset}..{offset + lifetime.Size - 1}, time {lifetime.First}..{lifetime.Last}\n"));
        }

        return text.ToString();
    }
}
