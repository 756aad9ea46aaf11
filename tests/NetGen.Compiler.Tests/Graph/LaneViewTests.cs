using NetGen.Compiler.Graph;
using NetGen.Compiler.Model;

namespace NetGen.Compiler.Tests.Graph;

/// <summary>Walks through lanes: each is held against the positions that the operation itself names.</summary>
public sealed class LaneViewTests
{
    private static readonly Shape Image = new(4, 5, 3);

    [Fact]
    public void Own_memory_is_walked_in_order() => Assert.Equal(Enumerable.Range(0, 60), Elements(Whole()));

    [Fact]
    public void Transposition_moves_axes_and_no_values()
    {
        var view = Whole().Transpose([2, 0, 1]);

        Assert.Equal(from c in Range(3) from y in Range(4) from x in Range(5) select At(y, x, c), Elements(view));
    }

    [Fact]
    public void Slice_begins_later()
    {
        var view = Whole().Slice(1, 2, 3)!;

        Assert.Equal(from y in Range(4) from x in Range(3) from c in Range(3) select At(y, x + 2, c), Elements(view));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Patches_are_what_a_window_sees(bool joined)
    {
        var window = new Window(2, 3, 2, 1, 1, 1);
        var view = Whole().Patches(window, joined)!;

        Assert.Equal(
            from row in Range(2) from column in Range(3) from tapY in Range(2) from tapX in Range(3) from c in Range(3) select At((2 * row) + tapY, column + tapX, c),
            Elements(view));
        Assert.Equal(joined ? [2, 3, 18] : [2, 3, 6, 3], view.Axes.Select(axis => axis.Aggregate(1, (product, step) => product * step.Extent)));
    }

    [Fact]
    public void Slice_that_reaches_into_the_border_is_padding()
    {
        var bordered = LaneView.Own(null!, Image, [1, 2, 0], [0, 1, 0]);
        var padded = bordered.Slice(0, -1, 5)!.Slice(1, -2, 8)!;

        Assert.Equal(5 * 8 * 3, bordered.Size);
        Assert.Equal(Enumerable.Range(0, bordered.Size), Elements(padded));
    }

    [Theory]
    [InlineData(new[] { 20, 3 }, true)]
    [InlineData(new[] { 2, 2, 15 }, true)]
    [InlineData(new[] { 60 }, true)]
    [InlineData(new[] { 2, 30, 1 }, true)]
    public void Reshape_keeps_the_order(int[] shape, bool exists)
    {
        var view = Whole().Reshape(new Shape(shape));

        Assert.Equal(exists, view is not null);
        Assert.Equal(Enumerable.Range(0, 60), Elements(view!));
    }

    [Fact]
    public void Reshape_in_the_middle_of_a_step_has_no_walk() => Assert.Null(Whole().Transpose([2, 0, 1]).Reshape(new Shape(2, 30)));

    [Fact]
    public void Patches_of_an_axis_of_several_steps_have_no_walk()
    {
        var several = Whole().Patches(new Window(2, 2), joined: true)!.Transpose([2, 0, 1]);

        Assert.Null(several.Patches(new Window(2, 2), joined: true));
        Assert.Null(several.Slice(0, 0, 2));
    }

    private static LaneView Whole() => LaneView.Own(null!, Image, [0, 0, 0], [0, 0, 0]);

    private static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    private static int At(int y, int x, int c) => (((y * 5) + x) * 3) + c;

    private static IEnumerable<int> Elements(LaneView view) => view.Axes.SelectMany(axis => axis)
        .Aggregate(Enumerable.Repeat(view.Offset, 1), (places, step) => places.SelectMany(place => Range(step.Extent).Select(index => place + (index * step.Stride))));
}
