using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Compiler.Shapes;
using NetGen.Generator.Reading;
using NetGen.Testing;
using static NetGen.Generator.Tests.Reading.GraphSource;

namespace NetGen.Generator.Tests.Reading;

public sealed class OtherProjectTests
{
    private const string Library = Usings + """
        namespace Lib
        {
            [Block]
            public partial class Part
            {
                [Dense(2 * A), Apply(nameof(Swish)), Block<Inner>(A)] Layer body;
                public Tensor Forward(Tensor x) => x + body(x);
                [Elementwise] static float Swish(float x, [Parameter(Value = 1)] float beta) => x / (1 + MathF.Exp(-beta * x));
            }
            [Block, Dense(A)] public partial class Inner;
            [Network, Input(4), Dense(3), MeanSquaredError] public partial class Encoder;
        }
        """;

    private const string User = Usings + """
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
            [Block<Lib.Part>(4), Block<Lib.Encoder>] Layer body;
            Tensor Forward(Tensor x) => body(x);
        }
        """;

    [Fact]
    public void Part_of_another_project_is_read_as_if_it_stood_here()
    {
        var library = GeneratorHarness.Run(Library).Output;
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);

        var here = GraphSource.Read(Library + User[Usings.Length..]).Spec;
        var there = Read(MetadataReference.CreateFromImage(image.ToArray()));

        Assert.Empty(there.Problems);
        Assert.Equal(here.Modules, there.Spec.Modules);
        Assert.Equal(here.Functions, there.Spec.Functions);
        Assert.Equal(here, there.Spec);
    }

    [Fact]
    public void Project_that_is_open_beside_this_one_is_read_in_the_same_way() =>
        Assert.Equal(3, Read(GeneratorHarness.Run(Library).Output.ToMetadataReference()).Spec.Modules.Count);

    [Theory]
    [InlineData("", "it was not compiled by NetGen")]
    [InlineData("[CompiledSpec(\"netgen-spec 9\")]", "compiled by a newer NetGen, as 'netgen-spec 9'")]
    [InlineData("[CompiledSpec(\"netgen-spec 1\\nmodule\")]", "it is damaged")]
    public void Part_that_cannot_be_read_is_said_so_at_its_use(string attribute, string reason)
    {
        var library = TestCompilation.Create($"using NetGen; namespace Lib {{ {attribute} [Block] public class Part; {attribute} [Network] public class Encoder; }}");
        var declaration = Read(library.ToMetadataReference());

        Assert.Contains(reason, declaration.Problems[0].Values[0], StringComparison.Ordinal);
        Assert.Equal("Block<Lib.Part>(4)", TextAt(declaration.Locations.Of(declaration.Problems[0])));
    }

    [Fact]
    public void Shapes_that_do_not_fit_within_a_part_are_shown_at_its_use()
    {
        var library = GeneratorHarness.Run(Library).Output.ToMetadataReference();
        var declaration = Read(library, User.Replace("Lib.Part>(4)", "Lib.Part>(5)", StringComparison.Ordinal));

        var problem = ShapeFold.Run(declaration.Spec).Problems.Single();

        Assert.EndsWith("in 'body.block1' of Net", problem.Values[0], StringComparison.Ordinal);
        Assert.Equal("Block<Lib.Part>(5)", TextAt(declaration.Locations.Of(problem)));
    }

    private static string TextAt(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);

    private static Declaration Read(MetadataReference library, string user = User)
    {
        var compilation = TestCompilation.Create(user).AddReferences(library);
        var type = compilation.GetSymbolsWithName("Net", SymbolFilter.Type).OfType<INamedTypeSymbol>().Single();
        return DeclarationReader.Read(type, CancellationToken.None)!;
    }
}
