using NetGen.Runtime;
using NetGen.Tests.Parameters;

namespace NetGen.Tests.Optimizers;

/// <summary>Steps of an optimizer on gradients that are given by a formula, as a network would take them.</summary>
internal static class Gradients
{
    /// <summary>One call of <c>Step</c>: the gradient is a function of the value's place in the file and of the value.</summary>
    public static void Step<T>(Optimizer optimizer, ParameterStorage<T> storage, Func<int, T, T> gradient)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ParameterBlock<T> block = new(storage);
        for (int index = 0; index < storage.Parameters.Count; index++)
        {
            Parameter<T> parameter = storage.Parameters[index];
            T[] values = [.. parameter.ToArray().Select((value, place) => gradient(parameter.Offset + place, value))];
            storage.Pack(index, values, block.Buffer.Span<T>(0, storage.KernelLength));
        }

        Step(optimizer, storage, block.Buffer.Address);
    }

    /// <summary>One call of <c>Step</c> with a gradient in the kernels' layout.</summary>
    public static void Step<T>(Optimizer optimizer, ParameterStorage<T> storage, nint gradient)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        optimizer.BeginStep(storage);
        if (optimizer.WantsWholeGradient)
        {
            optimizer.TakeGradient(gradient);
            return;
        }

        Pass<T> pass = new(storage) { Optimizer = optimizer };
        for (int index = 0; index < storage.Layouts.Count; index++)
        {
            // Emitted code passes over frozen parameters, too.
            ParameterLayout layout = storage.Layouts[index];
            if (!storage.IsFrozen(index))
            {
                pass.Update(layout.KernelOffset, layout.KernelLength, ref System.Runtime.CompilerServices.Unsafe.Add(ref Memory.At<T>(gradient), layout.KernelOffset));
            }
        }
    }
}
