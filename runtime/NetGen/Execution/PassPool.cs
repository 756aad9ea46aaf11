namespace NetGen.Runtime;

/// <summary>Passes that wait for a caller.</summary>
internal sealed class PassPool<T>(ParameterStorage<T> storage)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly Pool<Pass<T>> _waiting = new(() => new Pass<T>(storage));

    public Pass<T> Rent() => _waiting.Rent();

    public void Return(Pass<T> pass)
    {
        pass.Release();
        _waiting.Return(pass);
    }
}
