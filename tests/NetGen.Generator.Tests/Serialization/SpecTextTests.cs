using NetGen.Compiler.Model;
using NetGen.Compiler.Scalars;
using NetGen.Compiler.Serialization;

namespace NetGen.Generator.Tests.Serialization;

public sealed class SpecTextTests
{
    [Fact]
    public void What_was_written_reads_back_to_the_same()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var module = new RandomModule(seed).Next();
            var text = SpecWriter.Write(module);

            Assert.Null(SpecReader.Read(text, out var back));
            Assert.True(module.Equals(back), $"seed {seed}:\n{text}");
            Assert.Equal(text, SpecWriter.Write(back!));
        }
    }

    [Fact]
    public void Text_of_a_block_is_short_and_plain()
    {
        var block = new ModuleSpec(
            "global::Shop.Part",
            new([new FieldSpec("body", FieldKind.Stack, new([new LayerSpec("Dense", new Argument("Units", 4 * 7919) { Holes = new(["4 A *"]) }, new Argument("Name", "fc")), new LayerSpec("ReLU")]))]),
            new GraphSpec(new(["x"]), new([new Step("Call", [0], new Argument("Field", 0)), new Step("Add", [0, 1]) { Name = "sum" }]), new([2]), new([""])));
        var x = Scalar.X * Scalar.X;
        var function = new FunctionSpec("global::Shop.Curves.F", new(["x"]), EquatableArray<LayerSpec>.Empty, Scalar.Select(Comparison.Greater, x, 0.5, x, Scalar.Exp(x)), new([new Derived(null)]));

        Assert.Equal(
            """
            netgen-spec 1
            function "global::Shop.Curves.F" "x"
            body x0 x0 Mul =0 0.5 @0 @0 Exp Greater
            derivative -
            module "global::Shop.Part"
            field Stack "body"
            layer "Dense" "Units" 1 31676 {4 A *} "Name" "fc"
            layer "ReLU"
            inputs "x"
            step "Call" - 1 0 "Field" 1 0
            step "Add" "sum" 2 0 1
            outputs 2 ""

            """,
            SpecWriter.Write(new SerializedModule(block, EquatableArray<ModuleSpec>.Empty, new([function]))));
    }

    [Fact]
    public void Shared_expressions_stay_small()
    {
        var e = Scalar.X;
        for (var i = 0; i < 60; i++)
        {
            e *= e;
        }

        var function = new FunctionSpec("F", new(["x"]), EquatableArray<LayerSpec>.Empty, e, new([new Derived(null)]));
        var text = SpecWriter.Write(new SerializedModule(new ModuleSpec("M", EquatableArray<FieldSpec>.Empty, new(new(["x"]), EquatableArray<Step>.Empty, new([0]), new([""]))), EquatableArray<ModuleSpec>.Empty, new([function])));

        Assert.InRange(text.Length, 1, 1000);
    }

    [Theory]
    [InlineData("netgen-spec 2\nmodule \"M\"", "compiled by a newer NetGen")]
    [InlineData("", "does not start with")]
    [InlineData("other 1\n", "does not start with")]
    [InlineData("netgen-spec 1\n", "no module")]
    [InlineData("netgen-spec 1\nmodule \"M\"", "ends where 'inputs' is expected")]
    [InlineData("netgen-spec 1\nmodule \"M\"\ngadget 3\ninputs \"x\"\noutputs 0 \"\"", "'gadget 3'")]
    [InlineData("netgen-spec 1\nmodule \"M\"\ninputs \"x\"\nstep \"Exp\" - 1 1\noutputs 0 \"\"", "is not below 1")]
    [InlineData("netgen-spec 1\nmodule \"M\"\ninputs \"x\"\nstep \"Exp\" - 3 0\noutputs 0 \"\"", "does not have 3 inputs")]
    [InlineData("netgen-spec 1\nmodule \"M\"\ninputs \"x\"\nstep \"Call\" - 1 0 \"Field\" 1 0\noutputs 1 \"\"", "is not below 0")]
    [InlineData("netgen-spec 1\nmodule \"M\"\nfield Tube \"a\"\ninputs \"x\"\noutputs 0 \"\"", "a kind and a name")]
    [InlineData("netgen-spec 1\nmodule \"M\"\nfield Module \"a\"\ninputs \"x\"\noutputs 0 \"\"", "has one layer")]
    [InlineData("netgen-spec 1\nmodule \"M\ninputs", "not closed")]
    [InlineData("netgen-spec 1\nfunction \"F\" \"x\"\nbody x0 Gamma\nderivative -", "operation Gamma is not known")]
    [InlineData("netgen-spec 1\nfunction \"F\" \"x\"\nbody x1\nderivative -", "x1")]
    [InlineData("netgen-spec 1\nfunction \"F\" \"x\"\nbody x0 Add\nderivative -", "an operand of Add is missing")]
    [InlineData("netgen-spec 1\nfunction \"F\" \"x\"\nbody x0 x0\nderivative -", "left over")]
    public void What_is_not_understood_is_refused_with_a_reason(string text, string reason)
    {
        Assert.Contains(reason, SpecReader.Read(text, out var module), StringComparison.Ordinal);
        Assert.Null(module);
    }

    [Fact]
    public void Damaged_text_never_throws()
    {
        var random = new Random(7);
        for (var seed = 0; seed < 200; seed++)
        {
            var text = SpecWriter.Write(new RandomModule(seed).Next()).ToCharArray();
            for (var i = 0; i < 3; i++)
            {
                text[random.Next(14, text.Length)] = " \n\"{}0A=@x-"[random.Next(11)];
            }

            _ = SpecReader.Read(new string(text), out _);
            _ = SpecReader.Read(new string(text)[..random.Next(text.Length)], out _);
        }
    }
}
