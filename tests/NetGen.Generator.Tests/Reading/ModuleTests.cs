using NetGen.Compiler.Model;
using static NetGen.Generator.Tests.Reading.GraphSource;

namespace NetGen.Generator.Tests.Reading;

public sealed class ModuleTests
{
    private const string Residual = """

        [Block]
        public partial class Residual
        {
            [Dense(A), ReLU, Dense(A * 2 + (B - 1) / Half, Bias = false, Name = "last")] Layer body;
            const int Half = 2;
            Tensor Forward(Tensor x) => ReLU(x + body(x));
        }
        """;

    [Fact]
    public void Fields_are_listed_in_the_order_of_the_text_with_their_layers()
    {
        var body = Read(Network("Tensor Forward(Tensor x) => head(stem(x));")).Spec.Body!;

        Assert.Equal("global::Net", body.Type);
        Assert.Equal(
            ["Stack stem: Dense(Units 4) ReLU()", "Stack head: Dense(Units 2)", "Parameter w: Parameter(Dims 8 8)"],
            body.Fields.Select(SpecText.Of));
    }

    [Fact]
    public void Network_in_graph_form_has_a_body_and_no_layers_of_its_own()
    {
        var spec = Read(Network("Tensor Forward(Tensor x) => head(stem(x));")).Spec;

        Assert.Empty(spec.Layers);
        Assert.Equal(["MeanSquaredError"], spec.Losses.Select(loss => loss.Kind));
        Assert.Equal("x", spec.Inputs.Single().Name);
        Assert.Empty(spec.Problems);
    }

    [Fact]
    public void Use_of_a_block_names_its_class_and_fills_its_holes()
    {
        var declaration = Read(Usings + """
            [Network, Input(8)]
            public partial class Net
            {
                [Dense(16), Block<Shop.Residual>(16, 7, Repeat = 3, Name = "r"), Residual<Shop.Residual>(16, 7)] Layer stage;
                Tensor Forward(Tensor x) => stage(x);
            }
            namespace Shop {
            """ + Residual + "}");

        Assert.Empty(declaration.Problems);
        Assert.Equal(
            "Stack stage: Dense(Units 16) Block(Holes 16 7, Repeat 3, Name r, Module global::Shop.Residual) Residual(Holes 16 7, Module global::Shop.Residual)",
            SpecText.Of(declaration.Spec.Body!.Fields[0]));
        var block = declaration.Module("Shop.Residual");
        Assert.Equal("Stack body: Dense(Units <A>) ReLU() Dense(Units <A 2 * B 1 - 2 / +>, Bias 0, Name last)", SpecText.Of(block.Fields[0]));
        Assert.Equal("1 = Call(0; Field 0)\n2 = Add(0, 1)\n3 = ReLU(2)\n-> 3", SpecText.Of(block.Forward));
    }

    [Fact]
    public void Holes_are_expressions_in_postfix_notation()
    {
        var block = Read(Usings + "[Network, Input(8)] public partial class Net { [Block<Part>(3, 4)] Layer part; Tensor Forward(Tensor x) => part(x); }" + """

            [Block]
            public partial class Part
            {
                const int Width = 4 * A;
                [Dense(Width), Reshape(2, A / 2 + B), Dense(units: -A + (int)B)] Layer body;
                [Parameter(A, 3)] Tensor w;
                Tensor Forward(Tensor x)
                {
                    const int half = Width / 2;
                    var y = Reshape(body(x), 2, half) * A;
                    return y[A..^B, Width] + w;
                }
            }
            """).Module("Part");

        Assert.Equal("Stack body: Dense(Units <4 A *>) Reshape(Dims 2 <A 2 / B +>) Dense(Units <0 A - B +>)", SpecText.Of(block.Fields[0]));
        Assert.Equal("Parameter w: Parameter(Dims <A> 3)", SpecText.Of(block.Fields[1]));
        Assert.Equal(
            """
            1 = Call(0; Field 0)
            2 = Reshape(1; Dims 2 <4 A * 2 />)
            3 = Constant(Value <A>)
            4 y = Multiply(2, 3)
            5 = Slice(4; Axis0 0 <A> 0 <B> 1, Axis1 1 <4 A *> 0)
            6 w = Parameter(Field 1)
            7 = Add(5, 6)
            -> 7
            """,
            SpecText.Of(block.Forward));
    }

    [Fact]
    public void Block_that_is_a_stack_has_one_field_without_a_name()
    {
        var block = Read(Usings + "[Network, Input(8), Block<Part>(3), Dense(2)] public partial class Net; [Block, Dense(A), ReLU] public partial class Part;").Module("Part");

        Assert.Equal("Stack : Dense(Units <A>) ReLU()", SpecText.Of(Assert.Single(block.Fields)));
        Assert.Equal("1 = Call(0; Field 0)\n-> 1", SpecText.Of(block.Forward));
    }

    [Fact]
    public void Stack_network_may_use_blocks_and_stays_a_stack()
    {
        var spec = Read(Usings + "[Network, Input(8), Residual<Part>, PReLU(0.1), Dense(2), MeanSquaredError] public partial class Net; [Block, Dense(8), ReLU] public partial class Part;").Spec;

        Assert.Null(spec.Body);
        Assert.Equal(["Residual(Holes , Module global::Part)", "PReLU(Slope 0.1)", "Dense(Units 2)"], spec.Layers.Select(SpecText.Of));
        Assert.Equal(["global::Part"], spec.Modules.Select(module => module.Type));
    }

