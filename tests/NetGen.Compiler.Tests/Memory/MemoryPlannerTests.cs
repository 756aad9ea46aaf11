using FsCheck;
using FsCheck.Fluent;
using NetGen.Compiler.Emission;
using NetGen.Compiler.Fusion;
using NetGen.Compiler.Graph;
using NetGen.Compiler.Memory;
using NetGen.Compiler.Model;
using NetGen.Compiler.Tests.Networks;

namespace NetGen.Compiler.Tests.Memory;

// Not the schedule of the learning rate, which the namespace NetGen would offer first.
#pragma warning disable IDE0065 // Here it comes before NetGen.Schedule; outside of the namespace it would not.
using Schedule = NetGen.Compiler.Fusion.Schedule;
#pragma warning restore IDE0065

public sealed class MemoryPlannerTests
{
    private static Gen<Lifetime[]> RandomLifetimes { get; } =
        from count in Gen.Choose(0, 25)
        from numbers in Gen.ArrayOf(Gen.Choose(0, 1000), 4 * count)
        select Enumerable.Range(0, count).Select(i => new Lifetime(
            new Node(i, new IotaOperation(), [], new TensorType(true, new Shape(1)), "", false),
            1 + (numbers[4 * i] % 9),
            1 + (numbers[(4 * i) + 1] % 3),
            numbers[(4 * i) + 2] % 12,
            (numbers[(4 * i) + 2] % 12) + (numbers[(4 * i) + 3] % 6))).ToArray();

    [Fact]
    public void Values_alive_at_once_and_values_of_different_rows_never_share_memory() => Prop.ForAll(RandomLifetimes.ToArbitrary(), lifetimes =>
    {
        var offsets = MemoryPlanner.Place(lifetimes);
        AssertApart(lifetimes, offsets);
        Assert.All(lifetimes, lifetime => Assert.True(offsets[lifetime.Node] >= 0));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Arena_is_never_larger_than_without_reuse() => Prop.ForAll(RandomLifetimes.ToArbitrary(), lifetimes =>
    {
        var offsets = MemoryPlanner.Place(lifetimes);
        Assert.True(lifetimes.Select(lifetime => offsets[lifetime.Node] + lifetime.Size).DefaultIfEmpty(0).Max() <= lifetimes.Sum(lifetime => lifetime.Size));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Value_takes_the_place_of_one_that_is_dead()
    {
        Lifetime Value(int id, int first, int last) => new(new Node(id, new IotaOperation(), [], new TensorType(true, new Shape(1)), "", false), 4, 1, first, last);
        var (early, late, both) = (Value(0, 0, 1), Value(1, 2, 3), Value(2, 1, 2));

        var offsets = MemoryPlanner.Place([early, late, both]);

        Assert.Equal(offsets[early.Node], offsets[late.Node]);
        Assert.Equal(4, Math.Abs(offsets[both.Node] - offsets[early.Node]));
    }

    [Fact]
    public void Plan_of_a_random_network_keeps_live_values_apart() => Prop.ForAll(RandomStacks.Sound.ToArbitrary(), spec =>
    {
        var width = spec.Precision == Precision.Single ? 32 : 16;
        foreach (var program in Planner.Plan(Declared.Shaped(spec)).Programs)
        {
            var (panels, numbers) = (new List<Lifetime>(), new List<Lifetime>());
            foreach (var lifetime in Liveness(program.Schedule, width))
            {
                (Placement.Of(lifetime.Node) == Place.Panels ? panels : numbers).Add(lifetime);
            }

            AssertApart(panels, program.Memory.Offsets);
            AssertApart(numbers, program.Memory.Offsets);
            Assert.All(panels, value => Assert.True(program.Memory.Offsets[value.Node] + value.Size <= program.Memory.Units));
            Assert.All(numbers, value => Assert.True(program.Memory.Offsets[value.Node] + value.Size <= program.Memory.Scalars));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <summary>From the first kernel that writes to the last that reads, counted anew: kernels of one sum over the batch run at the same time.</summary>
    private static List<Lifetime> Liveness(Schedule schedule, int width)
    {
        var steps = schedule.Phases.SelectMany(phase => phase.SumsOverBatch ? [phase.Kernels.ToArray()] : phase.Kernels.Select(kernel => new[] { kernel })).ToList();
        return steps.SelectMany(step => step).SelectMany(kernel => kernel.Writes).Distinct().Select(node =>
        {
            var size = Placement.Of(node) == Place.Panels ? node.Type.Rows * (int)Math.Ceiling(node.Type.Last / (double)width) : node.Type.Rows;
            var touched = Enumerable.Range(0, steps.Count).Where(time => steps[time].Any(kernel => kernel.Reads.Concat(kernel.Writes).Contains(node))).ToList();
            return new Lifetime(node, size, node.Type.Rows, touched.Min(), node == schedule.LossRows ? steps.Count : touched.Max());
        }).ToList();
    }

    private static void AssertApart(IReadOnlyList<Lifetime> lifetimes, IReadOnlyDictionary<Node, int> offsets)
    {
        for (var i = 0; i < lifetimes.Count; i++)
        {
            foreach (var other in lifetimes.Skip(i + 1).Where(other => Conflict(lifetimes[i], other)))
            {
                var (left, right) = (offsets[lifetimes[i].Node], offsets[other.Node]);
                Assert.True(left + lifetimes[i].Size <= right || right + other.Size <= left, $"{lifetimes[i]} at {left} and {other} at {right} overlap");
            }
        }
    }

    private static bool Conflict(Lifetime left, Lifetime right) =>
        left.Rows != right.Rows || (left.First <= right.Last && right.First <= left.Last);
}
