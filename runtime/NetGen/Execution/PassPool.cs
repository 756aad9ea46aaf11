namespace NetGen.Runtime;

/// <summary>Passes that wait for a caller. Each concurrent call gets one of its own; a steady load allocates nothing.</summary>
internal sealed class PassPool<T>(ParameterStorage<T> storage)
    where T : unmanaged
{
    private readonly Pass<T>?[] _waiting = new Pass<T>?[Math.Max(16, 2 * Environment.ProcessorCount)];

    public Pass<T> Rent()
    {
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] is not null && Interlocked.Exchange(ref _waiting[i], null) is { } pass)
            {
                return pass;
            }
        }

        return new Pass<T>(storage);
    }

    public void Return(Pass<T> pass)
    {
        pass.Release();
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] is null && Interlocked.CompareExchange(ref _waiting[i], pass, null) is null)
            {
                return;
            }
        }
    }
}
