namespace Tuning;

/// <summary>The classes of Networks.cs with what tells them apart.</summary>
internal static class Architectures
{
    public static IReadOnlyList<Architecture> All { get; } =
    [
        new(32, 0.0, Net32.Info, seed => new Net32(seed)),
        new(32, 0.2, Net32Drop20.Info, seed => new Net32Drop20(seed)),
        new(32, 0.4, Net32Drop40.Info, seed => new Net32Drop40(seed)),
        new(64, 0.0, Net64.Info, seed => new Net64(seed)),
        new(64, 0.2, Net64Drop20.Info, seed => new Net64Drop20(seed)),
        new(64, 0.4, Net64Drop40.Info, seed => new Net64Drop40(seed)),
        new(128, 0.0, Net128.Info, seed => new Net128(seed)),
        new(128, 0.2, Net128Drop20.Info, seed => new Net128Drop20(seed)),
        new(128, 0.4, Net128Drop40.Info, seed => new Net128Drop40(seed)),
        new(256, 0.0, Net256.Info, seed => new Net256(seed)),
        new(256, 0.2, Net256Drop20.Info, seed => new Net256Drop20(seed)),
        new(256, 0.4, Net256Drop40.Info, seed => new Net256Drop40(seed)),
    ];
}
