using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using NetGen.Runtime;

namespace NetGen.Benchmarks.Peers;

/// <summary>
/// Our side of benchmarks/peers/run.py. <c>run WORKLOAD THREADS N</c> is answered by <c>time MEDIAN MINIMUM PROCESSOR</c> (microseconds, over
/// 15 groups of steps; the last is the least time of processors, which others cannot take away), <c>check WORKLOAD</c> by the numbers that were computed, <c>memory WORKLOAD</c> by bytes, <c>version</c> by what this is.
/// </summary>
internal static class PeerServer
{
    private const int Groups = 15;

    /// <summary>Long enough for the runtime to have recompiled everything that is hot.</summary>
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);

    /// <summary>Answers until the input ends.</summary>
    /// <param name="input">Questions.</param>
    /// <param name="output">Answers.</param>
    /// <param name="create">Makes a workload, when it is first asked for.</param>
    public static void Run(TextReader input, TextWriter output, Func<string, IWorkload> create)
    {
        var made = new Dictionary<string, IWorkload>();
        var warm = new HashSet<IWorkload>();
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(Answer(line.Split(' '), Workload, warm));
            output.Flush();
        }

        IWorkload Workload(string name)
        {
            if (!made.TryGetValue(name, out var workload))
            {
                workload = create(name);
                made.Add(name, workload);
            }

            return workload;
        }
    }

    private static string Answer(string[] words, Func<string, IWorkload> workloads, HashSet<IWorkload> warm)
    {
        switch (words)
        {
            case ["run", var name, var threads, var count]:
                WorkerPool.MaxThreads = int.Parse(threads, CultureInfo.InvariantCulture);
                var workload = workloads(name);
                if (warm.Add(workload))
                {
                    WarmUp(workload);
                }

                var (median, minimum, processor) = Time(workload, int.Parse(count, CultureInfo.InvariantCulture));
                return string.Create(CultureInfo.InvariantCulture, $"time {median:F4} {minimum:F4} {processor:F4}");
            case ["check", var name]:
                var (kind, numbers) = workloads(name).Check();
                return kind + string.Concat(numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $" {number:G9}")));
            case ["memory", var name]:
                return string.Create(CultureInfo.InvariantCulture, $"memory {workloads(name).Memory()}");
            default:
                return $"version NetGen on {RuntimeInformation.FrameworkDescription}";
        }
    }

    private static void WarmUp(IWorkload workload)
    {
        // Many short calls rather than a long one: methods are recompiled by the number of their calls.
        var end = Stopwatch.GetTimestamp() + (long)(s_warmUp.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < end)
        {
            workload.Repeat(3);
        }
    }

    private static (double Median, double Minimum, double Processor) Time(IWorkload workload, int count)
    {
        workload.Reset();
        workload.Repeat(1);
        var groups = Math.Min(Groups, count);
        var perGroup = count / groups;
        var (times, processor) = (new double[groups], double.MaxValue);
        for (var group = 0; group < groups; group++)
        {
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            workload.Repeat(perGroup);
            times[group] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / perGroup;
            processor = Math.Min(processor, (Environment.CpuUsage.TotalTime - used).TotalMicroseconds / perGroup);
        }

        Array.Sort(times);
        return (times[groups / 2], times[0], processor);
    }
}
