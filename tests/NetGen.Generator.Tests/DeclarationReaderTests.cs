using Microsoft.CodeAnalysis;
using NetGen.Compiler.Model;
using NetGen.Generator.Reading;
using NetGen.Testing;

namespace NetGen.Generator.Tests;

public sealed class DeclarationReaderTests
{
    [Fact]
    public void Layers_in_several_lists_keep_the_order_of_the_text()
    {
        var spec = Read("""
            [NetGen.Network, NetGen.Input(1, 28, 28)]
            [NetGen.Flatten, NetGen.Dense(64)]
            [NetGen.ReLU]
            [NetGen.Dense(10), NetGen.SoftmaxCrossEntropy]
            public partial class Net;
            """).Spec;

        Assert.Equal(["Flatten", "Dense", "ReLU", "Dense"], spec.Layers.Select(layer => layer.Kind));
        Assert.Equal("SoftmaxCrossEntropy", spec.Loss?.Kind);
        Assert.Equal([1, 28, 28], spec.Inputs[0].Shape.Dims);
    }

    [Fact]
    public void Arguments_are_named_as_properties_whether_positional_named_or_set()
    {
        var spec = Read("""
            using NetGen;
            [Network, Input(8)]
            [Dense(units: 4, Name = "fc", Bias = false, Init = Initializer.HeNormal, Frozen = true), LeakyReLU(0.2)]
            [Dense(2), SoftmaxCrossEntropy(ClassWeights = new[] { 1, 2.5 })]
            public partial class Net;
            """).Spec;

        var dense = spec.Layers[0];
        Assert.Equal(4, dense.Int("Units", 0));
        Assert.Equal("fc", dense.Name);
        Assert.False(dense.Flag("Bias", true));
        Assert.Equal(2, (int)dense.Init);
        Assert.True(dense.Frozen);
        Assert.Equal(0.2, spec.Layers[1].Number("Slope", 0));
        Assert.Equal([1.0, 2.5], spec.Loss!.Numbers("ClassWeights"));
    }

    [Fact]
    public void Omitted_optional_argument_carries_the_default_of_the_attribute() =>
        Assert.Equal(0.5, Read("[NetGen.Network, NetGen.Input(8), NetGen.Dropout] public partial class Net;").Spec.Layers[0].Number("Rate", 0));

    [Fact]
    public void Constants_are_folded()
    {
        var spec = Read("""
            using NetGen;
            [Network(Precision = Precision.Double), Input(Net.Side * Net.Side)]
            [Dense(sizeof(int) + Net.Side)]
            public partial class Net { public const int Side = 28; }
            """).Spec;

        Assert.Equal(784, spec.Inputs[0].Shape.Last);
        Assert.Equal(32, spec.Layers[0].Int("Units", 0));
        Assert.Equal(1, (int)spec.Precision);
    }

    [Theory]
    [InlineData("namespace A.B; [NetGen.Network, NetGen.Input(1)] public partial class Net;", "A.B", "", "A.B.Net")]
    [InlineData("[NetGen.Network, NetGen.Input(1)] partial class Net;", "", "", "Net")]
    [InlineData("namespace A; partial class Outer { partial record struct Inner { [NetGen.Network, NetGen.Input(1)] private sealed partial class Net; } }",
        "A", "partial class Outer|partial record struct Inner", "A.Outer-Inner-Net")]
    [InlineData("namespace @class; [NetGen.Network, NetGen.Input(1)] public partial class @event;", "@class", "", "class.event")]
    public void Headers_and_hint_name_the_class_wherever_it_stands(string source, string space, string outer, string hint)
    {
        var spec = Read(source).Spec;

        Assert.Equal(space, spec.Namespace);
        Assert.Equal(outer, string.Join("|", spec.ContainingTypes));
        Assert.Equal(hint, spec.Hint);
    }

    [Fact]
    public void Attribute_of_a_user_never_passes_for_a_layer_of_the_same_name()
    {
        var spec = Read("""
            [NetGen.Network, NetGen.Input(8), Mine.Dense, Mine.Wide]
            public partial class Net;
            namespace Mine
            {
                public sealed class DenseAttribute : NetGen.LayerAttribute;
                public sealed class WideAttribute : NetGen.LayerAttribute;
            }
            """).Spec;

        Assert.Equal(["Mine.Dense", "Mine.Wide"], spec.Layers.Select(layer => layer.Kind));
    }

    [Fact]
    public void Input_and_layers_on_different_declarations_are_one_network()
    {
        var declaration = Read("""
            [NetGen.Network] public partial class Net;
            [NetGen.Dense(3)] public partial class Net;
            [NetGen.Input(8)] public partial class Net;
            """);

        Assert.Empty(declaration.Problems);
        Assert.Single(declaration.Spec.Layers);
    }

    [Theory]
    [InlineData("NetGen.Dense()")]
    [InlineData("NetGen.Dense(")]
    [InlineData("NetGen.Dense(unknown)")]
    [InlineData("NetGen.Dense(\"ten\")")]
    [InlineData("NetGen.Dens(10)")]
    [InlineData("NetGen.Dense(10, Nam = \"x\")")]
    public void Half_typed_attribute_makes_the_declaration_incomplete(string attribute) =>
        Assert.False(Read($"[NetGen.Network, NetGen.Input(8), {attribute}] public partial class Net;").IsComplete);

    [Fact]
    public void Class_without_the_attribute_is_no_network() =>
        Assert.Null(DeclarationReader.Read(Type("[NetGen.Dense(3)] public partial class Net;"), CancellationToken.None));

    [Theory]
    [InlineData(0, null, "Dense(64, Name = \"a\")")]
    [InlineData(0, "Units", "64")]
    [InlineData(0, "Name", "\"a\"")]
    [InlineData(0, "Bias", "Dense(64, Name = \"a\")")]
    [InlineData(1, "Dims", "8, 4 + 4")]
    [InlineData(1, "Dims[1]", "4 + 4")]
    [InlineData(2, null, "SoftmaxCrossEntropy(ClassWeights = [1, 2])")]
    [InlineData(2, "ClassWeights[1]", "2")]
    [InlineData(Problem.Class, null, "Net")]
    [InlineData(Problem.Input, null, "Input(new[] { 7, 9 })")]
    [InlineData(Problem.Input, "Dims", "new[] { 7, 9 }")]
    [InlineData(Problem.Input, "Dims[0]", "7")]
    public void Location_is_the_written_argument_or_else_what_holds_it(int layer, string? argument, string text)
    {
        var locations = Read("""
            using NetGen;
            [Network, Input(new[] { 7, 9 })]
            [Dense(64, Name = "a"), Reshape(8, 4 + 4)]
            [SoftmaxCrossEntropy(ClassWeights = [1, 2])]
            public partial class Net;
            """).Locations;

        var location = locations.Of(layer, argument);
        Assert.Equal(text, location.SourceTree!.GetText().ToString(location.SourceSpan));
    }

    private static Declaration Read(string source) => DeclarationReader.Read(Type(source), CancellationToken.None)!;

    private static INamedTypeSymbol Type(string source)
    {
        var compilation = TestCompilation.Create(source);
        return compilation.GetSymbolsWithName(name => name is "Net" or "event", SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();
    }
}
