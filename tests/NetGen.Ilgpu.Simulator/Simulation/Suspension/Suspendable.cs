using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using ILGPU.Runtime.Cuda;
using ILGPU.Simulation.Threads;

namespace ILGPU.Simulation.Suspension;

/// <summary>
/// A method that stops at barriers: written anew so that it keeps its variables in a frame while other threads have their turn. The threads of a group can so be run by
/// one thread of the machine, in a certain order, and changing from one to the next costs no more than a call.
/// </summary>
internal sealed unsafe class Suspendable
{
    private static readonly ConcurrentDictionary<MethodInfo, Lazy<Suspendable>> s_all = new();
    private static readonly ConcurrentDictionary<MethodBase, bool> s_waits = new();
    private static readonly List<string> s_barriers = ["no barrier"];
    private static readonly ConcurrentDictionary<int, bool> s_ofWarps = new();
    private static readonly MethodInfo s_barrier = typeof(Group).GetMethod(nameof(Group.Barrier))!;

    private readonly StepMethod _step;

    private Suspendable(MethodInfo method)
    {
        var layout = new FrameLayout(method);
        var writer = new SuspendableWriter(method, layout);
        Method = writer.Write();
        _step = Method.CreateDelegate<StepMethod>();
        (ParameterOffsets, ResultOffset, FrameSize) = (layout.Arguments, layout.Result, layout.Child + writer.LargestChild);
    }

    private delegate int StepMethod(byte* frame);

    /// <summary>Runs from where it stopped; 1 at a barrier, 0 at its end.</summary>
    public DynamicMethod Method { get; }

    public int[] ParameterOffsets { get; }

    public int ResultOffset { get; }

    public int FrameSize { get; }

    public static Suspendable Of(MethodInfo method) => s_all.GetOrAdd(method, static method => new(() => new(method))).Value;

    /// <summary>Whether there is a barrier in the method or in what it calls.</summary>
    public static bool WaitsAnywhere(MethodBase method) => s_waits.GetOrAdd(method, static method =>
        IsBarrier(method) || IsOfWarp(method) || (IsOfKernels(method) && InstructionReader.Read(method).Any(instruction => instruction.Operand is MethodBase called && WaitsAnywhere(called))));

    public static bool IsBarrier(MethodBase method) => method == s_barrier;

    /// <summary>Whether threads of a warp meet in the method.</summary>
    public static bool IsOfWarp(MethodBase method) => method.DeclaringType == typeof(CudaAsm) && method.Name == nameof(CudaAsm.EmitRef);

    /// <summary>Whether only the threads of a warp meet there.</summary>
    public static bool IsOfWarp(int barrier) => s_ofWarps.ContainsKey(barrier);

    /// <summary>Methods of the runtime and of ILGPU itself are taken as they are.</summary>
    public static bool IsOfKernels(MethodBase method) =>
        method.Module.Assembly != typeof(object).Assembly && method.Module.Assembly != typeof(Group).Assembly && method.GetMethodBody() is not null;

    public static void Restart(byte* frame) => *(int*)frame = 0;

    public int Step(byte* frame) => _step(frame);

    public static int AddBarrier(string name, bool isOfWarp)
    {
        lock (s_barriers)
        {
            s_barriers.Add(name);
            if (isOfWarp)
            {
                s_ofWarps[s_barriers.Count - 1] = true;
            }

            return s_barriers.Count - 1;
        }
    }

    public static string BarrierName(int barrier)
    {
        lock (s_barriers)
        {
            return s_barriers[barrier];
        }
    }

    /// <summary>Called by what is written: a thread stops here.</summary>
    public static void Stop(int barrier) => GroupRun.Current.Barrier = barrier;

    /// <summary>Called by what is written: a reference that is put aside must not be one to a variable.</summary>
    public static void Keep(nint reference)
    {
        var here = 0;
        if (Math.Abs(reference - (nint)(&here)) < 1 << 20)
        {
            throw new UnsupportedKernelException($"a reference to a variable across a barrier{Fault.Where}");
        }
    }
}
