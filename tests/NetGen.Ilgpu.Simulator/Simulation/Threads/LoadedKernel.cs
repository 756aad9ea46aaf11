using System.Reflection;
using ILGPU.Runtime;
using ILGPU.Simulation.Suspension;

namespace ILGPU.Simulation.Threads;

/// <summary>A kernel that can be launched. Without a barrier its threads are calls, one after the other; with barriers they take turns from one to the next.</summary>
internal sealed unsafe class LoadedKernel
{
    private readonly string _name;
    private readonly int? _mostThreads;
    private readonly Suspendable? _suspendable;

    public LoadedKernel(MethodInfo method, KernelSpecialization specialization)
    {
        KernelRules.Check(method);
        _name = method.Name;
        _mostThreads = specialization.MaxNumThreadsPerGroup;
        _suspendable = Suspendable.WaitsAnywhere(method) ? Suspendable.Of(method) : null;
    }

    /// <summary>Runs all groups.</summary>
    /// <param name="stream">The stream that it waits in.</param>
    /// <param name="config">Groups and threads.</param>
    /// <param name="call">Runs one thread of a kernel without barriers.</param>
    /// <param name="store">Puts the arguments into the frame of a thread.</param>
    public void Launch(AcceleratorStream stream, KernelConfig config, Action call, ArgumentStore store)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!config.IsValid || config.Threads > Math.Min(stream.Accelerator.MaxNumThreadsPerGroup, _mostThreads ?? int.MaxValue))
        {
            throw new LaunchException($"kernel '{_name}' cannot be launched as {config.Groups} groups of {config.Threads} threads: the device has {stream.Accelerator.MaxNumThreadsPerGroup}, the kernel was loaded for {_mostThreads?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "any number"}");
        }

        var simulator = stream.Accelerator.Simulator;
        simulator.Launches.Add(new(_name, config.Groups, config.Threads));
        stream.Enqueue(() => Run(stream.Accelerator, config, simulator.Order, call, store));
    }

    private void Run(Accelerator accelerator, KernelConfig config, ThreadOrder order, Action call, ArgumentStore store)
    {
        store(new Frame(null, null));
        using var run = new GroupRun(accelerator, _name, config.Groups, config.Threads);
        run.Enter();
        var random = order.Source();
        var threads = new Turns(config.Threads, random);
        using var frames = _suspendable is null ? null : new FrameBlock(_suspendable, config.Threads);
        foreach (var group in new Turns(config.Groups, random).Next())
        {
            run.Begin(group);
            if (frames is not null)
            {
                frames.Run(run, threads, store);
                continue;
            }

            foreach (var thread in threads.Next())
            {
                run.Thread = thread;
                call();
            }
        }
    }
}
