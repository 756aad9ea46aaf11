using ILGPU.Simulation.Threads;

namespace ILGPU.Runtime;

/// <summary>One overload for each number of arguments, since a delegate has them in its type.</summary>
public static class KernelLoaders
{
    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(this Accelerator accelerator, Action<T1> action)
        where T1 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1> LoadKernel<T1>(this Accelerator accelerator, Action<T1> action, KernelSpecialization specialization)
        where T1 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1) => kernel.Launch(stream, config, () => action(a1), frame =>
        {
            frame.Put(0, a1);
        });
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2> LoadKernel<T1, T2>(this Accelerator accelerator, Action<T1, T2> action)
        where T1 : struct
        where T2 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1, T2> LoadKernel<T1, T2>(this Accelerator accelerator, Action<T1, T2> action, KernelSpecialization specialization)
        where T1 : struct
        where T2 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1, a2) => kernel.Launch(stream, config, () => action(a1, a2), frame =>
        {
            frame.Put(0, a1);
            frame.Put(1, a2);
        });
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3> LoadKernel<T1, T2, T3>(this Accelerator accelerator, Action<T1, T2, T3> action)
        where T1 : struct
        where T2 : struct
        where T3 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3> LoadKernel<T1, T2, T3>(this Accelerator accelerator, Action<T1, T2, T3> action, KernelSpecialization specialization)
        where T1 : struct
        where T2 : struct
        where T3 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1, a2, a3) => kernel.Launch(stream, config, () => action(a1, a2, a3), frame =>
        {
            frame.Put(0, a1);
            frame.Put(1, a2);
            frame.Put(2, a3);
        });
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(this Accelerator accelerator, Action<T1, T2, T3, T4> action)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4> LoadKernel<T1, T2, T3, T4>(this Accelerator accelerator, Action<T1, T2, T3, T4> action, KernelSpecialization specialization)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1, a2, a3, a4) => kernel.Launch(stream, config, () => action(a1, a2, a3, a4), frame =>
        {
            frame.Put(0, a1);
            frame.Put(1, a2);
            frame.Put(2, a3);
            frame.Put(3, a4);
        });
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5> LoadKernel<T1, T2, T3, T4, T5>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5> action, KernelSpecialization specialization)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1, a2, a3, a4, a5) => kernel.Launch(stream, config, () => action(a1, a2, a3, a4, a5), frame =>
        {
            frame.Put(0, a1);
            frame.Put(1, a2);
            frame.Put(2, a3);
            frame.Put(3, a4);
            frame.Put(4, a5);
        });
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6> LoadKernel<T1, T2, T3, T4, T5, T6>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6> action, KernelSpecialization specialization)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1, a2, a3, a4, a5, a6) => kernel.Launch(stream, config, () => action(a1, a2, a3, a4, a5, a6), frame =>
        {
            frame.Put(0, a1);
            frame.Put(1, a2);
            frame.Put(2, a3);
            frame.Put(3, a4);
            frame.Put(4, a5);
            frame.Put(5, a6);
        });
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7> LoadKernel<T1, T2, T3, T4, T5, T6, T7>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7> action, KernelSpecialization specialization)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7) => kernel.Launch(stream, config, () => action(a1, a2, a3, a4, a5, a6, a7), frame =>
        {
            frame.Put(0, a1);
            frame.Put(1, a2);
            frame.Put(2, a3);
            frame.Put(3, a4);
            frame.Put(4, a5);
            frame.Put(5, a6);
            frame.Put(6, a7);
        });
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct
        where T8 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8> action, KernelSpecialization specialization)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct
        where T8 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8) => kernel.Launch(stream, config, () => action(a1, a2, a3, a4, a5, a6, a7, a8), frame =>
        {
            frame.Put(0, a1);
            frame.Put(1, a2);
            frame.Put(2, a3);
            frame.Put(3, a4);
            frame.Put(4, a5);
            frame.Put(5, a6);
            frame.Put(6, a7);
            frame.Put(7, a8);
        });
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct
        where T8 : struct
        where T9 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> action, KernelSpecialization specialization)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct
        where T8 : struct
        where T9 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9) => kernel.Launch(stream, config, () => action(a1, a2, a3, a4, a5, a6, a7, a8, a9), frame =>
        {
            frame.Put(0, a1);
            frame.Put(1, a2);
            frame.Put(2, a3);
            frame.Put(3, a4);
            frame.Put(4, a5);
            frame.Put(5, a6);
            frame.Put(6, a7);
            frame.Put(7, a8);
            frame.Put(8, a9);
        });
    }

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct
        where T8 : struct
        where T9 : struct
        where T10 : struct => accelerator.LoadKernel(action, KernelSpecialization.Empty);

    public static Action<AcceleratorStream, KernelConfig, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> LoadKernel<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Accelerator accelerator, Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> action, KernelSpecialization specialization)
        where T1 : struct
        where T2 : struct
        where T3 : struct
        where T4 : struct
        where T5 : struct
        where T6 : struct
        where T7 : struct
        where T8 : struct
        where T9 : struct
        where T10 : struct
    {
        var kernel = new LoadedKernel(action.Method, specialization);
        return (stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10) => kernel.Launch(stream, config, () => action(a1, a2, a3, a4, a5, a6, a7, a8, a9, a10), frame =>
        {
            frame.Put(0, a1);
            frame.Put(1, a2);
            frame.Put(2, a3);
            frame.Put(3, a4);
            frame.Put(4, a5);
            frame.Put(5, a6);
            frame.Put(6, a7);
            frame.Put(7, a8);
            frame.Put(8, a9);
            frame.Put(9, a10);
        });
    }
}
