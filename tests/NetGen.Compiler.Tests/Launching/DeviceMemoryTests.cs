using FsCheck;
using FsCheck.Fluent;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Launching;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Tests.Execution;
using NetGen.Compiler.Tests.Networks;

namespace NetGen.Compiler.Tests.Launching;

public sealed class DeviceMemoryTests
{
    public static TheoryData<string> Graphs => [.. GraphCases.Names];

    [Fact]
    public void Values_of_a_random_network_that_a_launch_uses_never_share_memory() => Prop.ForAll(RandomStacks.Sound.ToArbitrary(), spec =>
        AssertApart(DevicePlan.Of(Planner.Plan(Declared.Shaped(spec))))).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Values_of_a_graph_that_a_launch_uses_never_share_memory(string name) => AssertApart(DevicePlan.Of(GraphCases.Find(name).Plan()));

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Launch_reads_only_what_was_written_before(string name)
    {
        foreach (var program in DevicePlan.Of(GraphCases.Find(name).Plan()).Programs)
        {
            var written = new HashSet<DevicePlace>();
            foreach (var launch in program.Launches)
            {
                // Blocks that work on different samples or sums do not wait for each other.
                var before = new HashSet<DevicePlace>(written);
                foreach (var kernel in launch.Kernels)
                {
                    var known = launch.Kind == LaunchKind.Sums ? before : written;
                    Assert.All(kernel.Reads.Select(program.Memory.Find).Where(place => place.Space is DeviceSpace.Values or DeviceSpace.Fixed), place => Assert.Contains(place, known));
                    written.UnionWith(kernel.Writes.Select(program.Memory.Find));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Blocks_over_samples_read_what_is_the_same_for_all_only_from_launches_before(string name)
    {
        foreach (var program in DevicePlan.Of(GraphCases.Find(name).Plan()).Programs)
        {
            Assert.All(program.Launches.Where(launch => launch.Kind == LaunchKind.Rows), launch =>
                Assert.All(launch.Kernels.SelectMany(kernel => kernel.Writes), node => Assert.True(node.Type.Batched)));
        }
    }

    [Fact]
    public void What_is_the_same_for_all_samples_begins_at_multiples_of_64()
    {
        foreach (var program in GraphCases.Names.SelectMany(name => DevicePlan.Of(GraphCases.Find(name).Plan()).Programs))
        {
            Assert.All(program.Memory.Lifetimes.Select(lifetime => program.Memory.Find(lifetime.Node)).Where(place => place.Space == DeviceSpace.Fixed), place => Assert.Equal(0, place.Offset % 64));
        }
    }

    [Fact]
    public void Parameters_begin_at_multiples_of_64()
    {
        var layout = DevicePlan.Of(Planner.Plan(Declared.Shaped(Samples.Digits))).Layout;

        Assert.Equal([0, 100352, 100480, 101760], layout.ParameterOffsets);
        Assert.Equal(101824, layout.ParameterLength);
    }

    private static void AssertApart(DevicePlan plan)
    {
        foreach (var program in plan.Programs)
        {
            foreach (var left in program.Memory.Lifetimes)
            {
                Assert.All(program.Memory.Lifetimes.Where(right => right.Node != left.Node && right.Overlaps(left)), right => Assert.True(
                    AreApart(program.Memory.Find(left.Node), left, program.Memory.Find(right.Node), right), $"{left} and {right} share memory"));
            }
        }
    }

    private static bool AreApart(DevicePlace left, Lifetime leftLife, DevicePlace right, Lifetime rightLife) =>
        left.Space != right.Space || left.Offset + leftLife.Size <= right.Offset || right.Offset + rightLife.Size <= left.Offset;
}
