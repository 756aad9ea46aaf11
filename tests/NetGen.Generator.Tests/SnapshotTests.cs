using NetGen.Testing;

namespace NetGen.Generator.Tests;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData("1", null, true)]
    [InlineData("1", "false", true)]
    [InlineData("1", "true", false)]
    [InlineData("1", "1", false)]
    [InlineData(null, null, false)]
    [InlineData("0", null, false)]
    public void Acceptance_needs_the_request_and_a_person(string? accept, string? ci, bool accepted) =>
        Assert.Equal(accepted, Snapshot.MayAccept(accept, ci));

    [Fact]
    public void Path_of_a_deterministic_build_is_found_in_the_repository() =>
        Assert.Equal(Path.Combine(RepositoryPath.Root, "tests/A.cs"), RepositoryPath.Resolve("/_/tests/A.cs"));

    [Fact]
    public void Difference_shows_the_changed_line_with_its_signs()
    {
        var text = TextDifference.Between("one\ntwo\nthree", "one\n2\nthree");

        Assert.Contains("- two", text, StringComparison.Ordinal);
        Assert.Contains("+ 2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Object_graph_finds_a_leak_behind_an_interface_and_an_array()
    {
        var leak = new { Items = new object[] { new { Hidden = (object)TestCompilation.Create("class C;") } } };

        Assert.ThrowsAny<Exception>(() => ObjectGraph.AssertFreeOfRoslyn(leak));
    }
}