    [Fact]
    public void Modules_come_parts_first_and_each_once()
    {
        var spec = Read(Usings + """
            [Network, Input(8)] public partial class Net { [Block<Outer>(3), Block<Inner>(8)] Layer all; Tensor Forward(Tensor x) => all(x); }
            [Block, Block<Inner>(2 * A), Residual<Inner>(A)] public partial class Outer;
            [Block, Dense(A)] public partial class Inner;
            """).Spec;

        Assert.Equal(["global::Inner", "global::Outer"], spec.Modules.Select(module => module.Type));
        Assert.Equal("Stack : Block(Holes <2 A *>, Module global::Inner) Residual(Holes <A>, Module global::Inner)", SpecText.Of(spec.Modules[1].Fields[0]));
    }

    [Fact]
    public void Another_network_is_a_part_without_its_loss()
    {
        var spec = Read(Usings + """
            [Network, Input(8)] public partial class Net { [Block<Encoder>, Block<Stack>] Layer all; Tensor Forward(Tensor x) => all(x); }
            [Network, Input(8), MeanSquaredError] public partial class Encoder { [Dense(4)] Layer only; internal Tensor Forward(Tensor x) => only(x); }
            [Network, Input(4), Dense(2), MeanSquaredError] public partial class Stack;
            """).Spec;

        Assert.Equal(["global::Encoder", "global::Stack"], spec.Modules.Select(module => module.Type));
        Assert.Equal("Stack : Dense(Units 2)", SpecText.Of(spec.Modules[1].Fields[0]));
    }

    [Fact]
    public void Repeated_steps_are_called_one_by_one()
    {
        var forward = Forward(Usings + """
            [Network, Input(8)] public partial class Net
            {
                [Block<Step>(8, Repeat = 3)] Layer[] steps;
                Tensor Forward(Tensor x)
                {
                    foreach (var step in steps) x = step(x);
                    for (var i = 0; i < steps.Length - 1; i++) x = steps[i](x);
                    Layer last = steps[^1];
                    return last(x);
                }
            }
            [Block, Dense(A)] public partial class Step;
            """);

        Assert.Equal(["0", "1", "2", "0", "1", "2"], forward.Split('\n').SkipLast(1).Select(line => line.Split("Element ")[1].TrimEnd(')')));
    }

    [Fact]
    public void Block_with_several_inputs_and_outputs_is_called_through_its_Forward()
    {
        var declaration = Read(Usings + """
            [Network]
            public partial class Net
            {
                [Block<Cross>(5)] Cross cross;
                (Tensor, Tensor) Forward([Input(4)] Tensor left, [Input(2, 3)] Tensor right)
                {
                    var (a, b) = cross.Forward(right: right, left: left);
                    return (b, a);
                }
            }
            [Block]
            public partial class Cross
            {
                [Dense(A)] Layer one, two;
                public (Tensor First, Tensor Second) Forward(Tensor left, Tensor right) => (one(left), two(right));
            }
            """);

        Assert.Empty(declaration.Problems);
        Assert.Equal("2 = Call(0, 1; Field 0)\n3 a = Item(2; Index 0)\n4 b = Item(2; Index 1)\n-> 4, 3", SpecText.Of(declaration.Spec.Body!.Forward));
        Assert.Equal("Module cross: Block(Holes 5, Module global::Cross)", SpecText.Of(declaration.Spec.Body.Fields[0]));
        Assert.Equal([("left", new Shape(4)), ("right", new Shape(2, 3))], declaration.Spec.Inputs.Select(input => (input.Name, input.Shape)));
        Assert.Equal(["Stack one: Dense(Units <A>)", "Stack two: Dense(Units <A>)"], declaration.Module("Cross").Fields.Select(SpecText.Of));
    }

    [Fact]
    public void Block_field_without_an_attribute_is_a_part_without_holes() => Assert.Equal(
        "Module part: Block(Module global::Part)",
        SpecText.Of(Read(Usings + """
            [Network, Input(8)] public partial class Net { Part part; Tensor Forward(Tensor x) => part.Forward(x); }
            [Block] public partial class Part { [Dense(8)] Layer d; internal Tensor Forward(Tensor x) => d(x); }
            """).Spec.Body!.Fields[0]));

    [Fact]
    public void Loss_methods_follow_the_losses_of_the_class()
    {
        var spec = Read(Usings + """
            [Network, Input(8), SoftmaxCrossEntropy(Output = 1, Weight = 0.5)]
            public partial class Net
            {
                [Dense(2)] Layer head;
                (Tensor mean, Tensor other) Forward(Tensor x) => (head(x), x);
                [Loss] static Tensor Fit(Tensor mean, Tensor other, [Input(3)] Tensor target) => Sum(Square(mean[0..1] - target));
                [Loss(Weight = 0.1)] static Tensor Small(Tensor mean, Tensor other) { var s = Sum(Abs(mean)); return s; }
            }
            """).Spec;

        Assert.Equal(
            ["SoftmaxCrossEntropy(Output 1, Weight 0.5)", "Loss(Method Fit, Weight 1)", "Loss(Method Small, Weight 0.1)"],
            spec.Losses.Select(loss => SpecText.Of(loss with { Arguments = new(loss.Arguments.Where(argument => argument.Name != "LabelSmoothing")) })));
        Assert.Equal([true, false], spec.LossMethods.Select(method => method.HasTarget));
        Assert.Equal([new Shape(3), null], spec.LossMethods.Select(method => method.Target));
        Assert.Equal("2 = Abs(0)\n3 s = Sum(2)\n-> 3", SpecText.Of(spec.LossMethods[1].Body));
    }
}
