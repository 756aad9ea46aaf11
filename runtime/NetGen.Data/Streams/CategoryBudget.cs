namespace NetGen;

/// <summary>Bounds what the counters of all columns of a stream keep together. Where it is exceeded the column that keeps most gives up: an identifier, not a colour.</summary>
/// <param name="most">How many bytes are kept.</param>
internal sealed class CategoryBudget(long most = CategoryBudget.Most)
{
    /// <summary>32 MB: columns of usual categories take a few KB each.</summary>
    public const long Most = 1 << 25;

    private readonly List<CategoryCounter> _counters = [];
    private long _used;

    public void Join(CategoryCounter counter) => _counters.Add(counter);

    /// <summary>Takes note that a counter keeps more, or less again.</summary>
    public void Change(long bytes)
    {
        _used += bytes;
        while (_used > most)
        {
            // Giving up comes back here with what it frees.
            _counters.MaxBy(counter => counter.Size)!.GiveUp();
        }
    }
}
