namespace ILGPU.Runtime.Cuda;

public readonly struct CudaArchitecture(int major, int minor) : IEquatable<CudaArchitecture>, IComparable<CudaArchitecture>
{
    public static readonly CudaArchitecture SM_75 = new(7, 5);
    public static readonly CudaArchitecture SM_80 = new(8, 0);
    public static readonly CudaArchitecture SM_90 = new(9, 0);

    public int Major { get; } = major;

    public int Minor { get; } = minor;

    public static bool operator ==(CudaArchitecture first, CudaArchitecture second) => first.CompareTo(second) == 0;

    public static bool operator !=(CudaArchitecture first, CudaArchitecture second) => first.CompareTo(second) != 0;

    public static bool operator <(CudaArchitecture first, CudaArchitecture second) => first.CompareTo(second) < 0;

    public static bool operator <=(CudaArchitecture first, CudaArchitecture second) => first.CompareTo(second) <= 0;

    public static bool operator >(CudaArchitecture first, CudaArchitecture second) => first.CompareTo(second) > 0;

    public static bool operator >=(CudaArchitecture first, CudaArchitecture second) => first.CompareTo(second) >= 0;

    public int CompareTo(CudaArchitecture other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    public bool Equals(CudaArchitecture other) => this == other;

    public override bool Equals(object? obj) => obj is CudaArchitecture other && this == other;

    public override int GetHashCode() => Major.GetHashCode() ^ Minor.GetHashCode();

    public override string ToString() => $"SM_{Major}{Minor}";
}
