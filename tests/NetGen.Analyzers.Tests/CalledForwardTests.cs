using NetGen.Testing;
using static NetGen.Analyzers.Tests.GraphAnalyzerTests;

namespace NetGen.Analyzers.Tests;

/// <summary>NG0010: the plain reference, called where the compiled network is meant.</summary>
public sealed class CalledForwardTests
{
    [Theory]
    [InlineData("public static Tensor Run(Net net, Tensor x) => net.{|NG0010:Forward|}(x);")]
    [InlineData("public static System.Func<Tensor, Tensor> Run(Net net) => x => net.{|NG0010:Forward|}(x);")]
    [InlineData("public static void Run(Net net) { }")]
    public Task Forward_is_reported_outside_of_networks(string method) => AnalyzerTest.VerifyAsync(Usings + $$"""
        [Network, Input(4), MeanSquaredError]
        public partial class Net
        {
            [Dense(2)] Layer head;
            internal Tensor Forward(Tensor x) => head(x);
        }

        [Network, Input(4), MeanSquaredError]
        public partial class Outer
        {
            [Block<Net>] Net inner;
            Tensor Forward(Tensor x) => inner.Forward(x);
        }

        public sealed class Other
        {
            public Tensor Forward(Tensor x) => x;
            public Tensor Call(Tensor x) => Forward(x);
        }

        public static class Program { {{method}} }
        """);
}
