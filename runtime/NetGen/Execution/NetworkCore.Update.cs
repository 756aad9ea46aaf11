namespace NetGen.Runtime;

// A step of an optimizer with a gradient that was not computed by Step.
public abstract partial class NetworkCore<T>
{
    /// <summary>Updates the parameters by a gradient: with that of Gradient, what Step does, to the last bit.</summary>
    /// <param name="gradients">One value per parameter value, in the order and layout of the file.</param>
    /// <param name="optimizer">Belongs to this network from the first step on.</param>
    public void Update(ReadOnlySpan<T> gradients, Optimizer optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        BatchCheck.Length(gradients.Length, Storage.Parameters.Length, "The gradients of all parameters", nameof(gradients));
        BatchCheck.Finite(gradients, gradients.Length, "Gradients", nameof(gradients));
        optimizer.BeginStep(Storage);
        var kernels = WholeGradient.Span<T>(0, Storage.KernelLength);
        for (var index = 0; index < Storage.Layouts.Count; index++)
        {
            var parameter = Storage.Parameters[index];
            Storage.Pack(index, gradients.Slice(parameter.Offset, parameter.Length), kernels);
        }

        if (optimizer.WantsWholeGradient)
        {
            HandOver(WholeGradient.Address, optimizer);
        }
        else
        {
            UpdateEach(optimizer, kernels);
            _transposes.Refresh();
        }

        Random.Steps++;
    }

    private void UpdateEach(Optimizer optimizer, Span<T> gradient)
    {
        try
        {
            _training.Optimizer = optimizer;
            for (var index = 0; index < Storage.Layouts.Count; index++)
            {
                if (!Storage.IsFrozen(index))
                {
                    var layout = Storage.Layouts[index];
                    _training.Update(layout.KernelOffset, layout.KernelLength, ref gradient[layout.KernelOffset]);
                }
            }
        }
        finally
        {
            _training.Release();
        }
    }
}
