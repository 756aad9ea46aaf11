using NetGen.Compiler.Graph;

namespace NetGen.Compiler.Fusion.Lanes.Winograd;

/// <summary>How many tiles of 2x2 results, side by side, are worked on together: their transformed image and their products stay in the cache.</summary>
/// <param name="Tiles">The most tiles.</param>
/// <param name="Channels">Channels that are summed over.</param>
/// <param name="Outputs">Outputs that are computed before they are brought back.</param>
internal sealed record WinogradTiles(int Tiles, int Channels, int Outputs)
{
    // Of vectors of 64 bytes: less than half of the 1 MB that a core has of its own.
    private const int Vectors = 6656;

    private const int Most = 8;

    /// <summary>Vectors from one tile of the transformed image to the next: one more than there are channels, lest they meet in the cache.</summary>
    public int SeenStep => Channels + 1;

    /// <summary>Vectors from one tile of the products to the next.</summary>
    public int SumStep => Outputs + 1;

    /// <summary>Vectors of the transformed image.</summary>
    public int Seen => 16 * Tiles * SeenStep;

    /// <summary>Vectors altogether.</summary>
    public int Size => Seen + (16 * Tiles * SumStep);

    public static WinogradTiles Of(Node product)
    {
        var (channels, outputs, across) = (product.Inputs[0].Type.Last, Math.Min(product.Type.Last, 32), (product.Type.Shape[1] + 1) / 2);
        var most = Math.Max(2, Math.Min(Most, Vectors / (16 * (channels + outputs + 2))));
        var groups = (across + most - 1) / most;
        return new WinogradTiles((across + groups - 1) / groups, channels, outputs);
    }
}
