using System.Text;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Launching;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Tests.Networks;
using NetGen.Testing;

namespace NetGen.Compiler.Tests;

/// <summary>What each pass makes of three networks, as accepted texts.</summary>
public sealed class PassSnapshotTests
{
    [Theory]
    [InlineData(nameof(Samples.Digits))]
    [InlineData(nameof(Samples.Sequence))]
    [InlineData(nameof(Samples.Regression))]
    public void Graphs_are_as_accepted(string name) =>
        Verify(name, program => GraphPrinter.Print(program.Schedule.Program), nameof(Graphs_are_as_accepted));

    [Theory]
    [InlineData(nameof(Samples.Digits))]
    [InlineData(nameof(Samples.Sequence))]
    [InlineData(nameof(Samples.Regression))]
    public void Kernels_are_as_accepted(string name) =>
        Verify(name, program => SchedulePrinter.Print(program.Schedule), nameof(Kernels_are_as_accepted));

    [Theory]
    [InlineData(nameof(Samples.Digits))]
    [InlineData(nameof(Samples.Sequence))]
    [InlineData(nameof(Samples.Regression))]
    public void Memory_is_as_accepted(string name)
    {
        var width = Samples.Find(name).Precision == Precision.Single ? 32 : 16;
        Verify(name, program => MemoryPlanPrinter.Print(program.Schedule, program.Memory, width), nameof(Memory_is_as_accepted));
    }

    [Theory]
    [InlineData(nameof(Samples.Digits))]
    [InlineData(nameof(Samples.Sequence))]
    [InlineData(nameof(Samples.Regression))]
    public void Launches_are_as_accepted(string name)
    {
        var text = string.Join("\n", DevicePlan.Of(Planner.Plan(Declared.Shaped(Samples.Find(name)))).Programs.Select(DevicePlanPrinter.Print));
        Snapshot.Verify(text, "txt", name, member: nameof(Launches_are_as_accepted));
    }

    private static void Verify(string name, Func<ProgramPlan, string> print, string member)
    {
        var text = new StringBuilder();
        foreach (var program in Planner.Plan(Declared.Shaped(Samples.Find(name))).Programs)
        {
            text.Append(print(program)).Append('\n');
        }

        Snapshot.Verify(text.ToString(), "txt", name, member: member);
    }
}
