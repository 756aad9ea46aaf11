namespace Service;

/// <summary>A request that gets no answer but a reason.</summary>
/// <param name="status">The status of the response.</param>
/// <param name="reason">What was expected and what was found.</param>
#pragma warning disable CA1032, CA1064 // Never leaves the service.
internal sealed class RefusedException(int status, string reason) : Exception(reason)
#pragma warning restore CA1032, CA1064
{
    /// <summary>The status of the response.</summary>
    public int Status => status;
}
