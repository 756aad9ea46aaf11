using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Reading;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Reading;

public sealed class ForwardFuzzTests
{
    private const int Count = 500;

    [Fact]
    public void Random_graphs_are_read()
    {
        for (var seed = 0; seed < Count; seed++)
        {
            var source = RandomForward.Valid(seed);
            var declaration = GraphSource.Read(source);

            Assert.True(declaration.IsComplete && declaration.Problems.Count == 0, $"seed {seed}: {string.Join("; ", declaration.Problems.SelectMany(problem => problem.Values))}\n{source}");
            Assert.Single(declaration.Spec.Body!.Forward.Outputs);
        }
    }

    /// <summary>See <see cref="FuzzCount"/>: 500 take some ten minutes.</summary>
    [Fact]
    public void Random_graphs_leave_emitted_files_that_compile()
    {
        AssertCompile(FuzzCount.Or(12), RandomForward.Valid);
    }

    [Fact]
    public void Random_broken_graphs_are_reported_at_the_broken_expression_alone()
    {
        var failures = new List<string>();
        for (var seed = 0; seed < Count; seed++)
        {
            var markup = Markup.Parse(RandomForward.Broken(seed));
            var declaration = GraphSource.Read(markup.Code);
            var found = declaration.Problems.Select(problem => new Testing.Finding(problem.Id, declaration.Locations.Of(problem).SourceSpan));

            if (!markup.Findings.SequenceEqual(found))
            {
                failures.Add($"seed {seed}, complete: {declaration.IsComplete}, {string.Join("; ", declaration.Problems.SelectMany(problem => problem.Values))}\n{Markup.Write(markup.Code, markup.Findings)}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {Count}:\n" + string.Join("\n", failures.Take(4)));
    }

    [Fact]
    public void Broken_graphs_leave_emitted_files_that_compile()
    {
        AssertCompile(FuzzCount.Or(25), seed => Markup.Parse(RandomForward.Broken(seed)).Code);
    }

    [Fact]
    public void Text_with_a_token_missing_or_twice_never_throws()
    {
        for (var seed = 0; seed < Count / 2; seed++)
        {
            var random = new Random(seed);
            var source = RandomForward.Valid(seed);
            var tokens = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0 && token.SpanStart > GraphSource.Usings.Length).ToList();
            for (var i = 0; i < 2; i++)
            {
                var token = tokens[random.Next(tokens.Count)];
                var other = tokens[random.Next(tokens.Count)];
                var text = source[..token.SpanStart] + (random.Next(3) switch { 0 => "", 1 => token.Text + " " + token.Text, _ => other.Text }) + source[token.Span.End..];
                foreach (var type in TestCompilation.Create(text).GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>())
                {
                    _ = DeclarationReader.Read(type, CancellationToken.None);
                    _ = BlockReader.Read(type, CancellationToken.None);
                }
            }
        }
    }

    /// <summary>Each of <paramref name="count"/> programs gets files, and these have no errors and no warnings.</summary>
    private static void AssertCompile(int count, Func<int, string> program)
    {
        var found = new ConcurrentQueue<string>();
        Parallel.For(0, count, seed =>
        {
            var source = program(seed);
            var harness = GeneratorHarness.Run(source);
            var complaints = harness.Files.Values.Where(text => text.StartsWith("#error", StringComparison.Ordinal)).Concat(harness.Complaints).ToList();
            if (harness.Files.Count == 0 || complaints.Count > 0)
            {
                found.Enqueue($"seed {seed}: {harness.Files.Count} files; {string.Join("\n", complaints.Take(5))}\n{source}");
            }
        });
        Assert.True(found.IsEmpty, string.Join("\n\n", found));
    }
}
