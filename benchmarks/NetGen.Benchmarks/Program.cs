using System.Globalization;
using BenchmarkDotNet.Running;
using NetGen.Benchmarks.Generation;
using NetGen.Benchmarks.Graphs;
using NetGen.Benchmarks.Peers;

namespace NetGen.Benchmarks;

/// <summary>
/// <c>peers</c>: answers the lines of benchmarks/peers/run.py; <c>fit [folder]</c>: what the training loop costs;
/// <c>graphs</c>: graphs against stacks; <c>csv [megabytes]</c>: a table larger than memory; <c>generate</c>: what a token costs a language model that writes; anything else goes to BenchmarkDotNet, e.g. <c>--filter *Prediction*</c>.
/// </summary>
internal static class Program
{
    private static void Main(string[] arguments)
    {
        if (arguments is ["peers"])
        {
            PeerServer.Run(Console.In, Console.Out, Workloads.Create);
        }
        else if (arguments is ["fit", ..])
        {
            FitOverhead.Run(arguments.ElementAtOrDefault(1));
        }
        else if (arguments is ["graphs"])
        {
            GraphForm.Run();
        }
        else if (arguments is ["generate"])
        {
            CachedGeneration.Run();
        }
        else if (arguments is ["csv", ..])
        {
            LargeCsv.Run(int.Parse(arguments.ElementAtOrDefault(1) ?? "1000", CultureInfo.InvariantCulture));
        }
        else
        {
            BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments);
        }
    }
}
