using NetGen.Runtime;

namespace NetGen.Tests.Parameters;

public sealed class ParameterSetTests
{
    private readonly ParameterSet<float> _parameters = Storages.Stack<float>(1, 3, 5, 2).Parameters;

    [Fact]
    public void Parameters_stand_in_file_order()
    {
        Assert.Equal(["dense1.weight", "dense1.bias", "dense2.weight", "dense2.bias"], _parameters.Select(parameter => parameter.Name));
        Assert.Equal([0, 15, 20, 30], _parameters.Select(parameter => parameter.Offset));
        Assert.Equal([15, 5, 10, 2], _parameters.Select(parameter => parameter.Length));
        Assert.Equal([5, 3], _parameters[0].Shape);
        Assert.Equal(32, _parameters.Length);
        Assert.Equal(4, _parameters.Count);
        Assert.Same(_parameters[1], _parameters["dense1.bias"]);
        Assert.True(_parameters.TryGet("dense2.bias", out Parameter? bias));
        Assert.Same(_parameters[3], bias);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_known_ones()
    {
        KeyNotFoundException refusal = Assert.Throws<KeyNotFoundException>(() => _parameters["fc1.weight"]);

        Assert.Equal("Net has no parameter 'fc1.weight'. It has: dense1.weight, dense1.bias, dense2.weight, dense2.bias.", refusal.Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => _parameters[4]);
    }

    [Fact]
    public void Wrong_lengths_are_refused_with_both_numbers()
    {
        float[] before = _parameters.ToArray();
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => _parameters[0].CopyFrom(new float[14]));

        Assert.StartsWith("Parameter 'dense1.weight' of Net has 15 values (dense1.weight [5, 3]), the span has 14.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _parameters[0].CopyTo(new float[16]));
        Assert.Throws<ArgumentException>(() => _parameters.CopyFrom(new float[31]));
        Assert.Throws<ArgumentException>(() => _parameters.CopyTo(new float[33]));
        Assert.Equal(before, _parameters.ToArray());
    }

    [Fact]
    public void Values_of_a_part_are_found_behind_its_prefix_in_both_directions()
    {
        ParameterSet<float> whole = new ParameterStorage<float>("Whole", [.. Storages.Layouts<float>(3, 5, 2).Select(layout => layout with { Name = "decoder." + layout.Name })], 1).Parameters;
        Fill(_parameters, 1);
        Fill(whole, 100);

        Assert.Equal(4, whole.CopyFrom(_parameters, prefix: "decoder."));
        Assert.Equal(_parameters.ToArray(), whole.ToArray());

        Fill(whole, 200);
        Assert.Equal(4, _parameters.CopyFrom(whole, sourcePrefix: "decoder."));
        Assert.Equal(whole.ToArray(), _parameters.ToArray());
    }

    [Fact]
    public void Only_what_begins_with_the_prefix_is_replaced()
    {
        ParameterSet<float> other = Storages.Stack<float>(1, 3, 5, 2).Parameters;
        Fill(_parameters, 1);
        Fill(other, 100);

        Assert.Equal(2, _parameters.CopyFrom(other, prefix: "dense2.", sourcePrefix: "dense2."));

        Assert.Equal([.. Enumerable.Range(1, 20).Select(value => (float)value), .. Enumerable.Range(120, 12).Select(value => (float)value)], _parameters.ToArray());
    }

    [Fact]
    public void Values_without_a_counterpart_are_refused_and_nothing_is_changed()
    {
        Fill(_parameters, 1);
        float[] before = _parameters.ToArray();

        ArgumentException missing = Assert.Throws<ArgumentException>(() => _parameters.CopyFrom(Storages.Stack<float>(1, 3, 5).Parameters));
        ArgumentException other = Assert.Throws<ArgumentException>(() => _parameters.CopyFrom(Storages.Stack<float>(1, 3, 5, 4).Parameters));
        ArgumentException none = Assert.Throws<ArgumentException>(() => _parameters.CopyFrom(Storages.Stack<float>(1, 3, 5, 2).Parameters, prefix: "encoder."));

        Assert.StartsWith("'dense2.weight' of Net takes 'dense2.weight' of Net, which has no such parameter. It has: dense1.weight, dense1.bias.", missing.Message, StringComparison.Ordinal);
        Assert.StartsWith("dense2.weight [2, 5] of Net and dense2.weight [4, 5] of Net differ in shape.", other.Message, StringComparison.Ordinal);
        Assert.StartsWith("No parameter of Net begins with 'encoder.'. It has: dense1.weight,", none.Message, StringComparison.Ordinal);
        Assert.Equal(before, _parameters.ToArray());
    }

    [Fact]
    public void Freezing_goes_by_pattern()
    {
        Assert.Equal(2, _parameters.Freeze("dense1.*"));
        Assert.Equal([true, true, false, false], _parameters.Select(parameter => parameter.Frozen));
        Assert.Equal(2, _parameters.Unfreeze("*.weight"));
        Assert.Equal([false, true, false, false], _parameters.Select(parameter => parameter.Frozen));
        Assert.Equal(0, _parameters.Freeze("conv*"));
    }

    [Fact]
    public void Two_parameters_of_one_name_are_refused()
    {
        ParameterLayout[] layouts = Storages.Layouts<float>(3, 3);

        Assert.Throws<ArgumentException>(() => new ParameterStorage<float>("Net", [layouts[0], layouts[1] with { Name = layouts[0].Name }], 1));
    }

    [Theory]
    [InlineData("*", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a?c", "abc", true)]
    [InlineData("a?c", "ac", false)]
    [InlineData("*.weight", "dense1.weight", true)]
    [InlineData("*.weight", "dense1.weights", false)]
    [InlineData("d*e*1*", "dense1.bias", true)]
    [InlineData("d*e*2*", "dense1.bias", false)]
    [InlineData("Dense*", "dense1.bias", false)]
    [InlineData("dense1.bia*s", "dense1.bias", true)]
    [InlineData("*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false)]
    public void A_star_is_any_text_and_a_question_mark_one_character(string pattern, string name, bool matches) =>
        Assert.Equal(matches, NamePattern.Matches(pattern, name));

    private static void Fill(ParameterSet<float> parameters, int first) =>
        parameters.CopyFrom([.. Enumerable.Range(first, parameters.Length).Select(value => (float)value)]);
}
