namespace NetGen;

/// <summary>
/// The operations of one vector width, so that an update rule is written once. Implementations are empty structs: every call is
/// resolved and inlined when the JIT makes the code of a width, and nothing of this remains.
/// </summary>
/// <typeparam name="TVector">The vector, such as <see cref="System.Runtime.Intrinsics.Vector512{T}"/>.</typeparam>
/// <typeparam name="T">Its elements.</typeparam>
internal interface ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    /// <summary>The number of elements.</summary>
    public static abstract int Count { get; }

    public static abstract TVector Broadcast(T value);

    public static abstract TVector Load(ref T origin, nint index);

    public static abstract void Store(TVector value, ref T origin, nint index);

    public static abstract TVector Add(TVector left, TVector right);

    public static abstract TVector Subtract(TVector left, TVector right);

    public static abstract TVector Multiply(TVector left, TVector right);

    public static abstract TVector Divide(TVector left, TVector right);

    public static abstract TVector Sqrt(TVector value);

    /// <summary>The larger of two; not a number when either is.</summary>
    public static abstract TVector Max(TVector left, TVector right);

    /// <summary>The smaller of two; not a number when either is.</summary>
    public static abstract TVector Min(TVector left, TVector right);

    /// <summary>-1, 0 or 1; not a number stays so.</summary>
    public static abstract TVector Sign(TVector value);
}
