namespace NetGen.Runtime;

/// <summary>Objects that wait for a caller. Each concurrent call gets one of its own; a steady load allocates nothing.</summary>
internal sealed class Pool<TItem>(Func<TItem> make)
    where TItem : class
{
    private readonly TItem?[] _waiting = new TItem?[Math.Max(16, 2 * Environment.ProcessorCount)];

    public TItem Rent()
    {
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] is not null && Interlocked.Exchange(ref _waiting[i], null) is { } item)
            {
                return item;
            }
        }

        return make();
    }

    public void Return(TItem item)
    {
        for (var i = 0; i < _waiting.Length; i++)
        {
            if (_waiting[i] is null && Interlocked.CompareExchange(ref _waiting[i], item, null) is null)
            {
                return;
            }
        }
    }
}
