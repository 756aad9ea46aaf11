namespace NetGen.Runtime;

/// <summary>Makes the transposed weights that training needs anew, several at the same time where they are large.</summary>
internal sealed class TransposeRefresh<T>(ParameterStorage<T> storage, int[] parameters) : IParallelWork
    where T : unmanaged
{
    /// <summary>Values of all parameters below which other threads would wake too late to help.</summary>
    private const int SmallNetwork = 65536;

    public void Refresh()
    {
        if (storage.KernelLength >= SmallNetwork)
        {
            WorkerPool.Shared.Run(this, parameters.Length);
            return;
        }

        foreach (int parameter in parameters)
        {
            storage.Refresh(parameter);
        }
    }

    public void Execute(int task) => storage.Refresh(parameters[task]);
}
