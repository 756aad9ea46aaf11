using NetGen.Benchmarks.Peers;

namespace NetGen.Convolutions;

/// <summary>Our side of benchmarks/peers/convolutions.py.</summary>
internal static class Program
{
    private static void Main() => PeerServer.Run(Console.In, Console.Out, ConvolutionsByName.Create);
}
