namespace ILGPU;

public readonly struct LongIndex1D(long x) : IEquatable<LongIndex1D>
{
    public static readonly LongIndex1D Zero = new(0);

    public long X { get; } = x;

    public long Size => X;

    public static implicit operator long(LongIndex1D index) => index.X;

    public static implicit operator LongIndex1D(long index) => new(index);

    public static explicit operator Index1D(LongIndex1D index) => new((int)index.X);

    public bool Equals(LongIndex1D other) => X == other.X;

    public override bool Equals(object? obj) => obj is LongIndex1D other && Equals(other);

    public override int GetHashCode() => X.GetHashCode();

    public override string ToString() => X.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
