using Microsoft.CodeAnalysis.Text;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class MarkupTests
{
    [Fact]
    public void Marks_are_cut_out_and_become_spans_also_where_they_nest()
    {
        var markup = Markup.Parse("a{|X1:b{|X2:c|}|}d");

        Assert.Equal("abcd", markup.Code);
        Assert.Equal([new Testing.Finding("X1", new TextSpan(1, 2)), new Testing.Finding("X2", new TextSpan(2, 1))], markup.Findings);
    }

    [Theory]
    [InlineData("a{|X1:b")]
    [InlineData("a|}b")]
    public void Unbalanced_mark_is_refused(string text) => Assert.Throws<FormatException>(() => Markup.Parse(text));

    [Theory]
    [InlineData("a{|X1:b|}{|X2:c|}d")]
    [InlineData("plain")]
    public void Writing_is_the_inverse_of_parsing(string text)
    {
        var markup = Markup.Parse(text);

        Assert.Equal(text, Markup.Write(markup.Code, markup.Findings));
    }
}
