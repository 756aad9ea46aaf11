using NetGen.CodeFixes;
using NetGen.Testing;

namespace NetGen.Analyzers.Tests;

public sealed class AddPartialFixTests
{
    [Fact]
    public Task Modifier_goes_before_the_keyword() => CodeFixTest.VerifyAsync<AddPartialFix>(
        """
        using NetGen;

        [Network, Input(4), Dense(2)]
        public sealed class Net // mine
        {
        }
        """,
        """
        using NetGen;

        [Network, Input(4), Dense(2)]
        public sealed partial class Net // mine
        {
        }
        """);

    [Fact]
    public Task Surrounding_types_become_partial_too() => CodeFixTest.VerifyAsync<AddPartialFix>(
        """
        using NetGen;
        public static class Outer
        {
            record Inner
            {
                [Network, Input(4), Dense(2)]
                class Net;
            }
        }
        """,
        """
        using NetGen;
        public static partial class Outer
        {
            partial record Inner
            {
                [Network, Input(4), Dense(2)]
                partial class Net;
            }
        }
        """);

    [Fact]
    public Task All_networks_of_a_file_are_fixed_at_once() => CodeFixTest.VerifyAllAsync<AddPartialFix>(
        """
        using NetGen;
        class Outer
        {
            [Network, Input(4), Dense(2)] class A;
            [Network, Input(4), Dense(2)] class B;
        }
        [Network, Input(4), Dense(2)] class C;
        """,
        """
        using NetGen;
        partial class Outer
        {
            [Network, Input(4), Dense(2)] partial class A;
            [Network, Input(4), Dense(2)] partial class B;
        }
        [Network, Input(4), Dense(2)] partial class C;
        """);
}
