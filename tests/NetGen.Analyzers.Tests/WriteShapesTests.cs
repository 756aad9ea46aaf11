using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using NetGen.CodeFixes;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

/// <summary>The refactoring of NG9001: shapes as comments.</summary>
public sealed class WriteShapesTests
{
    [Fact]
    public Task Rows_of_a_stack_get_their_shapes() => VerifyAsync("""
        using NetGen;
        [Network, Input(1, 28, 28)]
        [Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2)]
        [Flatten]
        [Dense(10), SoftmaxCrossEntropy]
        public partial class Net;
        """, """
        using NetGen;
        [Network, Input(1, 28, 28)]
        [Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2)] // [16, 14, 14], 160 parameters
        [Flatten]                                        // [3136]
        [Dense(10), SoftmaxCrossEntropy]                 // [10], 31,370 parameters
        public partial class Net;
        """);

    [Fact]
    public Task Comments_of_an_earlier_time_are_replaced_and_those_of_others_stay() => VerifyAsync("""
        using NetGen;
        [Network, Input(8)]
        [Dense(16), ReLU]   // [12], 108 parameters
        [Dense(4), ReLU]    // narrow
        [Dense(2)]
        public partial class Net;
        """, """
        using NetGen;
        [Network, Input(8)]
        [Dense(16), ReLU] // [16], 144 parameters
        [Dense(4), ReLU]    // narrow
        [Dense(2)]        // [2], 10 parameters
        public partial class Net;
        """);

    [Fact]
    public Task Fields_of_a_graph_get_theirs() => VerifyAsync("""
        using NetGen;
        using static NetGen.Ops;
        [Network, Input(8)]
        public partial class Net
        {
            [Dense(4), ReLU] Layer stem;
            [Dense(1)] Layer head;
            Tensor Forward(Tensor x) => head(stem(x));
        }
        """, """
        using NetGen;
        using static NetGen.Ops;
        [Network, Input(8)]
        public partial class Net
        {
            [Dense(4), ReLU] Layer stem; // [4], 36 parameters
            [Dense(1)] Layer head;       // [1], 5 parameters
            Tensor Forward(Tensor x) => head(stem(x));
        }
        """);

    private static async Task VerifyAsync(string before, string after)
    {
        var document = new AdhocWorkspace()
            .AddProject("Consumer", LanguageNames.CSharp)
            .WithCompilationOptions(TestCompilation.Options)
            .WithParseOptions(TestCompilation.ParseOptions)
            .WithMetadataReferences(TestCompilation.References)
            .AddDocument("File0.cs", before);
        var actions = new List<CodeAction>();
        var place = new TextSpan(before.IndexOf("class Net", StringComparison.Ordinal) + 6, 0);
        await new WriteShapesRefactoring().ComputeRefactoringsAsync(new CodeRefactoringContext(document, place, actions.Add, CancellationToken.None));

        var operations = await Assert.Single(actions).GetOperationsAsync(CancellationToken.None);
        var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetDocument(document.Id)!;

        Assert.Equal(after, (await changed.GetTextAsync()).ToString());
    }
}
