using System.Reflection;
using NetGen.Testing;

namespace NetGen.PublicApi.Tests;

/// <summary>The public surface of every package: a change of it is a decision, and shows in review as a change of these texts.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("NetGen")]
    [InlineData("NetGen.Data")]
    [InlineData("NetGen.Console")]
    [InlineData("NetGen.Logging")]
    public void Surface_is_as_accepted(string assembly) => Snapshot.Verify(PublicSurface.Print(Assembly.Load(assembly)), "txt", assembly);

    [Fact]
    public void Printer_shows_what_callers_can_see() => Snapshot.Verify(PublicSurface.Print([typeof(Sample<>), typeof(Sample<>.Nested), typeof(Letter)]), "txt");

    /// <summary>One of everything that the printer must tell apart.</summary>
    public abstract class Sample<T> : IFormatProvider
        where T : unmanaged, IComparable<T>
    {
        public const int Count = 3;

        protected static readonly string Text = "";

        internal int Hidden;

        protected Sample(string? name, int[] sizes, double rate = 0.5) => (Name, Hidden) = (name, sizes.Length + (int)rate);

        public string? Name { get; }

        public required List<string?> Names { get; init; }

        public int this[string key] => key.Length + Hidden;

        public event EventHandler? Changed;

        public static Sample<T>? operator +(Sample<T> left, Sample<T> right) => left ?? right;

        public abstract ReadOnlySpan<T> Read<TOther>(ref T first, in TOther other, out int count, params T[] rest)
            where TOther : class, new();

        public object? GetFormat(Type? formatType) => Changed;

        public delegate bool Nested(T value);
    }

    public enum Letter : byte
    {
        B = 2,
        A = 1,
    }
}
